import type { SourceLine } from "../source.ts";
import { least, most } from "./extremes.ts";
import type { Row, Segment } from "./pdf-rows.ts";

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

/** White space from one height to the next, and whether text was seen to its left and right. */
interface Gap {
  from: number;
  to: number;
  left: boolean;
  right: boolean;
}

interface Zone {
  rows: Row[];
  gaps: Gap[];
}

/** Narrower white space is what justified lines have between words. */
const GUTTER = 7;
const MOST_GAPS = 40;

/** Orders the rows of a page: zones from top to bottom; in a zone with gutters column after column, or a table row after row. */
export function layOut(rows: readonly Row[], nextTable: () => number): LaidLine[] {
  return zonesOf(rows).flatMap((zone) => {
    if (!isColumned(zone)) return wholeLines(zone.rows);
    const columns = columnsOf(zone);
    const cells = tableRows(zone, columns);
    return cells === null ? columnLines(zone, columns) : tableLines(cells, columns, nextTable());
  });
}

function zonesOf(rows: readonly Row[]): Zone[] {
  const zones: Zone[] = [];
  for (const row of rows) {
    const zone = zones.at(-1);
    const gaps = zone === undefined ? [] : common(zone.gaps, blanks(row));
    if (zone === undefined) zones.push({ rows: [row], gaps: blanks(row) });
    else if (endsZone(zone, row, gaps)) zones.push(openZone(zone, row));
    else {
      zone.rows.push(row);
      zone.gaps = gaps;
    }
  }
  return zones.filter((zone) => zone.rows.length > 0);
}

/** A zone ends with its last gutter, and where a row has a gap that the zone above does not share, or more of them. */
function endsZone(zone: Zone, row: Row, gaps: readonly Gap[]): boolean {
  const gutters = zone.gaps.filter(isGutter);
  const own = openingGaps(zone, row).filter(isGutter);
  if (gutters.length > 0) return !gaps.some(isGutter) || (zone.rows.length > 2 && own.length > gutters.length);
  return own.length > 0 && !own.some((gap) => gaps.some((other) => shared(gap, other) !== null));
}

/** The white space of a row, or of it and the one above where their lines stand abreast, not quite on one height. */
function openingGaps(zone: Zone, row: Row): Gap[] {
  const last = zone.rows.at(-1)!;
  return isAbreast(last, row) ? common(blanks(last), blanks(row)) : blanks(row);
}

const isAbreast = (a: Row, b: Row): boolean => b.y - a.y < Math.min(a.size, b.size) * 0.9;

/**
 * A zone that begins with a row of two columns may have begun above it: where columns start at unequal heights, the first rows
 * hold one of them alone. Those from the first that stands to the right of the gutter move along, as does a heading that the
 * zone above only happened to have room for.
 */
function openZone(above: Zone, row: Row): Zone {
  let gaps = openingGaps(above, row);
  let from = above.rows.length - (isAbreast(above.rows.at(-1)!, row) ? 1 : 0);
  const aboveIsPlain = !above.gaps.some(isGutter);
  for (let at = from - 1; at >= 0; at--) {
    const earlier = above.rows[at]!;
    const narrowed = common(gaps, blanks(earlier));
    if (!narrowed.some(isGutter)) break;
    if (aboveIsPlain) {
      if (narrowed.some((gap) => isGutter(gap) && earlier.segments[0]!.x >= gap.to - 1)) from = at;
    } else if (isHeading(above, at)) from = at;
    else break;
    gaps = narrowed;
  }
  const rows = [...above.rows.splice(from), row];
  return { rows, gaps: rows.map(blanks).reduce(common) };
}

/** A single line in larger type, or set off from what is above it. */
function isHeading(zone: Zone, at: number): boolean {
  const row = zone.rows[at]!;
  const before = zone.rows[at - 1];
  return (
    row.segments.length === 1 && before !== undefined && (row.size > before.size || row.y - before.y > row.size * 1.8)
  );
}

/** Text on both sides makes white space a gutter. */
const isGutter = (gap: Gap): boolean => gap.left && gap.right;

/** White space of a row, from one edge of the sheet to the other. */
function blanks(row: Row): Gap[] {
  const gaps: Gap[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { x, right } of row.segments) {
    gaps.push({ from, to: x, left: Number.isFinite(from), right: true });
    from = Math.max(from, right);
  }
  gaps.push({ from, to: Number.POSITIVE_INFINITY, left: true, right: false });
  return gaps.filter((gap) => gap.to - gap.from >= GUTTER).slice(0, MOST_GAPS);
}

function common(a: readonly Gap[], b: readonly Gap[]): Gap[] {
  return a.flatMap((one) => b.flatMap((other) => shared(one, other) ?? [])).slice(0, MOST_GAPS);
}

function shared(a: Gap, b: Gap): Gap | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return to - from < GUTTER ? null : { from, to, left: a.left || b.left, right: a.right || b.right };
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
 * white space right across and begin on one line in several columns; or each line is a row, of cells that fill no column.
 */
function tableRows(zone: Zone, columns: readonly Column[]): Row[][] | null {
  const bands = bandsOf(zone.rows, columns);
  const abreast = bands.filter((band) => columns.filter((column) => within(band[0]!, column).length > 0).length > 1);
  if (bands.length >= 3 && abreast.length >= bands.length * 0.6) return bands;
  const aligned = zone.rows.filter((row) => columns.filter((column) => within(row, column).length > 0).length > 1);
  if (zone.rows.length < 3 || aligned.length < zone.rows.length * 0.8) return null;
  return columns.length > 2 || fillOf(zone, columns[0]!) < 0.5 ? zone.rows.map((row) => [row]) : null;
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
  const isRow = (band: Row[]): boolean =>
    columns.filter((column) => band.some((row) => within(row, column).length > 0)).length > 1;
  const first = bands.findIndex(isRow);
  const last = bands.findLastIndex(isRow);
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
