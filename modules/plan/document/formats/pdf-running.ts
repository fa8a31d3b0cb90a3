import type { SourceLine } from "../source.ts";
import { type Row, rowText } from "./pdf-rows.ts";

interface Sheet {
  height: number;
  rows: Row[];
}

/** How many rows at the top and bottom of a page may be running ones. */
const OUTER_ROWS = 3;
const TOP = 0.14;
const BOTTOM = 0.86;
/** "Goal 3" at the head of the third page is a title, however well it counts along with the pages. */
const SPEAKS = /goal|priorit|pillar|objective|strateg|focus|area|action|outcome|meta|objetivo|prioridad|estrateg/i;

/** Which rows are running headers, footers and page numbers: they recur at the same height, or count with the pages. */
export function runningRows(sheets: readonly Sheet[], body: number): Map<Row, SourceLine["region"]> {
  const found = new Map<Row, SourceLine["region"]>();
  for (const edge of ["header", "footer"] as const) {
    const groups = new Map<string, Row[]>();
    for (const sheet of sheets) {
      for (const row of outerRows(sheet, edge)) {
        if (row.artifact) found.set(row, edge);
        else if (isPageNumber(row, sheets.length)) found.set(row, edge);
        else group(groups, `${Math.round(row.y / 8)} ${shape(row)}`, row);
      }
    }
    for (const rows of groups.values()) if (recurs(rows, sheets.length)) markRows(found, rows, edge, body);
  }
  return found;
}

function outerRows({ height, rows }: Sheet, edge: "header" | "footer"): Row[] {
  const upright = rows.filter((row) => !row.turned);
  if (edge === "header") return upright.slice(0, OUTER_ROWS).filter((row) => row.y < height * TOP);
  return upright.slice(-OUTER_ROWS).filter((row) => row.y > height * BOTTOM);
}

function group(groups: Map<string, Row[]>, key: string, row: Row): void {
  const rows = groups.get(key) ?? [];
  rows.push(row);
  groups.set(key, rows);
}

/** The words of a row; its figures stand for any figure, unless it speaks of the plan. */
function shape(row: Row): string {
  const text = rowText(row).replace(/\s+/g, " ").trim();
  return SPEAKS.test(text) ? text : text.replace(/\d+/g, "#");
}

function isPageNumber(row: Row, pages: number): boolean {
  const text = rowText(row).trim();
  const number = /^(?:page|p\.?|página|pág\.?)?\s*[-–|•]*\s*(\d{1,4})\s*(?:(?:of|de|\/)\s*\d{1,4})?\s*[-–|•]*$/i.exec(
    text,
  )?.[1];
  if (number !== undefined) return Number(number) <= pages + 200;
  return /^[ivxl]{1,6}$/.test(text);
}

/** On at least three pages, or on both of two; of a long document on a good part of its pages (left and right ones differ). */
function recurs(rows: readonly Row[], pages: number): boolean {
  const on = new Set(rows.map((row) => row.page)).size;
  return pages <= 3 ? on >= 2 && on >= pages - 1 : on >= 3 && on >= Math.min(pages * 0.25, 20);
}

/** The first time a line in large type recurs, it is the document's title. */
function markRows(
  found: Map<Row, SourceLine["region"]>,
  rows: readonly Row[],
  edge: "header" | "footer",
  body: number,
): void {
  for (const [at, row] of rows.entries()) {
    if (at === 0 && edge === "header" && row.page === 1 && row.size > body * 1.15) continue;
    found.set(row, edge);
  }
}
