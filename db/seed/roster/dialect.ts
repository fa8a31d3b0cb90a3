/** How an export is spelled. Real ones differ in all of this, and none of it changes what they say. */
export interface Dialect {
  version: "1.1" | "1.2";
  byteOrderMark: boolean;
  newline: "\n" | "\r\n";
  quotes: "where-needed" | "everywhere";
  /** Columns in the order of the specification, or turned around. */
  columns: "in-order" | "turned-around";
  header: "as-specified" | "lower-case" | "upper-case";
  /** `birthdate` and `userSourcedId`, as demographics had them before. */
  olderNames: boolean;
  flags: "true" | "True" | "TRUE" | "1";
  /** Further columns that a vendor adds. */
  metadata: boolean;
  /** What `status` says in a bulk file. */
  status: "blank" | "active";
  dates: "day" | "moment";
  /** Who is in two schools has one row with both, some have two rows, or each person has one row a school (as Ed-Fi writes). */
  people: "one-row" | "some-two-rows" | "row-per-school";
}

export const PLAIN: Dialect = {
  version: "1.1",
  byteOrderMark: false,
  newline: "\r\n",
  quotes: "where-needed",
  columns: "in-order",
  header: "as-specified",
  olderNames: false,
  flags: "true",
  metadata: false,
  status: "blank",
  dates: "day",
  people: "some-two-rows",
};

/** One row as it stands in the file: cells by column. */
export type Row = Readonly<Record<string, string>>;

const OLDER: Record<string, string> = { birthDate: "birthdate" };
const FLAG_WORDS = {
  true: ["true", "false"],
  True: ["True", "False"],
  TRUE: ["TRUE", "FALSE"],
  "1": ["1", "0"],
} as const;
const METADATA = ["metadata.vendor.exportedBy", "metadata.vendor.rowHash"];

/** The header line and the line of one row, for one kind of file. */
export function speller(dialect: Dialect, file: string, columns: readonly string[]) {
  const written = [...columns, ...(dialect.metadata ? METADATA : [])];
  if (dialect.columns === "turned-around") written.reverse();
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, dialect)).join(",") + dialect.newline;
  return {
    header: (dialect.byteOrderMark ? "\uFEFF" : "") + line(written.map((column) => named(column, file, dialect))),
    line: (row: Row): string => line(written.map((column) => spelled(row, column, dialect))),
  };
}

function named(column: string, file: string, { olderNames, header }: Dialect): string {
  const older = file === "demographics" && column === "sourcedId" ? "userSourcedId" : (OLDER[column] ?? column);
  const name = olderNames ? older : column;
  return header === "lower-case" ? name.toLowerCase() : header === "upper-case" ? name.toUpperCase() : name;
}

function spelled(row: Row, column: string, { flags, dates }: Dialect): string {
  if (column === METADATA[0]) return "Nightly export";
  if (column === METADATA[1]) return String((row.sourcedId ?? "").length * 7919);
  const cell = row[column] ?? "";
  if (cell === "true" || cell === "false") return FLAG_WORDS[flags][cell === "true" ? 0 : 1];
  if (dates === "moment" && /^\d{4}-\d\d-\d\d$/.test(cell)) return `${cell}T00:00:00.000Z`;
  return cell;
}

const quoted = (cell: string, { quotes }: Dialect): string =>
  quotes === "everywhere" || /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
