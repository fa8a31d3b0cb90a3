import type { SourceLine } from "../source.ts";
import { readColumns } from "./columns.ts";

/** A cell of a table that a text file draws with bars, tabs or spaces: a part of a line. */
export interface TextCell {
  line: SourceLine;
  from: number;
  to: number;
  cell: NonNullable<SourceLine["cell"]>;
}

/** Tables of plain text get numbers of their own, far from those that a format gives. */
const FIRST_TABLE = 1_000_000;

/** The cells of every line that belongs to a table drawn in plain text, by line number. */
export function findTextTables(lines: SourceLine[]): Map<number, TextCell[]> {
  const found = new Map<number, TextCell[]>();
  let table = FIRST_TABLE;
  for (let at = 0; at < lines.length; at++) {
    const block = tableFrom(lines, at);
    if (!block) continue;
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
    if (head.length < 2 || !namesColumns(head.map((part) => first.text.slice(part.from, part.to)))) continue;
    const rows = [head];
    for (let next = at + 1; next < lines.length; next++) {
      const parts =
        lines[next]!.text.trim() === "" ? [] : split(lines[next]!.text, offsetsIn(head, lines[next]!, first));
      if (parts.length < 2 && !(split === spaced && parts.length === 1 && parts[0]!.column > 0)) break;
      rows.push(parts);
    }
    if (rows.length > 1) return rows;
  }
  return null;
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

function barred(text: string): Part[] {
  return parts(text, /\|/g)
    .map((part, column) => ({ ...part, column }))
    .filter((part) => part.to > part.from);
}

function tabbed(text: string): Part[] {
  return parts(text, /\t+/g)
    .map((part, column) => ({ ...part, column }))
    .filter((part) => part.to > part.from);
}

/** Columns that only white space parts: at least three, each part under the head that it starts nearest to. */
function spaced(text: string, heads: number[] | null): Part[] {
  const found = parts(text, /\s{2,}/g).filter((part) => part.to > part.from);
  if (heads === null) return found.length >= 3 ? found.map((part, column) => ({ ...part, column })) : [];
  return found.map((part) => ({ ...part, column: nearest(heads, part.from) }));
}

function offsetsIn(head: Part[], line: SourceLine, first: SourceLine): number[] {
  return head.map((part) => part.from + first.indent - line.indent);
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
