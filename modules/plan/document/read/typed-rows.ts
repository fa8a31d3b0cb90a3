import type { Column } from "./columns.ts";
import type { DraftNode } from "./draft.ts";
import { headingLevelName, readHeading } from "./heading.ts";
import { excerpt, joinSpans, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { textOfCell } from "./table.ts";
import type { TableHost } from "./tables.ts";

/**
 * The export of plan software: one row an element, a column that says what it is, often one that names its parent.
 * False if the table is none of these.
 */
export function typedRows(host: TableHost, columns: (Column | null)[], rows: SeenPiece[][][]): boolean {
  const at = (field: string) => columns.findIndex((column) => column?.holds === "field" && column.field === field);
  const type = at("type");
  const text = [at("title"), at("statement")].find((column) => column >= 0) ?? -1;
  if (type < 0 || text < 0) return false;
  const typed = rows.filter((row) => readHeading(textOfCell(row[type] ?? [])) !== null);
  if (typed.length < rows.filter((row) => row.length > 0).length * 0.6) return false;
  const codes = columns.findIndex((column) => column?.holds === "code");
  const nodes = new Map<string, DraftNode>();
  const waiting: [parent: string, set: (node: DraftNode) => void][] = [];
  for (const row of rows) {
    const name = readHeading(textOfCell(row[type] ?? []))?.names[0];
    const piece = row[text]?.[0];
    const parent = at("parent") >= 0 ? textOfCell(row[at("parent")] ?? []) : "";
    if (name?.meaning.is === "level" && piece) {
      const node = host.cellNode(piece, host.levelNamed(headingLevelName(name), name.meaning.rank));
      node.above = at("parent") >= 0 ? null : undefined;
      const code = codes >= 0 ? row[codes]?.[0] : undefined;
      if (code) {
        host.giveCode(node, code);
        nodes.set(code.text, node);
      }
      if (parent) waiting.push([parent, (above) => void (node.above = above)]);
      addFields(host, columns, row, node);
    } else if (name?.meaning.is === "measure" && piece) {
      const measure = host.addMeasure(piece, name.meaning.role, null);
      if (measure) {
        measure.above = null;
        if (parent) waiting.push([parent, (above) => void (measure.nodes = [above])]);
      }
    } else if (name?.meaning.is === "guardrail" && piece) host.addGuardrail(piece);
    for (const cell of row.flat()) host.leaveUnused(cell);
  }
  for (const [parent, set] of waiting) {
    const node = nodes.get(parent);
    if (node) set(node);
  }
  return true;
}

function addFields(host: TableHost, columns: (Column | null)[], row: SeenPiece[][], node: DraftNode): void {
  for (const [at, column] of columns.entries()) {
    const piece = row[at]?.[0];
    if (!piece || column?.holds !== "field") continue;
    const { field } = column;
    if (
      field !== "owner" &&
      field !== "dates" &&
      field !== "amount" &&
      field !== "phase" &&
      field !== "horizon" &&
      field !== "tag" &&
      field !== "statement"
    )
      continue;
    if (node[field]) continue;
    node[field] = excerpt(piece);
    node.span = joinSpans(node.span, spanOf(piece));
    host.use(piece);
  }
}
