/** Walks the chain of a log from its first link to its end, a batch at a time, and finds the first row that is not as it was. */
import type { Desk, ReadTx } from "#platform/db/desk.ts";
import { findEnd, findLink, findUnlinked, type Link, listLinks, type Place } from "./queries.ts";
import { findCut, isCutSaid, type MadeCut } from "./retention.ts";
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
  | { kind: "not-as-noted"; n: number }
  /** Rows up to here were let go of, and the log of events does not say so. */
  | { kind: "cut-unsaid"; n: number };

export interface ChainReport {
  log: Log;
  /** How many rows were looked at. */
  rows: number;
  /** What the district let go of by its own rule; null where nothing. */
  letGo: { rows: number; before: Date } | null;
  /** To be kept elsewhere; null where nothing was ever written. */
  end: Place | null;
  problem: ChainProblem | null;
  /** What was noted was let go of since: there is nothing to compare it with. */
  notedGone: boolean;
}

/** `noted`: the end of this chain as someone wrote it down earlier, elsewhere. Opens a desk for each batch, so that others work on. */
export async function verifyChain(
  desk: Desk,
  districtId: string,
  log: Log,
  noted: Place | null = null,
): Promise<ChainReport> {
  const { end, cut } = await desk.read(async (tx) => ({
    ...(await findEnd(tx, districtId, log)),
    cut: await findCut(tx, districtId, log),
  }));
  const { at, problem } = await walk(desk, districtId, log, cut ?? { n: 0, hash: NO_HASH }, end);
  const rest = problem ?? (await desk.read((tx) => problemOfWhole(tx, districtId, log, { cut, noted })));
  const report: ChainReport = {
    log,
    rows: at.n - (cut?.n ?? 0),
    letGo: cut === null ? null : { rows: cut.n, before: cut.before },
    end,
    problem: rest,
    notedGone: noted !== null && cut !== null && noted.n < cut.n,
  };
  if (rest === null) return report;
  // Rows that were let go of meanwhile were not removed by someone else.
  const now = await desk.read((tx) => findCut(tx, districtId, log));
  return now?.n === cut?.n ? report : verifyChain(desk, districtId, log, noted);
}

async function walk(desk: Desk, districtId: string, log: Log, from: Place, end: Place | null) {
  let at = from;
  for (;;) {
    const range = { after: at.n, upTo: end?.n ?? 0, limit: BATCH };
    const links = await desk.read((tx) => listLinks(tx, districtId, log, range));
    for (const link of links) {
      const problem = problemOf(log, at, link);
      if (problem !== null) return { at, problem };
      at = { n: link.n, hash: link.hash };
    }
    if (links.length < BATCH) break;
  }
  const isCutOff = end !== null && at.n < end.n;
  return { at, problem: isCutOff ? ({ kind: "removed", n: at.n + 1, id: null } as const) : null };
}

async function problemOfWhole(
  tx: ReadTx,
  districtId: string,
  log: Log,
  { cut, noted }: { cut: MadeCut | null; noted: Place | null },
): Promise<ChainProblem | null> {
  const now = await findEnd(tx, districtId, log);
  if (now.end?.n !== now.last?.n || now.end?.hash !== now.last?.hash) return endProblem(now.end, now.last);
  const unlinked = await findUnlinked(tx, districtId, log);
  if (unlinked !== null) return { kind: "inserted", ...unlinked };
  if (cut !== null && !(await isCutSaid(tx, districtId, log, cut))) return { kind: "cut-unsaid", n: cut.n };
  if (noted === null || noted.n < (cut?.n ?? 1)) return null;
  const there = noted.n === cut?.n ? cut : await findLink(tx, districtId, log, noted.n);
  return there?.hash === noted.hash ? null : { kind: "not-as-noted", n: noted.n };
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
