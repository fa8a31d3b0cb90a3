import { Stop } from "../refusal.ts";
import type { SourceDocument } from "../source.ts";
import { type GridRow, writeGrid } from "./grid.ts";
import { LineWriter, type Run } from "./line-writer.ts";
import type { OfficePackage } from "./office-package.ts";
import { daysOf } from "./xlsx-date.ts";
import { printNumber } from "./xlsx-number.ts";
import { fontStyle, XlsxStyles } from "./xlsx-styles.ts";
import { childOf, childrenOf, type XmlElement } from "./xml.ts";

/** What the cells of a workbook refer to. */
interface Workbook {
  strings: readonly Run[][];
  styles: XlsxStyles;
  from1904: boolean;
}

/** A workbook: every sheet that is shown, its name as a heading and its cells as one table, values as they are displayed. */
export async function readXlsx(office: OfficePackage): Promise<SourceDocument> {
  const main = await office.part(office.main);
  if (main === null) throw new Stop("damaged", { format: "xlsx" });
  const relationships = await office.relationships(office.main);
  const partOf = async (type: string): Promise<XmlElement | null> => {
    const target = relationships.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? null : office.part(target);
  };
  const book: Workbook = {
    strings: childrenOf(await partOf("sharedStrings"), "x:si").map(stringRuns),
    styles: new XlsxStyles(await partOf("styles")),
    from1904: ["1", "true"].includes(childOf(main, "x:workbookPr")?.attributes.date1904 ?? ""),
  };
  const writer = new LineWriter();
  for (const sheet of childrenOf(childOf(main, "x:sheets"), "x:sheet")) {
    const target = relationships.find(({ id }) => id === sheet.attributes["r:id"]);
    if (target?.type !== "worksheet") continue;
    if (sheet.attributes.state?.toLowerCase().includes("hidden")) writer.lose("hidden");
    else writeSheet(writer, sheet.attributes.name ?? "", await office.part(target.target), book);
  }
  return writer.finish("xlsx", await office.title());
}

function writeSheet(writer: LineWriter, name: string, sheet: XmlElement | null, book: Workbook): void {
  const hiddenColumns = columnsHidden(sheet);
  const rows: GridRow[] = [];
  for (const [at, row] of childrenOf(childOf(sheet, "x:sheetData"), "x:row").entries()) {
    const number = Number(row.attributes.r ?? Number.NaN);
    const read = { row: number >= 1 ? number - 1 : at, cells: readCells(row, book) };
    const shown = read.cells.filter(({ column }) => !hiddenColumns(column));
    if (isTrue(row.attributes.hidden)) shown.length = 0;
    if (shown.length < read.cells.length) writer.lose("hidden");
    rows.push({ row: read.row, cells: shown });
  }
  if (childOf(sheet, "x:drawing") !== undefined || childOf(sheet, "x:legacyDrawing") !== undefined)
    writer.lose("pictures");
  if (rows.every((row) => row.cells.length === 0)) return;
  writer.plain(name, { heading: 1 });
  writeGrid(writer, rows);
}

function readCells(row: XmlElement, book: Workbook): GridRow["cells"] {
  const cells: GridRow["cells"] = [];
  let next = 0;
  for (const cell of childrenOf(row, "x:c")) {
    const column = columnOf(cell.attributes.r) ?? next;
    next = column + 1;
    const runs = cellRuns(cell, book);
    if (runs.some((run) => run.text.trim() !== "")) cells.push({ column, runs });
  }
  return cells;
}

function cellRuns(cell: XmlElement, book: Workbook): Run[] {
  const { style, format } = book.styles.cell(cell.attributes.s);
  const value = childOf(cell, "x:v")?.text ?? "";
  const inherit = (runs: readonly Run[]): Run[] =>
    runs.map((run) => ({ text: run.text, style: run.style.size === null ? style : run.style }));
  switch (cell.attributes.t) {
    case "s":
      return inherit(book.strings[Number(value)] ?? []);
    case "inlineStr":
      return inherit(stringRuns(childOf(cell, "x:is")));
    case "b":
      return [{ text: value === "1" ? "TRUE" : value === "0" ? "FALSE" : "", style }];
    case "d":
      return [{ text: printNumber(daysOf(value), format === "General" ? "m/d/yyyy" : format, false), style }];
    case "str":
    case "e":
      return [{ text: value, style }];
    default:
      return [{ text: printed(value, format, book.from1904), style }];
  }
}

function printed(value: string, format: string, from1904: boolean): string {
  const number = Number(value);
  return value.trim() === "" || !Number.isFinite(number) ? value : printNumber(number, format, from1904);
}

/** A string of the workbook: one text, or runs that each say how they look. Readings for East Asian scripts are left aside. */
function stringRuns(element: XmlElement | undefined): Run[] {
  return (element?.children ?? []).flatMap((part) => {
    if (part.name === "x:t") return [{ text: withoutEscapes(part.text), style: fontStyle(undefined) }];
    if (part.name !== "x:r") return [];
    return [{ text: withoutEscapes(childOf(part, "x:t")?.text ?? ""), style: fontStyle(childOf(part, "x:rPr")) }];
  });
}

/** Control characters are written _x000D_; a carriage return before a line feed is the same break. */
function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnsHidden(sheet: XmlElement | null): (column: number) => boolean {
  const ranges = childrenOf(childOf(sheet, "x:cols"), "x:col")
    .filter(({ attributes }) => isTrue(attributes.hidden))
    .map(({ attributes }) => ({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 }));
  return (column) => ranges.some(({ from, to }) => column >= from && column <= to);
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";
