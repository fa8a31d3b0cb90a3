import type { SourceLine } from "../source.ts";
import { BULLET } from "./clean-text.ts";
import { least, most } from "./extremes.ts";
import { type Row, type Segment, textOf } from "./pdf-rows.ts";
import { type Gap, isGutter, type Zone, zonesOf } from "./pdf-zones.ts";

/** A line of a page in reading order, with the column it stands in. */
export interface LaidLine {
  segments: Segment[];
  y: number;
  size: number;
  page: number;
  column: Column;
  cell: SourceLine["cell"];
}

/** Edges of the text that stands in one column; `whole` where it is the page's only one. */
export interface Column {
  left: number;
  right: number;
  whole: boolean;
}

/** Orders the rows of a page: zones from top to bottom; in a zone with gutters column after column, or a table row after row. */
export function layOut(rows: readonly Row[], nextTable: () => number): LaidLine[] {
  return zonesOf(rows).flatMap((zone) => {
    if (!isColumned(zone)) return wholeLines(zone.rows);
    const columns = columnsOf(zone);
    const cells = tableRows(zone, columns);
    return cells === null ? columnLines(zone, columns) : tableLines(cells, columns, nextTable());
  });
}

/** Two lines side by side are a heading with a date, or a signature: columns are more. */
function isColumned(zone: Zone): boolean {
  return zone.gaps.some((gap) => isGutter(gap) && countSides(zone, gap) >= 3);
}

function countSides(zone: Zone, gap: Gap): number {
  const left = zone.rows.filter((row) => row.segments.some(({ right }) => right <= gap.from + 1)).length;
  const right = zone.rows.filter((row) => row.segments.some(({ x }) => x >= gap.to - 1)).length;
  return Math.min(left, right);
}

function columnsOf(zone: Zone): Column[] {
  const gutters = zone.gaps.filter(isGutter).sort((a, b) => a.from - b.from);
  const edges = [Number.NEGATIVE_INFINITY, ...gutters.map((gap) => (gap.from + gap.to) / 2), Number.POSITIVE_INFINITY];
  const columns: Column[] = [];
  for (let at = 0; at + 1 < edges.length; at++) {
    const inside = zone.rows.flatMap((row) => row.segments).filter(({ x }) => x >= edges[at]! && x < edges[at + 1]!);
    if (inside.length === 0) continue;
    const left = least(inside.map(({ x }) => x));
    columns.push({ left, right: most(inside.map(({ right }) => right)), whole: false });
  }
  return columns;
}

function wholeLines(rows: readonly Row[]): LaidLine[] {
  const column = { left: 0, right: 0, whole: true };
  return rows.map((row) => ({ ...lineOf(row, row.segments), column, cell: null }));
}

function lineOf(row: Row, segments: Segment[]): Pick<LaidLine, "segments" | "y" | "size" | "page"> {
  return { segments, y: row.y, size: most(segments.map(({ size }) => size)), page: row.page };
}

function within(row: Row, column: Column): Segment[] {
  return row.segments.filter(({ x }) => x >= column.left - 1 && x <= column.right);
}

function columnLines(zone: Zone, columns: readonly Column[]): LaidLine[] {
  return columns.flatMap((column) =>
    zone.rows.flatMap((row) => {
      const segments = within(row, column);
      return segments.length === 0 ? [] : [{ ...lineOf(row, segments), column, cell: null }];
    }),
  );
}

/**
 * The rows of a table, each the page rows it covers; null where the zone is columns of running text. A table's rows are parted by
 * white space right across; or each line is a row, of cells that fill no column and go on in no line below.
 */
function tableRows(zone: Zone, columns: readonly Column[]): Row[][] | null {
  if (columns.every((column) => isListed(zone.rows, column))) return null;
  const bands = bandsOf(zone.rows, columns);
  if (bands.some((band) => band.length >= zone.rows.length / 2 && isInterleaved(band, columns))) return null;
  if (bands.length >= 3 && bands.filter((band) => spans(band, columns)).length >= bands.length * 0.6) return bands;
  const aligned = zone.rows.filter((row) => spans([row], columns));
  if (zone.rows.length < 3 || aligned.length < zone.rows.length * 0.8 || flows(zone, columns)) return null;
  return columns.length > 2 || fillOf(zone, columns[0]!) < 0.5 ? zone.rows.map((row) => [row]) : null;
}

