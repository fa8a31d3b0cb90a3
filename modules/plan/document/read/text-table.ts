import type { SourceLine } from "../source.ts";
import { readColumns } from "./columns.ts";

/** A cell of a table that a text file draws with bars, tabs or spaces: a part of a line. */
export interface TextCell {
  line: SourceLine;
  from: number;
  to: number;
  cell: NonNullable<SourceLine["cell"]>;
}

/** Columns of indent that a tab counts for. */
const TAB = 4;

/** Tables of plain text get numbers of their own, far from those that a format gives. */
const FIRST_TABLE = 1_000_000;

/** The cells of every line that belongs to a table drawn in plain text, by line number. */
export function findTextTables(lines: SourceLine[]): Map<number, TextCell[]> {
  const found = new Map<number, TextCell[]>();
  let table = FIRST_TABLE;
  for (let at = 0; at < lines.length; at++) {
    const block = tableFrom(lines, at);
    if (!block) {
      at += flattened(lines, at, table++, found);
      continue;
    }
    for (const [row, cells] of block.entries()) {
      const line = lines[at + row]!;
      const placed = cells.map(({ from, to, column }) => ({
        line,
        from,
        to,
        cell: { table, row, column, header: row === 0 },
      }));
      found.set(line.n, placed);
    }
    table++;
    at += block.length - 1;
  }
  return found;
}

interface Part {
  from: number;
  to: number;
  column: number;
}

/** The rows of a table that begins at a line whose parts name the columns of a plan. */
function tableFrom(lines: SourceLine[], at: number): Part[][] | null {
  const first = lines[at]!;
  if (first.cell || first.text.length > 300) return null;
  for (const split of [barred, tabbed, spaced]) {
    const head = split(first.text, null);
    const drawn = split === barred && isBoxed(first) && isBoxed(lines[at + 1]);
    if (head.length < 2 || (!drawn && !namesColumns(head.map((part) => first.text.slice(part.from, part.to)))))
      continue;
    const rows = [head];
    for (let next = at + 1; next < lines.length; next++) {
      const parts = lines[next]!.text.trim() === "" ? [] : split(lines[next]!.text, rulerOf(head, lines[next]!, first));
      if (parts.length < 2 && !(split === spaced && parts.length === 1 && parts[0]!.column > 0)) break;
      rows.push(parts);
    }
    if (rows.length > 1) return rows;
  }
  return null;
}

const MOST_COLUMNS = 8;

/**
 * A table that lost its columns: the words at the heads of at least three, a line each, then row after row of as many lines, up
 * to an empty line. Answers how many lines it takes up beyond the first.
 */
function flattened(lines: SourceLine[], at: number, table: number, found: Map<number, TextCell[]>): number {
  let width = 0;
  while (width < MOST_COLUMNS && mayHeadColumn(lines[at + width])) width++;
  const heads = lines.slice(at, at + width).map((line) => line.text);
  if (width < 3 || !namesColumns(heads)) return 0;
  let end = at;
  while (end < lines.length && lines[end]!.text.trim() !== "") end++;
  if (end - at < 2 * width || (end - at) % width !== 0) return 0;
  for (const [offset, line] of lines.slice(at, end).entries()) {
    const row = Math.floor(offset / width);
    const cell = { table, row, column: offset % width, header: row === 0 };
    found.set(line.n, [{ line, from: 0, to: line.text.length, cell }]);
  }
  return end - at - 1;
}

/** A heading of a list, with its colon, or an item of one is no head of a column. */
function mayHeadColumn(line: SourceLine | undefined): boolean {
  if (!line || line.cell || line.heading !== null || !/^[A-Z][\w /&()'’-]{1,40}$/.test(line.text)) return false;
  const [column] = readColumns([line.text]);
  return column != null && column.holds !== "series";
}

function namesColumns(heads: string[]): boolean {
  const columns = readColumns(heads);
  const known = columns.filter((column) => column !== null);
  return (
    known.length >= 2 &&
    known.length >= heads.length / 2 &&
    known.some((column) => column.holds === "level" || column.holds === "measure")
  );
}

/** Bars at both ends of a line, and of the next: a table, whatever its columns are called. */
function isBoxed(line: SourceLine | undefined): boolean {
  return line !== undefined && /^\|.+\|.+\|$/.test(line.text.trim());
}

/** A bar at the start of the line is the table's edge and has no column in front. */
function barred(text: string): Part[] {
  const edge = /^\s*\|/.test(text) ? 1 : 0;
  return parts(text, /\|/g)
    .map((part, column) => ({ ...part, column: column - edge }))
    .filter((part) => part.to > part.from);
}

/** Empty columns at the start of a row are white space in front of the line. */
function tabbed(text: string, ruler: Ruler | null): Part[] {
  return parts(text, (ruler?.single ?? !/\t\t/.test(text)) ? /\t/g : /\t+/g)
    .map((part, column) => ({ ...part, column: column + (ruler?.empty ?? 0) }))
    .filter((part) => part.to > part.from);
}

/** Columns that only white space parts: at least three, each part under the head that it starts nearest to. */
function spaced(text: string, ruler: Ruler | null): Part[] {
  const found = parts(text, /\s{2,}/g).filter((part) => part.to > part.from);
  if (ruler === null) return found.length >= 3 ? found.map((part, column) => ({ ...part, column })) : [];
  return found.map((part) => ({ ...part, column: nearest(ruler.heads, part.from) }));
}

/** What the first row of a table tells about the columns of another. */
interface Ruler {
  /** Where the columns begin in that row. */
  heads: number[];
  /** Columns that stand empty before the row's first word, if tabs part them. */
  empty: number;
  /** One tab parts two columns; else any number of tabs does. */
  single: boolean;
}

function rulerOf(head: Part[], line: SourceLine, first: SourceLine): Ruler {
  return {
    heads: head.map((part) => part.from + first.indent - line.indent),
    empty: Math.max(0, Math.round((line.indent - first.indent) / TAB)),
    single: !/\t\t/.test(first.text),
  };
}

function nearest(heads: number[], at: number): number {
  let best = 0;
  for (const [column, head] of heads.entries()) if (Math.abs(head - at) < Math.abs(heads[best]! - at)) best = column;
  return best;
}

function parts(text: string, separator: RegExp): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (const match of [...text.matchAll(separator), { index: text.length, 0: "" }]) {
    const part = text.slice(from, match.index);
    const lead = part.length - part.trimStart().length;
    found.push({ from: from + lead, to: from + Math.max(lead, part.trimEnd().length) });
    from = match.index + match[0].length;
  }
  return found;
}
