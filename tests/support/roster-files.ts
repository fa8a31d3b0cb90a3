/** The files of a sample roster as sheets that a test can alter cell by cell, and hand in. */
import { parse } from "csv-parse/sync";
import { type ExportOptions, exportTexts } from "#db/seed/roster/export.ts";
import type { SampleDistrict } from "#db/seed/roster/sample-district.ts";
import type { Imports } from "./imported.ts";

export class Sheet {
  readonly header: string[];
  readonly rows: string[][];

  constructor(text: string) {
    const [header = [], ...rows] = parse(text, { bom: true, relax_column_count: true }) as string[][];
    this.header = header;
    this.rows = rows;
  }

  /** As a spreadsheet counts. */
  static lineOf = (row: number): number => row + 2;

  at(column: string): number {
    const at = this.header.indexOf(column);
    if (at < 0) throw new Error(`no column ${column}`);
    return at;
  }

  cell(row: number, column: string): string {
    return this.rows[row]?.[this.at(column)] ?? "";
  }

  set(row: number, column: string, value: string): void {
    (this.rows[row] as string[])[this.at(column)] = value;
  }

  /** Rows that are so, by number. */
  where(matches: (cell: (column: string) => string, row: number) => boolean): number[] {
    return this.rows.flatMap((_, row) => (matches((column) => this.cell(row, column), row) ? [row] : []));
  }

  text(): string {
    return [this.header, ...this.rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
  }
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export type Sheets = Record<string, Sheet>;

/** By name without ".csv". */
export const sheetsOf = (texts: ReadonlyMap<string, string>): Sheets =>
  Object.fromEntries([...texts].map(([name, text]) => [name.replace(".csv", ""), new Sheet(text)]));

export const textsOf = (sheets: Sheets): Record<string, string> =>
  Object.fromEntries(Object.entries(sheets).map(([name, sheet]) => [`${name}.csv`, sheet.text()]));

export const rosterFiles = (district: SampleDistrict, options?: ExportOptions): Record<string, string> =>
  Object.fromEntries(exportTexts(district, options));

const TABLES = [
  ...["district.school", "district.school_year", "people.person"],
  ...["session", "course", "section", "section_teacher", "student", "school_source", "staff_source"].map(ofRoster),
  ...["student_source", "school_enrollment", "enrollment", "group_member", "headcount"].map(ofRoster),
];
function ofRoster(table: string): string {
  return `roster.${table}`;
}

/** Everything that a roster fills, row by row, and when each row was last written. */
export const tablesOf = async (imports: Imports): Promise<[string, unknown[]][]> => {
  const tables: [string, unknown[]][] = [];
  for (const table of TABLES) tables.push([table, await imports.rowsOf(table)]);
  return tables;
};
