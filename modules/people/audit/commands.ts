/** How long the logs are kept is decided here; `let-go.ts` does it. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { writeEvent } from "../event-log.ts";
import { mayKeepLogs } from "../policy.ts";
import { type Retention, readRetention } from "./retention.ts";

export async function setRetention(
  tx: WriteTx,
  actor: Actor,
  asked: Retention,
): Promise<Result<null, { kind: "not-allowed"; because: string }>> {
  const decision = mayKeepLogs(actor, actor);
  if (!decision.allowed) return refuse({ kind: "not-allowed", because: decision.because });
  const { districtId } = actor;
  const now = await readRetention(tx, districtId);
  if (now.event === asked.event && now.look === asked.look) return ok(null);
  await tx.deleteFrom("people.retention").where("districtId", "=", districtId).execute();
  for (const log of ["event", "look"] as const) {
    const kept = asked[log];
    if (kept !== null) await tx.insertInto("people.retention").values({ districtId, log, years: kept }).execute();
  }
  const told = ({ event, look }: Retention) => ({ looksKept: look, eventsKept: event });
  const subject = { kind: "district", id: districtId };
  await writeEvent(tx, actor, { action: "set-retention", subject, before: told(now), after: told(asked) });
  return ok(null);
}
