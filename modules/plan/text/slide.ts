/** Where an insertion or deletion could stand at several places, the one that a person would have chosen. Pure. */

/** Words that are kept, then words that are changed. */
export interface TokenRun {
  kept: string[];
  deleted: string[];
  inserted: string[];
}

/**
 * "the [dog. The ]cat" and "the dog. [The cat. ]" strike out the same text: a change begins, if it can, with a line, then with a
 * sentence, then with a word. Each run keeps its words, only the border to its neighbours moves.
 */
export function slide(runs: readonly TokenRun[]): TokenRun[] {
  const slid = runs.map((run) => ({ ...run }));
  slid.push({ kept: [], deleted: [], inserted: [] });
  for (const [at, run] of slid.entries()) {
    const after = slid[at + 1];
    const isPure = (run.deleted.length === 0) !== (run.inserted.length === 0);
    if (after === undefined || !isPure) continue;
    const changed = run.deleted.length === 0 ? "inserted" : "deleted";
    const isLast = after.deleted.length === 0 && after.inserted.length === 0;
    const tokens = [...run.kept, ...run[changed], ...after.kept];
    const length = run[changed].length;
    // Something stays kept between two changes.
    const lowest = at === 0 ? 0 : 1;
    const highest = tokens.length - length - (isLast ? 0 : 1);
    const start = bestStart(tokens, run.kept.length, length, lowest, highest);
    run.kept = tokens.slice(0, start);
    run[changed] = tokens.slice(start, start + length);
    after.kept = tokens.slice(start + length);
  }
  return slid;
}

function bestStart(tokens: readonly string[], from: number, length: number, lowest: number, highest: number): number {
  let start = from;
  while (start > lowest && tokens[start - 1] === tokens[start + length - 1]) start -= 1;
  let best = start;
  while (start < highest && tokens[start] === tokens[start + length]) {
    start += 1;
    if (worth(tokens, start) > worth(tokens, best)) best = start;
  }
  return best;
}

/** How natural it is to begin here. */
function worth(tokens: readonly string[], at: number): number {
  const before = tokens[at - 1];
  if (before === undefined || before.includes("\n")) return 3;
  if (!/^\s/.test(before)) return 0;
  return /^[.!?;:]$/.test(tokens[at - 2] ?? "") ? 2 : 1;
}
