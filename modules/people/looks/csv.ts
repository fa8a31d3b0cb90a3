/** Looks as a table, to be opened in a spreadsheet: the record of disclosures, without the name of a student. Pure. */
import { csvRow } from "#lib/csv/row.ts";
import type { LookRow } from "./queries.ts";

const COLUMNS = ["at", "who", "viewing as", "through", "address", "students", "why it was allowed"];

/** Begins with a byte order mark, without which some spreadsheets take UTF-8 for something else. */
export const LOOKS_HEAD = `\uFEFF${csvRow(COLUMNS)}`;

/** `say`: the sentence of a reason. The program itself has no name. */
export const looksCsv = (looks: readonly LookRow[], say: (because: string) => string): string =>
  looks
    .map(({ at, who, as, through, address, students, because }) =>
      csvRow([at.toISOString(), who, as, through, address, students, because === null ? null : say(because)]),
    )
    .join("");
