import { cellNode, keepField } from "./cells.ts";
import { type Column, columnsOfCodes, readColumns } from "./columns.ts";
import { explains } from "./definitions.ts";
import type { DraftWriter } from "./draft-writer.ts";
import { readHeading } from "./heading.ts";
import { ASIDES } from "./lexicon/asides.ts";
import { excerpt } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { type Grid, gridOf, textOfCell } from "./table.ts";
import { TableRows } from "./table-rows.ts";
import { typedRows } from "./typed-rows.ts";

/** What the tables need of the walk through the page. */
export interface TableHost {
  writer: DraftWriter;
  /** Reads a cell as if it were a line. */
  feed: (piece: SeenPiece) => void;
  /** The piece that holds an offset of the source. */
  pieceAt: (offset: number) => SeenPiece | undefined;
}

/** Reads one table, by whichever of its axes says what the cells are. */
export function readTable(host: TableHost, pieces: SeenPiece[]): void {
  const grid = gridOf(pieces);
  const header = findHeader(grid, host);
  if (header) {
    for (const piece of grid.rows.slice(0, header.row).flat(2)) host.feed(piece);
    const heads = grid.rows[header.row]!;
    for (const piece of heads.flat()) host.writer.leave(piece, "table_heading");
    const rows = grid.rows.slice(header.row + 1);
    const aside = heads.flatMap((cell) => ASIDES.find(([pattern]) => pattern.test(textOfCell(cell)))?.[1] ?? []);
    if (aside.includes("reference_list")) for (const piece of rows.flat(2)) host.writer.leave(piece, "reference_list");
    else if (!typedRows(host.writer, header.columns, rows))
      new TableRows(host, columnsOfCodes(header.columns, rows), heads, rows).read();
  } else if (isMatrix(grid)) readMatrix(host, grid);
  else if (isRowOfNodes(grid)) readColumnsOfNodes(host, grid);
  else if (isCalendar(grid)) readCalendar(host, grid);
  else if (definesWords(grid)) for (const piece of pieces) host.writer.leave(piece, "definition");
  else if (isListOfPairs(grid)) readPairs(host, grid);
  else if (pieces.some(isLabelled)) for (const piece of pieces) host.feed(piece);
  else for (const piece of pieces) host.writer.leave(piece, "unclear");
}

interface Header {
  row: number;
  columns: (Column | null)[];
}

/** The first row whose words name the columns of a plan. */
function findHeader(grid: Grid, host: TableHost): Header | null {
  for (let row = 0; row < Math.min(8, grid.rows.length - 1); row++) {
    const cells = grid.rows[row]!;
    if (cells.flat().some((piece) => piece.text.length > 80 || isLabelled(piece))) continue;
    const texts = cells.map((cell) => (cell.length > 0 ? textOfCell(cell) : null));
    const columns = readColumns(texts);
    const known = columns.filter((column) => column !== null);
    const filled = texts.filter((text) => text !== null);
    if (filled.length < 2 || known.length < 2 || known.length < filled.length / 2) continue;
    if (known.some((column) => isTelling(column, host))) return { row, columns };
  }
  return null;
}

/** A column that makes its table part of a plan: dates and names alone may be any table. */
function isTelling(column: Column, host: TableHost): boolean {
  if (column.holds === "level" || column.holds === "measure" || column.holds === "guardrail") return true;
  if (column.holds === "code") return column.name !== null || host.writer.list?.kind === "level";
  if (column.holds === "series") return host.writer.list?.kind === "measure";
  return (
    column.field === "type" ||
    (column.field === "title" && host.writer.list?.kind === "level") ||
    (column.field === "statement" && host.writer.list?.kind === "level")
  );
}

function isLabelled({ sight }: SeenPiece): boolean {
  return (
    sight.is === "reference" ||
    (sight.is === "label" && sight.label.code !== null && sight.label.meaning.is === "level")
  );
}

/** Nodes across the top, the names of lists down the side. */
function isMatrix(grid: Grid): boolean {
  const [top, ...below] = grid.rows;
  if (!top || grid.width < 3 || below.length === 0) return false;
  const heads = top.slice(1).filter((cell) => cell.length > 0);
  const sides = below.filter((row) => row[0]!.length > 0);
  const named = sides.filter((row) => namesCells(row[0]![0]!));
  return (
    heads.length >= 2 &&
    sides.length > 0 &&
    named.length >= sides.length / 2 &&
    below.some((row) => row.slice(1).some((cell) => cell.length > 0))
  );
}

function namesCells(piece: SeenPiece): boolean {
  if (piece.sight.is === "lead-in") return true;
  const kind = (piece.sight.is === "heading" ? piece.sight.heading : readHeading(piece.text))?.names[0]?.meaning.is;
  return kind === "level" || kind === "measure" || kind === "guardrail";
}

