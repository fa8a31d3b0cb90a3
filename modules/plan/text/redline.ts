/** What was struck out of a text and what was written in, word by word, as people mark it with a red pen. Pure. */
import { type Kept, keptOf } from "./shortest-edit.ts";
import { slide, type TokenRun } from "./slide.ts";

export interface RedlinePiece {
  is: "kept" | "deleted" | "inserted";
  text: string;
}

/**
 * The pieces in reading order; none is empty, neighbours differ, and what replaces something stands behind it. The kept and
 * deleted ones joined are `old`, the kept and inserted ones `now`, character for character. Between two changes something is
 * kept only if it is worth reading: a word that carries meaning, or the end of a line.
 *
 * Before that tidying as little as possible is marked. Long texts that differ in more than some hundred words are compared
 * within a bound (two of 40,000 characters take less than 50 ms), and more than the least may be marked.
 */
export function redline(old: string, now: string): RedlinePiece[] {
  const [oldTokens, nowTokens] = [tokensOf(old), tokensOf(now)];
  const numbers = new Map<string, number>();
  const kept = keptOf(numbered(oldTokens, numbers), numbered(nowTokens, numbers), WORK);
  return tidied(slide(runsOf(oldTokens, nowTokens, kept))).flatMap(piecesOf);
}

/** Steps of comparing: some 15 ms on a small server, and as much again for texts that have little in common. */
const WORK = 1_200_000;

/**
 * A word with its apostrophes, a number with its points, a run of white space, or one mark. Chinese and Japanese put no space
 * between words, so there each character is one.
 */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+(?:['’]\p{L}[\p{L}\p{M}]*|[.,]\p{N}[\p{L}\p{M}\p{N}]*)*|\s+|./gsv;

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

function numbered(tokens: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, (token) => {
    const known = numbers.get(token) ?? numbers.size;
    numbers.set(token, known);
    return known;
  });
}

function runsOf(old: readonly string[], now: readonly string[], kept: Kept): TokenRun[] {
  const runs: TokenRun[] = [];
  let [x, y] = [0, 0];
  while (x < old.length || y < now.length) {
    const run: TokenRun = { kept: [], deleted: [], inserted: [] };
    for (; kept.old[x] === 1 && kept.now[y] === 1; y += 1) run.kept.push(old[x++]!);
    while (kept.old[x] === 0) run.deleted.push(old[x++]!);
    while (kept.now[y] === 0) run.inserted.push(now[y++]!);
    runs.push(run);
  }
  return runs;
}

/** A token run, its tokens joined. */
interface Run {
  kept: string;
  deleted: string;
  inserted: string;
}

/** Changes that nothing worth reading keeps apart become one. */
function tidied(runs: readonly TokenRun[]): Run[] {
  const tidy: Run[] = [];
  for (const { kept, deleted, inserted } of runs) {
    let run: Run = { kept: kept.join(""), deleted: deleted.join(""), inserted: inserted.join("") };
    // What grows by joining may reach over what kept it from its neighbour before.
    for (let before = tidy.at(-1); before !== undefined && isIdle(before, run); before = tidy.at(-1)) {
      tidy.pop();
      run = {
        kept: before.kept,
        deleted: before.deleted + run.kept + run.deleted,
        inserted: before.inserted + run.kept + run.inserted,
      };
    }
    tidy.push(run);
  }
  return tidy;
}

/** What a run keeps does not help the reader: small words only, or less than is changed on either side. */
function isIdle(before: Run, { kept, deleted, inserted }: Run): boolean {
  const isLast = deleted === "" && inserted === "";
  if (isLast || kept.includes("\n")) return false;
  const isShort =
    kept.length <= Math.max(before.deleted.length, before.inserted.length) &&
    kept.length <= Math.max(deleted.length, inserted.length);
  return isShort || !saysSomething(kept);
}

/** True where a word stands that is no mere joint of a sentence. */
export const saysSomething = (text: string): boolean =>
  tokensOf(text).some((token) => /[\p{L}\p{N}]/u.test(token) && !SMALL_WORDS.has(token.toLowerCase()));

const SMALL_WORDS = new Set(
  [
    "a an and are as at be but by for from has have he her his i in is it its no not of on or our she so that the their them",
    "they this to was we were which who will with you your",
    "al con de del e el en es esta este la las le les lo los más no nos o para pero por que se ser sin son su sus u un una y",
  ].flatMap((line) => line.split(" ")),
);

function piecesOf({ kept, deleted, inserted }: Run): RedlinePiece[] {
  const pieces: RedlinePiece[] = [
    { is: "kept", text: kept },
    { is: "deleted", text: deleted },
    { is: "inserted", text: inserted },
  ];
  return pieces.filter(({ text }) => text !== "");
}
