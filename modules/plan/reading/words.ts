/** Words as a search sees them: without capitals, accents and apostrophes, each with its place in the text. Pure. */

export interface Word {
  folded: string;
  from: number;
  to: number;
}

/** "3.2" and "child's" are one word each; "low-road" is two. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu;

const fold = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();

export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => {
    const { 0: word, index } = found;
    return { folded: fold(word), from: index, to: index + word.length };
  });
}

/** Words that stand everywhere and are asked for by nobody, in English and Spanish. */
const EVERYWHERE = new Set(
  "a an and at by for from in of on or the to with al con de del el en la las los o para por un una y".split(" "),
);

/** The words of a question, each once. One that asks for nothing else keeps even "the". */
export function askedFor(question: string): string[] {
  const all = [...new Set(wordsIn(question).map(({ folded }) => folded))].filter((word) => word !== "");
  const telling = all.filter((word) => !EVERYWHERE.has(word));
  return telling.length > 0 ? telling : all;
}

/** What a word of the text may begin with: the asked word, or its singular: "families" → "family", "buses" → "bus". */
export function beginningsOf(asked: string): string[] {
  if (/\d/.test(asked) || asked.length < 4) return [asked];
  const singular = [
    asked.replace(/ies$/, "y"),
    asked.replace(/(?<=[sxzhlnrdj])es$/, ""),
    asked.replace(/(?<=[^s])s$/, ""),
  ];
  return [...new Set([asked, ...singular])].filter((form) => form.length >= 3);
}

/** Two letters begin too many words, and 1 is not the beginning of 10. */
export function begins(word: string, beginning: string): boolean {
  if (!word.startsWith(beginning)) return false;
  if (word.length === beginning.length) return true;
  if (/\d$/.test(beginning)) return !/\d/.test(word.charAt(beginning.length));
  return beginning.length > 2;
}
