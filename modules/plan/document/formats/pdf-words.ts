import type { PdfLine } from "./pdf-lines.ts";
import { textOf } from "./pdf-rows.ts";

/** A word in two parts: the end of one line, hyphen included, and the beginning of the next. */
interface Broken {
  line: PdfLine;
  next: PdfLine;
  /** As written with its hyphen, and without. */
  hyphened: string;
  joined: string;
  /** What moves up: the letters and the punctuation behind them. */
  tail: string;
}

/** Takes words together that were broken at the end of a line; a line of nothing else is gone with it. */
export function mendWords(lines: readonly PdfLine[]): PdfLine[] {
  const ends = lines.flatMap((line, at) => (line.wraps && /[-\u00ad]$/.test(line.text) ? [at] : []));
  if (ends.length === 0) return [...lines];
  const words = wordsOf(lines);
  const broken = ends.flatMap((at) => brokenWord(lines[at]!, lines[at + 1]!) ?? []);
  // Whether this document breaks words at all: a word that it writes elsewhere tells, with a hyphen or without.
  const votes = broken.map((word) => Number(words.has(word.joined)) - Number(words.has(word.hyphened)));
  const breaks = votes.reduce((sum, vote) => sum + vote, 0) > 0;
  for (const word of broken) mend(word, keepsHyphen(word, words, breaks));
  return lines.filter((line) => line.text !== "");
}

function brokenWord(line: PdfLine, next: PdfLine): Broken | null {
  const head = /[\p{L}-]+[-\u00ad]$/u.exec(line.text)?.[0];
  const tail = /^\p{Ll}[\p{L}'’]*[^\s\p{L}-]*(?=\s|$)/u.exec(next.text)?.[0];
  if (head === undefined || tail === undefined) return null;
  const letters = /^[\p{L}'’]+/u.exec(tail)?.[0] ?? tail;
  const start = head.slice(0, -1);
  return {
    line,
    next,
    tail,
    hyphened: `${start}-${letters}`.toLowerCase(),
    joined: `${start}${letters}`.toLowerCase(),
  };
}

function keepsHyphen({ line, hyphened, joined }: Broken, words: ReadonlySet<string>, breaks: boolean): boolean {
  if (line.text.endsWith("\u00ad")) return false;
  if (words.has(hyphened)) return true;
  return !words.has(joined) && !breaks;
}

/** The word moves whole to the line on which it began. */
function mend({ line, next, tail }: Broken, hyphen: boolean): void {
  const last = line.runs.findLast((run) => run.text.trim() !== "")!;
  last.text = `${hyphen ? last.text.trimEnd() : last.text.trimEnd().slice(0, -1)}${tail}`;
  line.text = textOf(line.runs).trim();
  cutStart(next, tail.length);
  if (next.text === "") line.wraps = next.wraps;
}

function cutStart(line: PdfLine, length: number): void {
  let left = length;
  for (const run of line.runs) {
    const text = left === length ? run.text.trimStart() : run.text;
    const cut = Math.min(left, text.length);
    run.text = text.slice(cut);
    left -= cut;
    if (left === 0) break;
  }
  line.text = textOf(line.runs).trim();
}

/** Words that the document writes within a line. */
function wordsOf(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.toLowerCase().match(/[\p{L}-]+(?=[^\p{L}-])/gu) ?? []) words.add(word);
  }
  return words;
}
