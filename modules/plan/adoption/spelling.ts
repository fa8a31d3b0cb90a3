/** Whether new words are the old ones better written. Pure. */

/**
 * The same words in the same order, but for capitals, punctuation, and at most two letters in a word of five or more. Figures
 * are the same; "may" does not become "must", nor "now" "not".
 */
export function isSpelling(old: string, now: string): boolean {
  const [before, after] = [wordsOf(old), wordsOf(now)];
  if (before.length !== after.length) return false;
  return before.every((word, at) => isSameWord(word, after[at] as string));
}

/** The figures of a sentence, in order: what a target is made of. */
export function sameFigures(old: string, now: string): boolean {
  const figures = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).join(" ");
  return figures(old) === figures(now);
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|[%$€<>≤≥=+]/gu) ?? [];

const SHORTEST = 5;
const MOST_LETTERS = 2;

/** Beginnings that turn a word into its opposite. */
const TURNS = /^(?:un|in|im|ir|il|dis|non|no|de|anti)/;

function isSameWord(old: string, now: string): boolean {
  if (old === now) return true;
  if (Math.min(old.length, now.length) < SHORTEST || /\d/.test(old + now)) return false;
  const [shorter, longer] = old.length < now.length ? [old, now] : [now, old];
  if (TURNS.test(longer) && longer.endsWith(shorter)) return false;
  return distance(old, now) <= MOST_LETTERS;
}

/** Letters to put in, take out or exchange, neighbors that changed places counting once (Damerau, optimal alignment). */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const above = rows[i - 1] as number[];
      let least = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) least = Math.min(least, ((rows[i - 2] as number[])[j - 2] as number) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] as number;
}
