/** Search within one plan: every word of the question must stand in an element, somewhere. Pure, and linear in the plan. */
import type { Entry } from "./entries.ts";
import { askedFor, beginningsOf, begins, type Word, wordsIn } from "./words.ts";

export const LONGEST_QUESTION = 200;

/** Text in pieces; those that answer the question are marked. */
export type Marked = { words: string; marked: boolean }[];

export interface Hit {
  entry: Entry;
  title: Marked | null;
  text: Marked | null;
  /** What is printed beside it, where the question is answered there. */
  beside: Marked[];
}

interface Field {
  part: "code" | "title" | "text" | "beside";
  text: string;
}

/** What an element is called weighs more than what it says, and its words more than what is printed beside them. */
const WEIGHTS = { code: 8, title: 6, text: 3, beside: 1 } as const;

/** Elements in which all words stand, the best first; what is alike stays in the plan's order. */
export function search(entries: readonly Entry[], question: string): Hit[] {
  const asked = askedFor(question).map(beginningsOf);
  if (asked.length === 0) return [];
  const whole = question.trim().toLowerCase();
  const found = entries.flatMap((entry) => {
    const weight = weigh(fieldsOf(entry), asked);
    if (weight === null) return [];
    const isNamed = [entry.address, entry.name].some((name) => name.toLowerCase() === whole);
    return [{ entry, weight: weight + (isNamed ? 1_000 : 0) }];
  });
  return found.sort((one, other) => other.weight - one.weight).map(({ entry }) => hitOf(entry, asked));
}

function fieldsOf({ address, name, title, text, beside }: Entry): Field[] {
  return [
    { part: "code", text: `${name} ${address.replaceAll("-", " ")}` },
    ...(title === null ? [] : [{ part: "title" as const, text: title }]),
    ...(text === null ? [] : [{ part: "text" as const, text }]),
    ...beside.map((words) => ({ part: "beside" as const, text: words })),
  ];
}

/** Null if one of the words stands nowhere. */
function weigh(fields: readonly Field[], asked: readonly string[][]): number | null {
  const read = fields.map(({ part, text }) => ({ weight: WEIGHTS[part], words: wordsIn(text) }));
  let sum = 0;
  for (const beginnings of asked) {
    const best = read.reduce((most, { weight, words }) => Math.max(most, weight * closeness(words, beginnings)), 0);
    if (best === 0) return null;
    sum += best;
  }
  return sum;
}

const isAnswer = ({ folded }: Word, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => begins(folded, beginning));

/** The very word counts a little more than one that only begins like it. */
function closeness(words: readonly Word[], beginnings: readonly string[]): number {
  if (!words.some((word) => isAnswer(word, beginnings))) return 0;
  return words.some(({ folded }) => folded === beginnings[0]) ? 1.2 : 1;
}

function hitOf(entry: Entry, asked: readonly string[][]): Hit {
  const mark = (text: string) => markIn(text, asked);
  const beside = entry.beside.map(mark).filter((pieces) => pieces.some(({ marked }) => marked));
  return {
    entry,
    title: entry.title === null ? null : mark(entry.title),
    text: entry.text === null ? null : shorten(mark(entry.text)),
    beside,
  };
}

export function markIn(text: string, asked: readonly string[][]): Marked {
  const pieces: Marked = [];
  let at = 0;
  for (const word of wordsIn(text)) {
    if (!asked.some((beginnings) => isAnswer(word, beginnings))) continue;
    if (word.from > at) pieces.push({ words: text.slice(at, word.from), marked: false });
    pieces.push({ words: text.slice(word.from, word.to), marked: true });
    at = word.to;
  }
  if (at < text.length) pieces.push({ words: text.slice(at), marked: false });
  return pieces;
}

const LONGEST_TEXT = 320;
const BEFORE = 80;

/** A long text from a little before the first marked word, with dots where it was cut. */
function shorten(pieces: Marked): Marked {
  const length = pieces.reduce((sum, { words }) => sum + words.length, 0);
  if (length <= LONGEST_TEXT) return pieces;
  const shown: Marked = [];
  const first = pieces[0];
  let room = LONGEST_TEXT;
  for (const piece of pieces) {
    const isLead = piece === first && !piece.marked && pieces.length > 1 && piece.words.length > BEFORE;
    const words = isLead ? `… ${afterSpace(piece.words.slice(-BEFORE))}` : piece.words;
    if (words.length <= room) {
      shown.push({ ...piece, words });
      room -= words.length;
      continue;
    }
    shown.push({ words: `${words.slice(0, Math.max(0, words.lastIndexOf(" ", room)))} …`, marked: false });
    break;
  }
  return shown;
}

const afterSpace = (text: string): string => text.slice(text.indexOf(" ") + 1);
