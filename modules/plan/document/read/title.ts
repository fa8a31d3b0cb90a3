import { besideIn, trimmed } from "./beside.ts";
import { readLabel } from "./label.ts";
import type { Excerpt, Piece } from "./piece.ts";
import { excerpt } from "./piece.ts";
import { firstSentenceEnd, wordCount } from "./words.ts";

/** The text of a node taken apart: its title, the rest of its paragraph, and what brackets at its end say beside it. */
export interface TitleReading {
  title: Excerpt | null;
  statement: Excerpt | null;
  tag: Excerpt | null;
  horizon: Excerpt | null;
  phase: Excerpt | null;
  dates: Excerpt | null;
  amount: Excerpt | null;
  owner: Excerpt | null;
  mark: "new" | "modified" | "continuing" | null;
}

const HORIZON = /^(?:ST|LT|MT|ST ?\/ ?LT|LT ?\/ ?ST|short[- ]term|long[- ]term|mid[- ]term)$/i;
const PHASE =
  /^(?:phase|stage|wave|tier|year|years|yr|cohort) (?:[\dIVX]+|one|two|three|four|five)(?:\s?(?:-|–|to|and|&|,)\s?[\dIVX]+)*$/i;
const DATES =
  /^(?:by |due |starting |beginning |begins |start |in )?(?:(?:early|mid|late|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? )?(?:\d{1,2}, )?(?:20\d{2}|SY ?\d{2,4})(?:\s?[-–/]\s?(?:20)?\d{2})?$|^(?:ongoing|annually|yearly|quarterly|monthly|each year|every year)$/i;
const AMOUNT = /^\$\s?[\d,.]+(?:\s?(?:million|billion|thousand|[MKB]))?(?: (?:per year|a year|annually|total|each))?$/i;
/** The node goes on from the page before. */
const GOES_ON = /^cont(?:inued|['’]d|d|\.)?$/i;
/** "Hire tutors $45,000"; but "a contract over $45,000" has its amount in the sentence. */
/** A badge: "Bring back shop class MODIFIED". */
const BADGE = /\s+(NEW|MODIFIED|REVISED|UPDATED|CONTINUING)!?\s*$/;
const AMOUNT_BEHIND =
  /(?<!\b(?:over|under|to|of|than|at|least|about|from|by|for|with|save|saved|raise|spend|the|a|up|exceed|exceeding|and|or)) (\$\s?\d[\d,.]*\d(?:\s?(?:million|billion|thousand|[MKB])\b)?)(?:\s+(?:yes|no|y|n))?\s*$/i;
const MARKS: [RegExp, NonNullable<TitleReading["mark"]>][] = [
  [/^new!?$/i, "new"],
  [/^(?:modified|revised|updated|changed|amended)$/i, "modified"],
  [/^(?:continuing|unchanged|carry[- ]?over|carried over)$/i, "continuing"],
];

/** Reads the words of `piece` from `from` on as the text of a node. */
export function readTitle(piece: Piece, from = 0, to = piece.text.length): TitleReading {
  const reading: TitleReading = {
    title: null,
    statement: null,
    tag: null,
    horizon: null,
    phase: null,
    dates: null,
    amount: null,
    owner: null,
    mark: null,
  };
  const limit = takeBeside(piece, from, to, reading);
  let end = takeTails(piece, from, limit, reading);
  const start = takeMark(piece, from, end, reading);
  if (start >= end) {
    end = limit;
  }
  const split = splitAt(piece, start, end);
  reading.title = excerpt(
    piece,
    start,
    start + piece.text.slice(start, split.title).replace(/\s+[-–—]+\s*$/, "").length,
  );
  reading.statement = excerpt(piece, split.rest, end);
  if (reading.title && reading.statement) {
    const titleEnd = takeTails(piece, start, split.title, reading);
    if (titleEnd > start) reading.title = excerpt(piece, start, titleEnd);
  }
  return reading;
}

/** Takes the attributes that the line goes on with; answers where the text before them ends. */
function takeBeside(piece: Piece, from: number, to: number, reading: TitleReading): number {
  const beside = besideIn(piece, from, to);
  const [first] = beside;
  const end = first ? trimmed(piece.text, from, first.at) : to;
  if (end <= from) return to;
  for (const { field, from: start, to: stop } of beside) {
    const words = excerpt(piece, start, piece.text[stop - 1] === ")" ? stop - 1 : stop);
    if (field === "owner" || field === "dates" || field === "amount" || field === "phase" || field === "horizon")
      reading[field] ??= words;
  }
  return end;
}

/** Takes what brackets, or an amount behind a dash, add at the end; answers where the text then ends. */
function takeTails(piece: Piece, from: number, to: number, reading: TitleReading): number {
  let end = to;
  for (;;) {
    const text = piece.text.slice(from, end);
    const bracket = /\s*[([]([^()[\]]{1,40})[)\]]\s*$/.exec(text);
    const dash = /\s*(?:[–—:|,;]|\s-)\s*(\$\s?[\d,.]+(?:\s?(?:million|billion|thousand|[MKB]))?)\s*$/i.exec(text);
    const badge = text === text.toUpperCase() ? null : BADGE.exec(text);
    const tail = bracket ?? dash ?? badge ?? AMOUNT_BEHIND.exec(text);
    if (!tail || tail.index === 0) return end;
    const at = from + tail.index + tail[0].indexOf(tail[1]!);
    if (!takeTag(piece, at, at + tail[1]!.length, reading)) return end;
    end = from + tail.index;
  }
}

function takeTag(piece: Piece, from: number, to: number, reading: TitleReading): boolean {
  const words = excerpt(piece, from, to);
  if (!words) return false;
  const mark = MARKS.find(([pattern]) => pattern.test(words.text))?.[1];
  const label = readLabel(words.text);
  const field = label?.meaning.is === "attribute" ? label.meaning.field : null;
  if (GOES_ON.test(words.text)) return true;
  if (label && (field === "owner" || field === "dates" || field === "amount" || field === "phase")) {
    reading[field] = excerpt(piece, from + label.textAt, to);
  } else if (mark) reading.mark = mark;
  else if (HORIZON.test(words.text)) [reading.horizon, reading.tag] = [words, words];
  else if (PHASE.test(words.text)) [reading.phase, reading.tag] = [words, words];
  else if (AMOUNT.test(words.text)) reading.amount = words;
  else if (DATES.test(words.text) && !/%|\bfrom\b.*\bto\b/.test(piece.text.slice(0, from))) reading.dates = words;
  else return false;
  return true;
}

/** "NEW: …" and "(New) …" in front. */
function takeMark(piece: Piece, from: number, to: number, reading: TitleReading): number {
  const front =
    /^\s*(?:[([]\s*([Nn]ew|NEW|[Mm]odified|MODIFIED|[Rr]evised|REVISED|[Uu]pdated|UPDATED|[Cc]ontinuing|CONTINUING)\s*[)\]]|(NEW|MODIFIED|REVISED|UPDATED|CONTINUING|New|Modified|Revised)\s*[:!–—])\s*/.exec(
      piece.text.slice(from, to),
    );
  if (!front) return from;
  const word = (front[1] ?? front[2])!;
  reading.mark = MARKS.find(([pattern]) => pattern.test(word))?.[1] ?? "modified";
  return from + front[0].length;
}

/** Where the title ends and the rest starts: at the run in bold that opens the line, or behind the first sentence. */
function splitAt(piece: Piece, from: number, to: number): { title: number; rest: number } {
  const { lead, text } = piece;
  if (lead > from + 2 && lead < to && wordCount(text.slice(from, lead)) <= 14) {
    const closing = /^\s*[.:;–—-]*\s*/.exec(text.slice(lead, to))![0];
    const rest = lead + closing.length;
    const apart =
      /[.:;–—-]\s*$/.test(text.slice(from, lead)) || /[.:;–—-]/.test(closing) || /^["“‘]?[A-Z]/.test(text.slice(rest));
    if (apart && rest < to) return { title: lead, rest };
  }
  const end = from + firstSentenceEnd(text.slice(from, to));
  return { title: end, rest: end };
}
