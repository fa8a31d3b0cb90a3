/** The sample district, as a fresh installation gets it: the cast, able to sign in, and its plans. */

import { type Result, refuse } from "#lib/result.ts";
import type { FoundingProblem } from "#modules/district/commands.ts";
import { findDistrict, findDistrictAt } from "#modules/district/queries.ts";
import { dayIn } from "#platform/clock/clock.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Installation } from "#platform/installation.ts";
import { HAYWATER } from "./cast.ts";
import { seedBoard } from "./seed-board.ts";
import { type SeededCast, seedCast } from "./seed-cast.ts";
import { seedLife } from "./seed-life.ts";
import { seedPlans } from "./seed-plans.ts";
import { seedRoster } from "./seed-roster.ts";

/**
 * Refuses if this installation has a district. That is asked before any account with a public password is made. Where it is the
 * sample district itself, what an earlier start could not finish is finished.
 */
export async function seedSample({
  database,
  accounts,
  clock,
}: Pick<Installation, "database" | "accounts" | "clock">): Promise<Result<SeededCast, FoundingProblem>> {
  const there = await database.desk(NOBODY).read((tx) => findDistrictAt(tx, "*"));
  if (there !== null) {
    const district = await database.desk({ ...NOBODY, district: there }).read((tx) => findDistrict(tx, there));
    if (district?.isSample) await seedStory(database, there, clock.now());
    return refuse({ kind: "already-set-up" });
  }
  const seeded = await seedCast(database, { accounts });
  if (seeded.ok) await seedStory(database, seeded.value.districtId, clock.now());
  return seeded;
}

/** The board, the plans, what became of them, and the students. */
async function seedStory(database: Installation["database"], districtId: string, now: Date): Promise<void> {
  await seedBoard(database, districtId);
  await seedPlans(database, districtId, now);
  await seedLife(database, districtId, now);
  await seedRoster(database, districtId, dayIn(HAYWATER.timeZone, now));
}
