/** Words that someone looks for in the log, which stores neither sentences nor names: where else each may be found. Pure. */
import type { Names } from "./names.ts";

export interface AskedWord {
  word: string;
  /** Of the things and people whose names hold it. */
  ids: string[];
  /** Those whose sentence holds it. */
  actions: string[];
}

const MOST_WORDS = 8;

/** `sentences`: what each action is told as, in the reader's language. */
export function askedWords(said: string, names: Names, sentences: Readonly<Record<string, string>>): AskedWord[] {
  const words = said.slice(0, 200).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const named = Object.entries(names).map(([id, name]) => [id, folded(name)] as const);
  const told = Object.entries(sentences).map(([action, sentence]) => [action, folded(plainOf(sentence))] as const);
  const holding = (pairs: readonly (readonly [string, string])[], word: string) =>
    pairs.filter(([, text]) => text.includes(word)).map(([key]) => key);
  return words.map((word) => ({ word, ids: holding(named, folded(word)), actions: holding(told, folded(word)) }));
}

/** Without what stands in braces, which is another in each event. */
const plainOf = (sentence: string): string => sentence.replace(/\{[^{}]*\}/g, " ");

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
