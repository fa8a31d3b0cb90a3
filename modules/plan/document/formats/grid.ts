import type { SourceLine } from "../source.ts";
import type { LineWriter, Run } from "./line-writer.ts";

/** What csv and xlsx have in common: rows of cells, written or not; rows and columns count from 0. */
export interface GridRow {
  row: number;
  cells: { column: number; runs: Run[] }[];
}

/** Each cell becomes a line, or as many lines as it holds; empty rows become an empty line, an empty cell none. */
export function writeGrid(writer: LineWriter, rows: readonly GridRow[]): void {
  const table = writer.nextTable();
  const written = rows.filter((row) => row.cells.length > 0);
  const header = hasHeader(written);
  let next = written[0]?.row ?? 0;
  for (const { row, cells } of written) {
    if (row > next) writer.plain("");
    next = row + 1;
    for (const { column, runs } of cells) {
      writeCell(writer, runs, { table, row, column, header: header && row === written[0]!.row });
    }
  }
}

function writeCell(writer: LineWriter, runs: readonly Run[], cell: NonNullable<SourceLine["cell"]>): void {
  let before: SourceLine | null = null;
  for (const line of cutLines(runs)) {
    if (line.every((run) => run.text.trim() === "")) continue;
    const written = writer.styled(line, { cell });
    // A break in a cell is as often the end of an item as a fold of a sentence: only a small letter says that it goes on.
    if (before !== null && /^\p{Ll}/u.test(written.text)) before.wraps = true;
    before = written;
  }
}

function cutLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const { text, style } of runs) {
    for (const [at, part] of text.split(/\r\n|[\n\r\v]/).entries()) {
      if (at > 0) lines.push([]);
      lines.at(-1)!.push({ text: part, style });
    }
  }
  return lines;
}

/** A first row of two or more short, different words without figures, over at least one more row, names the columns. */
function hasHeader(rows: readonly GridRow[]): boolean {
  const [first, second] = rows;
  if (first === undefined || second === undefined || first.cells.length < 2) return false;
  const named = first.cells.map((cell) =>
    cell.runs
      .map((run) => run.text)
      .join("")
      .trim(),
  );
  return (
    named.length >= second.cells.length - 1 &&
    new Set(named).size === named.length &&
    named.every((text) => text.length <= 60 && !/^[\d.,%$ -]+$/.test(text))
  );
}
