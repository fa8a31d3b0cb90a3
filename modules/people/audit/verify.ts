/** Walks the chain of a log from its first link to its end, a batch at a time, and finds the first row that is not as it was. */
import type { Desk } from "#platform/db/desk.ts";
import { findEnd, findLink, findUnlinked, type Link, listLinks, type Place } from "./queries.ts";
import { type Log, linkHash, NO_HASH, rowText } from "./row-text.ts";

const BATCH = 2_000;

export type ChainProblem =
  /** The row, or its link, is not what it was when the next was written. */
  | { kind: "altered"; n: number; id: string; at: string | null }
  /** There was a row here. */
  | { kind: "removed"; n: number; id: string | null }
  /** A row that was never linked. */
  | { kind: "inserted"; id: string; at: string }
  /** The end of the chain does not say what its last link says. */
  | { kind: "end-changed"; n: number }
  /** What was noted earlier is not in this chain. */
  | { kind: "not-as-noted"; n: number };

export interface ChainReport {
  log: Log;
  /** How many rows were looked at. */
  rows: number;
  /** To be kept elsewhere; null where nothing was ever written. */
  end: Place | null;
  problem: ChainProblem | null;
}

/** `noted`: the end of this chain as someone wrote it down earlier, elsewhere. Opens a desk for each batch, so that others work on. */
export async function verifyChain(
  desk: Desk,
  districtId: string,
  log: Log,
  noted: Place | null = null,
): Promise<ChainReport> {
  const { end } = await desk.read((tx) => findEnd(tx, districtId, log));
  let at: Place = { n: 0, hash: NO_HASH };
  const report = (problem: ChainProblem | null): ChainReport => ({ log, rows: at.n, end, problem });
  for (;;) {
    const range = { after: at.n, upTo: end?.n ?? 0, limit: BATCH };
    const links = await desk.read((tx) => listLinks(tx, districtId, log, range));
    for (const link of links) {
      const problem = problemOf(log, at, link);
      if (problem !== null) return report(problem);
      at = { n: link.n, hash: link.hash };
    }
    if (links.length < BATCH) break;
  }
  return report(
    (end !== null && at.n < end.n ? { kind: "removed", n: at.n + 1, id: null } : null) ??
      (await desk.read(async (tx) => {
        const now = await findEnd(tx, districtId, log);
        if (now.end?.n !== now.last?.n || now.end?.hash !== now.last?.hash) return endProblem(now.end, now.last);
        const unlinked = await findUnlinked(tx, districtId, log);
        if (unlinked !== null) return { kind: "inserted", ...unlinked };
        if (noted === null || noted.n === 0) return null;
        const there = await findLink(tx, districtId, log, noted.n);
        return there?.hash === noted.hash ? null : { kind: "not-as-noted", n: noted.n };
      })),
  );
}

function problemOf(log: Log, before: Place, link: Link): ChainProblem | null {
  const n = before.n + 1;
  if (link.n !== n) return { kind: "removed", n, id: null };
  if (link.row === null) return { kind: "removed", n, id: link.rowId };
  const isRight = linkHash(before.hash, n, rowText(log, link.row)) === link.hash;
  return isRight ? null : { kind: "altered", n, id: link.rowId, at: link.row.at ?? null };
}

const endProblem = (end: Place | null, last: Place | null): ChainProblem =>
  end !== null && end.n > (last?.n ?? 0)
    ? { kind: "removed", n: (last?.n ?? 0) + 1, id: null }
    : { kind: "end-changed", n: last?.n ?? 0 };
