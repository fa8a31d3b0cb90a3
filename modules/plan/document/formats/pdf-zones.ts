import type { Row } from "./pdf-rows.ts";

/** White space from one height to the next, and whether text was seen to its left and right. */
export interface Gap {
  from: number;
  to: number;
  left: boolean;
  right: boolean;
}

/** Rows that share their gutters, or have none. */
export interface Zone {
  rows: Row[];
  gaps: Gap[];
}

/** Narrower white space is what justified lines have between words. */
const GUTTER = 7;
const MOST_GAPS = 40;

/** Cuts the rows of a page into zones from top to bottom. */
export function zonesOf(rows: readonly Row[]): Zone[] {
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

/**
 * A zone ends with its last gutter, where a row has more of them, where larger type begins below a wider step, and where a line
 * set off from the columns runs across one of their gutters.
 */
function endsZone(zone: Zone, row: Row, gaps: readonly Gap[]): boolean {
  const gutters = zone.gaps.filter(isGutter).length;
  const own = openingGaps(zone, row).filter(isGutter).length;
  if (gutters === 0) return own > 0;
  const last = zone.rows.at(-1)!;
  if (!gaps.some(isGutter) || (zone.rows.length > 2 && own > gutters) || isSetOff(last, row)) return true;
  const crosses = gaps.filter(isGutter).length < gutters;
  return crosses && zone.rows.length > 2 && row.segments.length === 1 && row.y - last.y > row.size * 2;
}

const isSetOff = (above: Row, row: Row): boolean => row.y - above.y > row.size * 1.6 && row.size > above.size * 1.08;

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
  const opensColumns = gaps.some(isGutter);
  const aboveIsPlain = !above.gaps.some(isGutter);
  for (let at = from - 1; at >= 0 && opensColumns; at--) {
    const earlier = above.rows[at]!;
    const narrowed = common(gaps, blanks(earlier));
    if (!narrowed.some(isGutter)) break;
    if (aboveIsPlain) {
      if (beginsColumn(earlier, narrowed, row)) from = at;
    } else if (isHeading(above, at)) from = at;
    else break;
    gaps = narrowed;
  }
  const rows = [...above.rows.splice(from), row];
  return { rows, gaps: rows.map(blanks).reduce(common) };
}

/** Stands to the right of a gutter, at the edge where that column's text begins; a centred title stands at no edge. */
function beginsColumn(row: Row, gaps: readonly Gap[], below: Row): boolean {
  const { x } = row.segments[0]!;
  return (
    gaps.some((gap) => isGutter(gap) && x >= gap.to - 1) &&
    below.segments.some((segment) => Math.abs(segment.x - x) <= 4)
  );
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
export const isGutter = (gap: Gap): boolean => gap.left && gap.right;

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
