/**
 * Printed dates, read as spans: "by June 2027", "September 2026 – June 2027", "SY 2026-27", "otoño de 2026". Only what is said is
 * read: no beginning is made up for a deadline, and words that could mean two things ("Winter 2027", "FY27", "Q3") are not read.
 */
import { type Mention, mentionsIn, NAMED } from "./date-mentions.ts";
import { extentOf, type Moment } from "./moment.ts";

export interface Span {
  /** Null: no beginning is said. */
  from: Moment | null;
  /** Null: no end is said. */
  to: Moment | null;
  /** "before June 2027": over when its end begins. */
  isBefore?: true;
}

export interface ReadSpan extends Span {
  /** The words that say it, as printed. */
  words: string;
}

const BETWEEN =
  /^\s*(?:[-–—]|to|through|thru|until|till|a|al|hasta)\s*(?:the\s+|el\s+|la\s+)?(?:end\s+of\s+|fin(?:es)?\s+de(?:l)?\s+)?$/i;
const BOTH_OF = /^\s*(?:and|y)\s*$/i;
const IS_BETWEEN = /\b(?:between|entre)\s+(?:the\s+)?$/i;

const THE_END = String.raw`(?:the\s+|el\s+|la\s+)?(?:end\s+of\s+|(?:el\s+)?fin(?:al|es)?\s+de(?:l)?\s+)?(?:the\s+|el\s+|la\s+)?$`;
const BY = new RegExp(
  String.raw`\b(?:no\s+later\s+than|by|until|till|through|thru|due|ending|hasta|para|a\s+más\s+tardar(?:\s+en)?)\s*:?\s+${THE_END}`,
  "i",
);
const BEFORE = /\b(?:before|prior\s+to|antes\s+de(?:l)?)\s+(?:the\s+|el\s+|la\s+)?$/i;
const FROM =
  /\b(?:from|since|starting|beginning|begins|effective|as\s+of|desde|a\s+partir\s+de(?:l)?|comenzando)\s+(?:in\s+|en\s+)?(?:the\s+|el\s+|la\s+)?$/i;
/** A year or a number that is of something else. */
const OF_ELSE =
  /(?:\bFY\s*'?|\bfiscal\s+year\s+|\bQ[1-4],?\s*(?:of\s+)?|\bquarter\s+(?:of\s+)?|\bclass\s+of\s+|\bgrade\s+)$/i;
const LOOSE_END = new RegExp(String.raw`^\s*[-–—]\s*(?:${NAMED})\b`, "i");
const LOOSE_START = new RegExp(String.raw`\b(?:${NAMED})\b[\s\d,]*[-–—]\s*$`, "i");

/** Every span that is said, in order; none if no date can be read. */
export function spansIn(text: string): ReadSpan[] {
  const mentions = mentionsIn(text).filter(({ at }) => !OF_ELSE.test(text.slice(0, at)));
  const spans: ReadSpan[] = [];
  for (let n = 0; n < mentions.length; n += 1) {
    const one = mentions[n] as Mention;
    const next = mentions[n + 1];
    const before = text.slice(0, one.at);
    if (next && isRange(before, text.slice(one.end, next.at))) {
      // What ends before it begins is a slip of the pen, and nobody knows of which.
      const isForward = extentOf(next.to).until > extentOf(one.from).from;
      if (isForward) spans.push({ from: one.from, to: next.to, words: text.slice(one.at, next.end) });
      n += 1;
      continue;
    }
    if (LOOSE_START.test(before) || LOOSE_END.test(text.slice(one.end))) continue;
    spans.push(single(before, one, text));
  }
  return spans;
}

/** Deadlines within a sentence: "Sign agreements by March 2027". A date without such a word may be about anything. */
export const deadlinesIn = (sentence: string): ReadSpan[] =>
  spansIn(sentence).filter(({ from, to }) => from === null && to !== null);

const isRange = (before: string, between: string): boolean =>
  BETWEEN.test(between) || (BOTH_OF.test(between) && IS_BETWEEN.test(before));

function single(before: string, { from, to, at, end }: Mention, text: string): ReadSpan {
  const said = (word: RegExp) => word.exec(before)?.[0];
  const by = said(BY);
  if (by) return { from: null, to, words: text.slice(at - by.length, end).trim() };
  const ahead = said(BEFORE);
  if (ahead) return { from: null, to: from, isBefore: true, words: text.slice(at - ahead.length, end).trim() };
  const since = said(FROM);
  if (since) return { from, to: null, words: text.slice(at - since.length, end).trim() };
  return { from, to, words: text.slice(at, end) };
}
