/** The end of a log's chain and how long the log is kept, as the pages of the logs show them. */
import type { Actor } from "#modules/district/actor.ts";
import { noteOf } from "#modules/people/audit/noted.ts";
import { findEnd } from "#modules/people/audit/queries.ts";
import { findCut, readRetention } from "#modules/people/audit/retention.ts";
import type { Log } from "#modules/people/audit/row-text.ts";
import { mayKeepLogs } from "#modules/people/policy.ts";
import type { ChainView } from "#modules/people/ui/chain-block.tsx";
import type { ReadTx } from "#platform/db/desk.ts";

export async function readChain(tx: ReadTx, actor: Actor, log: Log): Promise<ChainView | null> {
  const { districtId } = actor;
  const { end } = await findEnd(tx, districtId, log);
  if (end === null) return null;
  const cut = await findCut(tx, districtId, log);
  return {
    n: end.n,
    note: noteOf(log, end),
    years: (await readRetention(tx, districtId))[log],
    letGo: cut === null ? null : { rows: cut.n, before: cut.before },
    keeps: mayKeepLogs(actor, actor).allowed,
  };
}
