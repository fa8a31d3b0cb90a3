/** Where words may be parted: after a sentence, a clause or a dash, never inside a word. The form offers these. */

export interface CutPoint {
  /** Where the second part begins. */
  at: number;
  before: string;
  after: string;
}

const MOST = 12;

export function cutPoints(words: string): CutPoint[] {
  const ends = [/[.!?…]["”’)]?\s+/g, /[:;]\s+/g, /\s+[–—-]\s+/g, /,\s+/g];
  const found = new Set<number>();
  for (const end of ends) {
    for (const match of words.matchAll(end)) {
      const at = match.index + match[0].length;
      if (at < words.length && found.size < MOST) found.add(at);
    }
  }
  return [...found]
    .sort((one, other) => one - other)
    .map((at) => ({ at, before: shorten(words.slice(0, at), -1), after: shorten(words.slice(at), 1) }));
}

const SHOWN = 48;

/** The end (-1) or the beginning (1) of a stretch of words, for a choice in a list. */
function shorten(words: string, side: -1 | 1): string {
  const whole = words.trim();
  if (whole.length <= SHOWN) return whole;
  return side < 0
    ? `… ${whole.slice(-SHOWN).replace(/^\S*\s/, "")}`
    : `${whole.slice(0, SHOWN).replace(/\s\S*$/, "")} …`;
}
