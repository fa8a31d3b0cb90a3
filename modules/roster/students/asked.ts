/** What someone typed to find a student. Pure. */

const LONGEST = 100;
const MOST_WORDS = 5;

/** `words`: null where it is too little to search for: one letter would list everyone. */
export function wordsOf(typed: string): { typed: string; words: string[] | null } {
  const clean = typed
    .normalize("NFC")
    .replace(/[\p{C}\s,]+/gu, " ")
    .trim()
    .slice(0, LONGEST);
  const words = clean.split(" ").filter(Boolean).slice(0, MOST_WORDS);
  const isEnough = words.some((word) => word.length >= 2) || /^\d+$/.test(clean);
  return { typed: clean, words: isEnough ? words : null };
}
