/** The words of a stretch of source, as a title or sentence: bullets off, white space to single spaces. */
import type { Span } from "../document/reading.ts";

const BULLET = /^[\s•●▪○◦‣·*–—>#|-]+/;

/** Never more than what stands there: a substring of the source after white space and bullets are reduced. */
export function wordsOf(source: string, spans: readonly Span[]): string {
  return spans
    .flatMap((span) => source.slice(span.start, span.end).split("\n"))
    .map((line) => line.replace(BULLET, "").replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** Where in a span the given words last begin (white space ignored), or null if they do not stand in it. */
export function placeOf(source: string, span: Span, words: string): number | null {
  const offsets: number[] = [];
  let compact = "";
  for (let at = span.start; at < span.end; at += 1) {
    if (/\s/.test(source[at] as string)) continue;
    offsets.push(at);
    compact += source[at];
  }
  const found = compact.lastIndexOf(words.replace(/\s+/g, ""));
  return found < 0 ? null : (offsets[found] as number);
}

/** A span that ends or begins elsewhere, with its lines counted anew. */
export function cutSpan(source: string, span: Span, start: number, end: number): Span {
  const linesBetween = (from: number, to: number): number => source.slice(from, to).split("\n").length - 1;
  const first = span.lines[0] + linesBetween(span.start, start);
  return { start, end, lines: [first, first + linesBetween(start, end)] };
}
