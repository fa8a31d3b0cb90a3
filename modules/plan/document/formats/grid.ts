import type { SourceLine } from "../source.ts";
import { type LineWriter, PLAIN, type Style } from "./line-writer.ts";

/** What csv and xlsx have in common: rows of cells, of which the first may be a row of headings. */
export interface Cell {
  text: string;
  style: Style | null;
}

export interface GridPlace {
  region?: SourceLine["region"];
  /** Columns between the sheet's edge and the first one given. */
  fromColumn?: number;
  fromRow?: number;
}

/** Each cell becomes a line, or as many lines as it holds; an empty row becomes an empty line, an empty cell none. */
export function writeTable(writer: LineWriter, rows: readonly (readonly (string | Cell)[])[], place: GridPlace): void {
  const table = writer.nextTable();
  const header = hasHeader(rows);
  for (const [at, row] of rows.entries()) {
    const cells = row.map(asCell);
    if (cells.every((cell) => cell.text.trim() === "")) writer.plain("");
    for (const [column, cell] of cells.entries()) {
      writeCell(writer, cell, {
        table,
        row: at + (place.fromRow ?? 0),
        column: column + (place.fromColumn ?? 0),
        header: header && at === 0,
      });
    }
  }
}

function writeCell(writer: LineWriter, cell: Cell, place: NonNullable<SourceLine["cell"]>): void {
  if (cell.text.trim() === "") return;
  const lines = cell.text.trim().split(/\s*?(?:\r\n|\n|\r)/);
  let before: SourceLine | null = null;
  for (const text of lines) {
    // A break in a cell is as often the end of an item as a fold of a sentence: only a small letter says that it goes on.
    if (before !== null && /^\p{Ll}/u.test(text.trim())) before.wraps = true;
    before = writer.styled([{ text, style: cell.style ?? PLAIN }], { cell: place });
  }
}

function asCell(cell: string | Cell): Cell {
  return typeof cell === "string" ? { text: cell, style: null } : cell;
}

/** A first row of two or more short, different words without figures, over at least one more row, names the columns. */
function hasHeader(rows: readonly (readonly (string | Cell)[])[]): boolean {
  const first = (rows[0] ?? []).map((cell) => asCell(cell).text.trim());
  const named = first.filter((text) => text !== "");
  return (
    rows.length > 1 &&
    named.length > 1 &&
    named.length >= first.length - 1 &&
    new Set(named).size === named.length &&
    named.every((text) => text.length <= 60 && !/^[\d.,%$ -]+$/.test(text))
  );
}