/** Bullets in every column are lists side by side; the first column of a table names its rows. */
function isListed(rows: readonly Row[], column: Column): boolean {
  const marked = rows.filter((row) => {
    const [first] = within(row, column);
    return first !== undefined && BULLET.test(`${textOf(first.runs).trim()} `);
  });
  return marked.length > 1;
}

/** Lines of one column stand between the lines of another again and again: each has its own steps and flows by itself. */
function isInterleaved(band: readonly Row[], columns: readonly Column[]): boolean {
  const between = new Set<Row>();
  for (const column of columns) {
    const filled = band.map((row) => within(row, column).length > 0);
    const [first, last] = [filled.indexOf(true), filled.lastIndexOf(true)];
    for (let at = first + 1; at < last; at++) if (!filled[at]) between.add(band[at]!);
  }
  return between.size >= Math.max(3, band.length / 4);
}

/** Rows that have something in several columns. */
function spans(rows: readonly Row[], columns: readonly Column[]): boolean {
  return columns.filter((column) => rows.some((row) => within(row, column).length > 0)).length > 1;
}

/** Lines that begin with a small letter go on from the line above: text that flows down its column. */
function flows(zone: Zone, columns: readonly Column[]): boolean {
  const lines = columns.flatMap((column) =>
    zone.rows.map((row) => within(row, column)).filter((line) => line.length > 0),
  );
  return lines.filter((line) => /^\p{Ll}{2}/u.test(textOf(line[0]!.runs))).length > lines.length * 0.1;
}

/** Rows parted by more white space than the lines of one text have between them. */
function bandsOf(rows: readonly Row[], columns: readonly Column[]): Row[][] {
  const usual = least(columns.map((column) => leadingOf(rows.filter((row) => within(row, column).length > 0))));
  const bands: Row[][] = [];
  for (const row of rows) {
    const before = bands.at(-1)?.at(-1);
    if (before === undefined || row.y - before.y > usual * 1.25) bands.push([row]);
    else bands.at(-1)!.push(row);
  }
  return bands;
}

/** The least step from line to line of one column. */
function leadingOf(rows: readonly Row[]): number {
  const steps = rows.slice(1).map((row, at) => row.y - rows[at]!.y);
  return least([...steps.filter((step, at) => step > rows[at]!.size * 0.8), ...rows.map((row) => row.size * 1.6)]);
}

/** Share of a column's lines that run to near its edge: most of them in running text. */
function fillOf(zone: Zone, column: Column): number {
  const lines = zone.rows.map((row) => within(row, column)).filter((segments) => segments.length > 0);
  const edge = column.left + (column.right - column.left) * 0.75;
  return lines.filter((segments) => segments.at(-1)!.right >= edge).length / Math.max(1, lines.length);
}

/** Lines before the first and after the last row of several cells are no part of the table: its heading, what comes next. */
function tableLines(bands: readonly Row[][], columns: readonly Column[], table: number): LaidLine[] {
  const first = bands.findIndex((band) => spans(band, columns));
  const last = bands.findLastIndex((band) => spans(band, columns));
  return bands.flatMap((band, at) =>
    at < first || at > last ? wholeLines(band) : cellLines(band, columns, { table, row: at - first }),
  );
}

function cellLines(
  band: readonly Row[],
  columns: readonly Column[],
  place: { table: number; row: number },
): LaidLine[] {
  return columns.flatMap((column, at) =>
    band.flatMap((line) => {
      const segments = within(line, column);
      const cell = { ...place, column: at, header: false };
      return segments.length === 0 ? [] : [{ ...lineOf(line, segments), column, cell }];
    }),
  );
}
