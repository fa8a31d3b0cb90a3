/** The end of a log's chain, as the pages of the logs show it. */
import { noteOf } from "#modules/people/audit/noted.ts";
import { findEnd } from "#modules/people/audit/queries.ts";
import type { Log } from "#modules/people/audit/row-text.ts";
import type { ReadTx } from "#platform/db/desk.ts";

export async function readChain(tx: ReadTx, districtId: string, log: Log) {
  const { end } = await findEnd(tx, districtId, log);
  return end === null ? null : { n: end.n, note: noteOf(log, end) };
}
