import { cellGuardrail, cellMeasure, cellNode, codeFromCell, keepField } from "./cells.ts";
import type { Column } from "./columns.ts";
import type { DraftNode } from "./draft.ts";
import type { DraftWriter } from "./draft-writer.ts";
import { headingLevelName, type Name, readHeading } from "./heading.ts";
import type { SeenPiece } from "./see.ts";
import { textOfCell } from "./table.ts";

/** Hangs what a row holds under its parent. */
type Hang = (above: DraftNode) => unknown;

/** Where the columns of such a table stand; -1 where it has none. */
interface Places {
  type: number;
  text: number;
  code: number;
  parent: number;
}

/**
 * The export of plan software: one row an element, a column that says what it is, often one that names its parent.
 * False if the table is none of these.
 */
export function typedRows(writer: DraftWriter, columns: (Column | null)[], rows: SeenPiece[][][]): boolean {
  const places = placesOf(columns);
  const { type, text, parent } = places;
  if (type < 0 || text < 0) return false;
  const names = rows.map((row) => readHeading(textOfCell(row[type] ?? []))?.names[0] ?? null);
  if (names.filter((name) => name !== null).length < rows.length * 0.6) return false;
  const nodes = new Map<string, DraftNode>();
  const children: [parent: string, hang: Hang][] = [];
  for (const [at, row] of rows.entries()) {
    const hang = readRow(writer, columns, row, places, names[at]!, nodes);
    const above = parent >= 0 ? textOfCell(row[parent] ?? []) : "";
    if (hang && above) children.push([above, hang]);
    for (const cell of row.flat()) writer.leaveUnused(cell);
  }
  for (const [above, hang] of children) {
    const node = nodes.get(above);
    if (node) hang(node);
  }
  return true;
}

function placesOf(columns: (Column | null)[]): Places {
  const at = (field: string) => columns.findIndex((column) => column?.holds === "field" && column.field === field);
  return {
    type: at("type"),
    text: at("title") >= 0 ? at("title") : at("statement"),
    code: columns.findIndex((column) => column?.holds === "code"),
    parent: at("parent"),
  };
}

/** Reads one row; answers how to hang what it holds under its parent, once all are known. */
function readRow(
  writer: DraftWriter,
  columns: (Column | null)[],
  row: SeenPiece[][],
  { text, code, parent }: Places,
  name: Name | null,
  nodes: Map<string, DraftNode>,
): Hang | null {
  const [piece] = row[text] ?? [];
  if (!piece || !name) return null;
  if (name.meaning.is === "guardrail") cellGuardrail(writer, piece);
  if (name.meaning.is === "measure") {
    const measure = cellMeasure(writer, piece, name.meaning.role, null);
    if (measure && parent >= 0) measure.above = null;
    return measure && ((above) => Object.assign(measure, { nodes: [above] }));
  }
  if (name.meaning.is !== "level") return null;
  const node = cellNode(writer, piece, writer.levelNamed(headingLevelName(name), name.meaning.rank));
  if (parent >= 0) node.above = null;
  const [number] = code >= 0 ? (row[code] ?? []) : [];
  if (number) {
    codeFromCell(writer, node, number);
    nodes.set(number.text, node);
  }
  for (const [at, column] of columns.entries()) {
    const [beside] = row[at] ?? [];
    if (beside && at !== text && column?.holds === "field") keepField(writer, node, column.field, beside);
  }
  return (above) => Object.assign(node, { above });
}
