/** Viewing as another begins with a reason, holds for an hour of one session, and is logged at both ends. */
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import type { NotAllowed, NotFound } from "../commands.ts";
import { isInForce } from "../domain.ts";
import { writeEvent } from "../event-log.ts";
import { mayViewAs } from "../policy.ts";
import { findPerson, listGrants } from "../queries.ts";
import { findOpenViewing, type Viewing } from "./queries.ts";

export const VIEWING_MINUTES = 60;

export type ViewingProblem = NotAllowed | NotFound | { kind: "viewing-no-one" } | { kind: "viewing-already" };

export async function startViewing(
  tx: WriteTx,
  actor: Actor,
  { asId, because }: { asId: string; because: string },
  moment: { sessionId: string; now: Date; today: string },
): Promise<Result<Viewing, ViewingProblem>> {
  const { districtId } = actor;
  const decision = mayViewAs(actor, { districtId, id: asId });
  if (!decision.allowed || actor.person === null) return refuse({ kind: "not-allowed", because: decision.because });
  if ((await findPerson(tx, districtId, asId)) === null) return refuse({ kind: "not-found" });
  const grants = await listGrants(tx, districtId, asId);
  if (!grants.some((grant) => isInForce(grant, moment.today))) return refuse({ kind: "viewing-no-one" });

  const { sessionId, now } = moment;
  const untilAt = new Date(now.getTime() + VIEWING_MINUTES * 60_000);
  const viewing = { id: uuidv7(), viewerId: actor.person.id, asId, untilAt };
  try {
    await tx
      .insertInto("people.viewing")
      .values({ districtId, ...viewing, sessionId, because, startedAt: now })
      .execute();
  } catch (error) {
    if (brokenConstraint(error) === "viewing_open") return refuse({ kind: "viewing-already" });
    throw error;
  }
  const after = { personId: asId, untilAt };
  await writeEvent(tx, actor, {
    action: "start-viewing",
    subject: { kind: "viewing", id: viewing.id },
    because,
    after,
  });
  return ok(viewing);
}

/** By the viewer, by signing out, or because the hour is over. Whom they viewed as, or null if that had ended before. */
export async function endViewing(
  tx: WriteTx,
  actor: Actor,
  moment: { sessionId: string; now: Date },
): Promise<Result<string | null, never>> {
  const { districtId } = actor;
  const viewing = await findOpenViewing(tx, districtId, moment.sessionId);
  if (viewing === null) return ok(null);
  const endedAt = new Date(Math.min(moment.now.getTime(), viewing.untilAt.getTime()));
  const ended = await tx
    .updateTable("people.viewing")
    .set({ endedAt })
    .where("districtId", "=", districtId)
    .where("id", "=", viewing.id)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return ok(null);
  const before = { personId: viewing.asId };
  await writeEvent(tx, actor, { action: "end-viewing", subject: { kind: "viewing", id: viewing.id }, before });
  return ok(viewing.asId);
}