/** Down one column after the other: the node at its head, then its lists. */
function readMatrix(host: TableHost, grid: Grid): void {
  const [top, ...below] = grid.rows;
  for (const piece of top![0]!) host.writer.leave(piece, "table_heading");
  for (let column = 1; column < grid.width; column++) {
    const head = top![column]!;
    if (head.length === 0) continue;
    host.writer.closeList();
    for (const piece of head) host.feed(piece.sight.is === "plain" ? { ...piece, bold: true, gap: true } : piece);
    const node = host.writer.last;
    for (const row of below) {
      const cell = row[column]!;
      const side = row[0]![0];
      if (cell.length === 0 || !side) continue;
      const field = attributeOf(side);
      if (field && node) for (const piece of cell) keepField(host.writer, node, field, piece);
      else {
        host.feed(side);
        for (const piece of cell) host.feed({ ...piece, bullet: piece.bullet ?? "" });
      }
      for (const piece of cell) host.writer.leaveUnused(piece);
    }
  }
  for (const row of below) for (const piece of row[0]!) host.writer.leave(piece, "table_heading");
  for (const row of below) if (row[0]!.length === 0) for (const piece of row.flat()) host.writer.leaveUnused(piece);
}

/** Nodes side by side across the top, their lists below them. */
function isRowOfNodes({ rows: [top, ...below] }: Grid): boolean {
  const heads = (top ?? []).filter((cell) => cell.length > 0);
  return heads.length >= 2 && heads.every((cell) => isLabelled(cell[0]!)) && below.flat(2).length > 0;
}

function readColumnsOfNodes({ feed, writer }: TableHost, { rows, width }: Grid): void {
  for (let column = 0; column < width; column++) {
    writer.closeList();
    for (const [at, row] of rows.entries()) {
      const cell = row[column]!;
      const listed = at > 0 && cell.length > 1;
      for (const piece of cell) feed(listed ? { ...piece, bullet: piece.bullet ?? "", cell: null } : piece);
    }
  }
}

function attributeOf({ text }: SeenPiece): string | null {
  const meaning = readHeading(text)?.names[0]?.meaning;
  return meaning?.is === "attribute" ? meaning.field : null;
}

const SCHOOL_YEAR = /^(?:year \d|(?:SY|FY)?\s?20\d{2}(?:\s?[-–/]\s?(?:20)?\d{2})?)$/i;

/** Nodes down the side, years across the top: what is to be done in each. */
function isCalendar(grid: Grid): boolean {
  const [top, ...below] = grid.rows;
  const years = (top ?? []).slice(1).filter((cell) => SCHOOL_YEAR.test(textOfCell(cell)));
  return (
    years.length >= 2 && years.length === grid.width - 1 && below.some((row) => row[0]![0] && isLabelled(row[0]![0]))
  );
}

function readCalendar(host: TableHost, grid: Grid): void {
  const [top, ...below] = grid.rows;
  for (const piece of top!.flat()) host.writer.leave(piece, "table_heading");
  for (const [side, ...cells] of below) {
    for (const piece of side!) host.feed(piece);
    const above = host.writer.last;
    if (!above) continue;
    for (const [at, cell] of cells.entries()) {
      for (const piece of cell) {
        const node = cellNode(host.writer, piece, host.writer.level(`item:${above.level.key}`, "bullet"));
        node.above = above;
        node.dates ??= excerpt(top![at + 1]![0]!);
      }
    }
  }
}

/** Two columns, labels on the left and what they label on the right. */
function isListOfPairs(grid: Grid): boolean {
  const pairs = grid.rows.filter((row) => row[0]!.length > 0 && row.slice(1).some((cell) => cell.length > 0));
  const named = pairs.filter((row) => isLabelled(row[0]![0]!) || readHeading(textOfCell(row[0]!)) !== null);
  return (
    pairs.length >= 2 &&
    grid.width <= 3 &&
    named.length >= pairs.length * 0.6 &&
    pairs.some((row) => isLabelled(row[0]![0]!))
  );
}

function readPairs(host: TableHost, grid: Grid): void {
  for (const row of grid.rows) {
    const [side, ...cells] = row;
    const name = side![0] && readHeading(textOfCell(side!))?.names[0];
    if (name?.meaning.is === "attribute" && host.writer.last) {
      host.writer.leave(side![0]!, "list_heading");
      for (const piece of cells.flat()) keepField(host.writer, host.writer.last, name.meaning.field, piece);
      for (const piece of cells.flat()) host.writer.leaveUnused(piece);
    } else for (const piece of row.flat()) host.feed(piece);
  }
}

/** Two columns, words on the left and their meaning on the right. */
function definesWords(grid: Grid): boolean {
  const rows = grid.rows.filter((row) => row.some((cell) => cell.length > 0));
  const pairs = rows.filter((row) => row[0]!.length > 0 && (row[1]?.length ?? 0) > 0);
  if (pairs.length < 3 || pairs.length < rows.length - 1) return false;
  const words = pairs.filter((row) => readHeading(textOfCell(row[0]!)) !== null);
  const told = pairs.filter((row) => explains(textOfCell(row[1]!)));
  const distinct = new Set(pairs.map((row) => textOfCell(row[0]!)));
  return distinct.size === pairs.length && words.length >= 2 && told.length >= pairs.length * 0.6;
}
