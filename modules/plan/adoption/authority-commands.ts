/** Whose decision each type of amendment needs is the district's own to say. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { maySetAuthority } from "../policy.ts";
import type { AmendmentType, AuthorityOfTypes } from "./authority.ts";
import { getAuthorities } from "./queries.ts";

/** Says whose decision each type of amendment needs from now on. What was decided before stands. */
export async function setAuthorities(
  tx: WriteTx,
  actor: Actor,
  authorities: AuthorityOfTypes,
  now: Date,
): Promise<Result<null, { kind: "not-allowed"; because: string }>> {
  const { districtId } = actor;
  const may = maySetAuthority(actor, { districtId });
  if (!may.allowed) return refuse({ kind: "not-allowed", because: may.because });
  const before = await getAuthorities(tx, districtId);
  for (const [type, authority] of Object.entries(authorities)) {
    if (before[type as AmendmentType] === authority) continue;
    const row = { authority, setBy: actor.person?.id ?? null, setAt: now };
    await tx
      .insertInto("plan.amendmentAuthority")
      .values({ districtId, type, ...row })
      .onConflict((on) => on.columns(["districtId", "type"]).doUpdateSet(row))
      .execute();
  }
  const subject = { kind: "district", id: districtId };
  await writeEvent(tx, actor, { action: "set-authorities", subject, before, after: authorities });
  return ok(null);
}
