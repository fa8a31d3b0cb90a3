import type { SourceLine } from "../source.ts";
import { attribute, type Element, isElement } from "./html-tree.ts";

type Cell = NonNullable<SourceLine["cell"]>;

const MOST_COLUMNS = 1_000;

/** Where the cells of one table stand, spans counted. */
export class HtmlTable {
  private readonly table: number;
  private readonly occupiedUntil: number[] = [];
  private row = -1;
  private column = 0;
  private headRow = false;

  constructor(table: number) {
    this.table = table;
  }

  startRow(row: Element): void {
    this.row++;
    this.column = 0;
    const cells = row.childNodes.filter((node) => isElement(node)) as Element[];
    this.headRow = cells.length > 0 && cells.every((cell) => cell.tagName === "th");
  }

  place(cell: Element): Cell {
    const row = Math.max(0, this.row);
    while ((this.occupiedUntil[this.column] ?? -1) >= row && this.column < MOST_COLUMNS) this.column++;
    const column = this.column;
    const until = row + spanOf(cell, "rowspan") - 1;
    for (let left = spanOf(cell, "colspan"); left > 0 && this.column < MOST_COLUMNS; left--) {
      this.occupiedUntil[this.column++] = until;
    }
    const header = this.headRow || (cell.tagName === "th" && row === 0);
    return { table: this.table, row, column, header };
  }
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(attribute(cell, name) ?? "1", 10);
  return Number.isFinite(span) && span >= 1 ? Math.min(span, MOST_COLUMNS) : 1;
}

/** A table that only lays out the page: it says so, or it is a frame around a single cell. */
export function isLayout(table: Element): boolean {
  const role = attribute(table, "role")?.toLowerCase();
  if (role === "presentation" || role === "none") return true;
  let cells = 0;
  for (const part of table.childNodes) {
    if (!isElement(part)) continue;
    for (const row of part.tagName === "tr" ? [part] : part.childNodes) {
      if (!isElement(row)) continue;
      for (const cell of row.childNodes) if (isElement(cell) && ++cells > 1) return false;
    }
  }
  return true;
}
