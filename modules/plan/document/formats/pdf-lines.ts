import type { SourceLine } from "../source.ts";
import { BULLET } from "./clean-text.ts";
import { foldsOn, type Run } from "./line-writer.ts";
import type { LaidLine } from "./pdf-layout.ts";
import { textOf } from "./pdf-rows.ts";

/** A line of a pdf, ready but for its number. */
export interface PdfLine extends LaidLine {
  runs: Run[];
  text: string;
  x: number;
  right: number;
  /** Where its words begin, past a bullet or number. */
  textX: number;
  region: SourceLine["region"];
  wraps: boolean;
}

export function makeLine(laid: LaidLine, region: SourceLine["region"]): PdfLine {
  const runs = laid.segments.flatMap((segment, at) => {
    const before = at === 0 ? " " : textOf(laid.segments[at - 1]!.runs);
    return before.endsWith(" ") ? segment.runs : [space(segment.runs[0]!), ...segment.runs];
  });
  const text = textOf(runs).trim();
  const x = laid.segments[0]!.x;
  const right = laid.segments.at(-1)!.right;
  return { ...laid, runs, text, x, right, textX: wordsAt(laid, text, x), region, wraps: false };
}

const space = (run: Run): Run => ({ text: " ", style: run.style });

function wordsAt(laid: LaidLine, text: string, x: number): number {
  const mark = BULLET.exec(text)?.[0] ?? /^\(?[\dA-Za-z]{1,3}(?:\.\d+)*[.):]\s+/.exec(text)?.[0];
  if (mark === undefined) return x;
  const [first, second] = laid.segments;
  if (second !== undefined && textOf(first!.runs).trim() === mark.trim()) return second.x;
  return x + (mark.length / text.length) * (laid.segments.at(-1)!.right - x);
}

/** Points from the start of one line to that of the next, in units of the type's size: what is usual in this document. */
export function usualLeading(lines: readonly PdfLine[]): number {
  const steps = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || next.page !== line.page || next.size !== line.size || next.y <= line.y) continue;
    const step = Math.round(((next.y - line.y) / line.size) * 20) / 20;
    if (step < 2.2) steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const [best] = [...steps].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? 1.2;
}

/** Marks the lines that run to the edge and go on in the next, and takes broken words together. */
export function joinLines(lines: PdfLine[], edges: (line: PdfLine) => number): void {
  const leading = usualLeading(lines);
  const full: number[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next !== undefined && goesOn(line, next, edges(line), leading)) full.push(at);
  }
  // Running text goes on in a small letter more often than not. Where it does not, full lines are items of a list.
  const small = (at: number): boolean => /^["'“‘(]?\p{Ll}/u.test(lines[at + 1]?.text ?? "");
  const running = full.filter(small).length > full.length * 0.5;
  for (const at of full) lines[at]!.wraps = running || small(at);
  const words = lines.some((line) => line.wraps && /-$/.test(line.text)) ? wordsOf(lines) : new Set<string>();
  for (const [at, line] of lines.entries()) if (line.wraps) mendWord(line, lines[at + 1]!, words);
}

/** The next line goes on for certain if its first word would not have fitted into this one. */
function goesOn(line: PdfLine, next: PdfLine, edge: number, leading: number): boolean {
  if (line.page !== next.page || line.region !== next.region || !sameCell(line, next)) return false;
  if (Math.abs(line.size - next.size) > line.size * 0.08) return false;
  const step = next.y - line.y;
  if (step < line.size * 0.5 || step > line.size * Math.max(leading, 1) * 1.3) return false;
  if (!foldsOn(next.text) || isBold(line) !== isBold(next)) return false;
  if (next.x < line.x - 45 || next.x > line.textX + line.size * 0.6) return false;
  const letter = (next.right - next.x) / Math.max(1, next.text.length);
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return line.right + letter * (word + 0.7) > edge;
}

function sameCell(a: PdfLine, b: PdfLine): boolean {
  if (a.cell === null || b.cell === null) return a.cell === b.cell && a.column.left === b.column.left;
  return a.cell.row === b.cell.row && a.cell.column === b.cell.column && a.cell.table === b.cell.table;
}

/** Of mixed lines, the part at the joint counts: a bold lead may be followed by plain words that wrap. */
const isBold = (line: PdfLine): boolean => line.runs.every((run) => run.style.bold || run.text.trim() === "");

/** A word broken at the end of a line moves to it whole; its hyphen stays if the document writes the word with one. */
function mendWord(line: PdfLine, next: PdfLine, words: ReadonlySet<string>): void {
  const head = /[\p{L}-]+[-\u00ad]$/u.exec(line.text)?.[0];
  const tail = /^\p{Ll}[\p{L}'’]*[^\s\p{L}-]*(?=\s|$)/u.exec(next.text)?.[0];
  if (head === undefined || tail === undefined) return;
  const letters = /^[\p{L}'’]+/u.exec(tail)?.[0] ?? tail;
  const soft = head.endsWith("\u00ad");
  const joined = `${head.slice(0, -1)}${letters}`.toLowerCase();
  const hyphen = !soft && (words.has(`${head}${letters}`.toLowerCase()) || !words.has(joined));
  const last = line.runs.findLast((run) => run.text.trim() !== "")!;
  last.text = `${hyphen ? last.text.trimEnd() : last.text.trimEnd().slice(0, -1)}${tail}`;
  line.text = textOf(line.runs).trim();
  cutStart(next, tail.length);
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
