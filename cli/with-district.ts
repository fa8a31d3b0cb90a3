/** Opens the installation and the district that a command is about, and works there as the program itself. */
import type { Actor } from "#modules/district/actor.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { findDistrict, findDistrictAt } from "#modules/district/queries.ts";
import { dayIn } from "#platform/clock/clock.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Desk } from "#platform/db/desk.ts";
import type { Installation } from "#platform/installation.ts";
import { type Answer, refused, type Told } from "./command.ts";
import { withInstallation } from "./with-installation.ts";

export interface Here {
  installation: Installation;
  district: { id: string; name: string; timeZone: string };
  actor: Actor;
  desk: Desk;
  now: Date;
  today: string;
}

/** The option by which an installation with several districts says which. */
export const AT = { at: { type: "string" } } as const;
export const DESCRIBES_AT = { at: "the address of the district, where an installation has several" };

export function withDistrict(told: Told, work: (here: Here) => Promise<Answer>): Promise<Answer> {
  const at = String(told.values.at ?? "*");
  return withInstallation(told, async (installation) => {
    const id = await installation.database.desk(NOBODY).read((tx) => findDistrictAt(tx, at));
    if (id === null) {
      return refused("Nothing is set up here yet. See: guidepost set-up --help", { kind: "not-set-up" });
    }
    const actor = system(id);
    const desk = installation.database.desk(claimsOf(actor));
    const district = await desk.read((tx) => findDistrict(tx, id));
    if (district === null) throw new Error(`the address ${at} leads to a district that is not there`);
    const now = installation.clock.now();
    const { name, timeZone } = district;
    return work({
      installation,
      district: { id, name, timeZone },
      actor,
      desk,
      now,
      today: dayIn(timeZone, now),
    });
  });
}
