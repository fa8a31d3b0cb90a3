import type { SourceLine } from "../source.ts";
import { BULLET } from "./clean-text.ts";
import { least, most } from "./extremes.ts";
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

/**
 * Points from one line of a text to its next, in units of the type's size: the least that is usual in this document. Most lines of
 * a plan are items of their own, so the most frequent step may be the one between items.
 */
function usualLeading(lines: readonly PdfLine[]): number {
  const steps = new Map<number, number>();
  let total = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || next.page !== line.page || next.size !== line.size) continue;
    const step = Math.round(((next.y - line.y) / line.size) * 20) / 20;
    if (step < 0.8 || step > 2.2) continue;
    steps.set(step, (steps.get(step) ?? 0) + 1);
    total++;
  }
  const usual = [...steps].filter(([, count]) => count >= Math.max(2, total * 0.05)).map(([step]) => step);
  return usual.length === 0 ? 1.2 : least(usual);
}

/**
 * Marks the lines that run to the edge and go on in the next. `body` is the usual size of type, `edge` is where the text of a
 * line's column ends.
 */
export function markWraps(lines: readonly PdfLine[], body: number, edge: (line: PdfLine) => number): void {
  const leading = usualLeading(lines);
  const may = lines.map((line, at) => at + 1 < lines.length && mayGoOn(line, lines[at + 1]!, leading));
  const full = new Set<number>();
  for (const [at, line] of lines.entries()) if (may[at] && isFull(line, lines[at + 1]!, edge(line))) full.add(at);
  for (const at of narrowText(lines, may)) full.add(at);
  // Running text goes on in a small letter more often than not. Where it does not, full lines are items of a list.
  const small = (at: number): boolean => SMALL.test(lines[at + 1]?.text ?? "");
  const running = [...full].filter(small).length > full.size * 0.5;
  // A heading has capitals all along, and no second heading follows it as closely as its own next line.
  const large = (at: number): boolean => lines[at]!.size > body * 1.15 && lines[at + 1]!.size === lines[at]!.size;
  for (const at of full) lines[at]!.wraps = running || small(at) || large(at);
}

const SMALL = /^["'“‘(]?\p{Ll}/u;

/** The lines stand below each other as those of one text do: column, type, step and edge agree. */
function mayGoOn(line: PdfLine, next: PdfLine, leading: number): boolean {
  if (line.page !== next.page || line.region !== next.region || !sameCell(line, next)) return false;
  if (Math.abs(line.size - next.size) > line.size * 0.08) return false;
  const step = next.y - line.y;
  // A little more space than usual parts two paragraphs, unless the next one begins within a sentence.
  const widest = line.size * Math.max(leading, 1) * (SMALL.test(next.text) ? 1.3 : 1.12);
  if (step < line.size * 0.5 || step > widest) return false;
  if (!foldsOn(next.text) || isBold(line) !== isBold(next)) return false;
  return next.x >= line.x - 45 && next.x <= line.textX + line.size * 0.6;
}

/** The next line's first word would not have fitted into this one. */
function isFull(line: PdfLine, next: PdfLine, edge: number): boolean {
  const letter = (next.right - next.x) / Math.max(1, next.text.length);
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return line.right + letter * (word + 0.7) > edge;
}

/** Text narrower than its column, such as a box: four lines or more that are all full but for the last, and read on. */
function narrowText(lines: readonly PdfLine[], may: readonly boolean[]): number[] {
  const found: number[] = [];
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (may[to]) to++;
    const block = lines.slice(from, to + 1);
    if (block.length >= 4 && isRunning(block)) for (let at = from; at < to; at++) found.push(at);
    from = to;
  }
  return found;
}

function isRunning(block: readonly PdfLine[]): boolean {
  const edge = most(block.map((line) => line.right));
  const words = block.reduce((sum, line) => sum + line.text.split(" ").length, 0);
  const small = block.slice(1).filter((line) => SMALL.test(line.text)).length;
  if (words < block.length * 4 || small < (block.length - 1) * 0.6) return false;
  return block.slice(1).every((next, at) => isFull(block[at]!, next, edge));
}

function sameCell(a: PdfLine, b: PdfLine): boolean {
  if (a.cell === null || b.cell === null) return a.cell === b.cell && a.column.left === b.column.left;
  return a.cell.row === b.cell.row && a.cell.column === b.cell.column && a.cell.table === b.cell.table;
}

/** Of mixed lines, the part at the joint counts: a bold lead may be followed by plain words that wrap. */
const isBold = (line: PdfLine): boolean => line.runs.every((run) => run.style.bold || run.text.trim() === "");
