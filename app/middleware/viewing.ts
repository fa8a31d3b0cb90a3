/** Viewing as another: the visit becomes what both may see, and whatever would change something is refused. */
import { data } from "react-router";
import type { Visit } from "#app/context.ts";
import type { Translator } from "#locales/translator.ts";
import { type Actor, claimsOf, hasRole } from "#modules/district/actor.ts";
import { bothOf } from "#modules/people/viewing/both.ts";
import { endViewing } from "#modules/people/viewing/commands.ts";
import { findOpenViewing } from "#modules/people/viewing/queries.ts";
import type { Desk } from "#platform/db/desk.ts";
import type { Installation } from "#platform/installation.ts";

/** What may be sent while viewing as another: to end it. */
const ENDS = /^\/(?:viewing\/end|sign-out)(?:\.data)?$/;

type Seated = Pick<Visit, "actor" | "desk" | "viewing">;

interface Coming {
  installation: Installation;
  own: Actor;
  sessionId: string | null;
  now: Date;
  findActor: (personId: string) => Promise<Actor | null>;
}

export async function seatOf({ installation, own, sessionId, now, findActor }: Coming): Promise<Seated> {
  const desk = installation.database.desk(claimsOf(own));
  const alone = { actor: own, desk, viewing: null };
  // Whoever may not view as another has no viewing that counts, whatever was begun before.
  if (sessionId === null || !hasRole(own, "steward", "leader")) return alone;
  const open = await desk.read((tx) => findOpenViewing(tx, own.districtId, sessionId));
  if (open === null || open.viewerId !== own.person?.id) return alone;
  const other = now < open.untilAt ? await findActor(open.asId) : null;
  if (other === null) {
    await desk.write((tx) => endViewing(tx, own, { sessionId, now }));
    return alone;
  }
  const actor = bothOf(own, other);
  const name = other.person?.name ?? "";
  return {
    actor,
    desk: lookingOnly(installation.database.desk(claimsOf(actor))),
    viewing: { asId: open.asId, name, untilAt: open.untilAt, own: { actor: own, desk } },
  };
}

/** The desk itself would refuse as well; here the answer is one that a reader understands. */
function lookingOnly(desk: Desk): Desk {
  const refuse = () => {
    throw data(null, { status: 403 });
  };
  return { ...desk, write: refuse, lookAndWrite: refuse };
}

export function refuseWhileViewing(request: Request, viewing: Visit["viewing"], t: Translator): void {
  if (viewing === null || request.method === "GET" || request.method === "HEAD") return;
  if (ENDS.test(new URL(request.url).pathname)) return;
  throw data(t("standing.viewing-only", { name: viewing.name }), { status: 403 });
}
