import { contentOf } from "./docx-runs.ts";
import { isOn } from "./docx-styles.ts";
import type { LineWriter } from "./line-writer.ts";
import { childOf, childrenOf, settingOf, type XmlElement } from "./xml.ts";

interface Row {
  header: boolean;
  cells: { element: XmlElement; column: number }[];
}

/** The rows and cells of a table of Word, merged cells once, with the columns they stand in. */
export class TableRows {
  readonly rows: Row[];
  /** Whether the table's style dresses the first row and column apart. */
  readonly firstRow: boolean;
  readonly firstColumn: boolean;

  constructor(table: XmlElement, writer: LineWriter) {
    const look = childOf(childOf(table, "w:tblPr"), "w:tblLook")?.attributes ?? {};
    const bits = Number.parseInt(look["w:val"] ?? "0", 16);
    this.firstRow = look["w:firstRow"] === undefined ? (bits & 0x20) !== 0 : isOn(look["w:firstRow"]);
    this.firstColumn = look["w:firstColumn"] === undefined ? (bits & 0x80) !== 0 : isOn(look["w:firstColumn"]);
    this.rows = unwrap(table.children, "w:tr")
      .filter((row) => !isDeleted(row, writer))
      .map(readRow);
  }
}

function readRow(row: XmlElement): Row {
  const properties = childOf(row, "w:trPr");
  const heading = childOf(properties, "w:tblHeader");
  let column = Number(settingOf(properties, "w:gridBefore") ?? "0") || 0;
  const cells: Row["cells"] = [];
  for (const element of unwrap(row.children, "w:tc")) {
    const cell = childOf(element, "w:tcPr");
    if (!continuesAbove(cell)) cells.push({ element, column });
    column += Math.max(1, Math.min(100, Number(settingOf(cell, "w:gridSpan") ?? "1") || 1));
  }
  return { header: heading !== undefined && isOn(heading.attributes["w:val"]), cells };
}

/** A cell merged with the one above it stands in the file again, empty. */
function continuesAbove(cell: XmlElement | undefined): boolean {
  const merge = childOf(cell, "w:vMerge");
  return merge !== undefined && merge.attributes["w:val"] !== "restart";
}

function isDeleted(row: XmlElement, writer: LineWriter): boolean {
  const deleted = childrenOf(childOf(row, "w:trPr"), "w:del").length > 0;
  if (deleted) writer.lose("tracked-changes");
  return deleted;
}

/** Rows and cells may stand in content controls. */
function unwrap(elements: readonly XmlElement[], name: "w:tr" | "w:tc"): XmlElement[] {
  return elements.flatMap((element) => {
    if (element.name === name) return [element];
    if (element.name === "w:sdt") return unwrap(contentOf(element), name);
    return element.name === "w:customXml" ? unwrap(element.children, name) : [];
  });
}
