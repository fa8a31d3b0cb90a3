import { CsvError, parse } from "csv-parse/sync";
import { Stop } from "../refusal.ts";
import type { SourceDocument } from "../source.ts";
import { type GridRow, writeGrid } from "./grid.ts";
import { LineWriter, PLAIN } from "./line-writer.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Comma-separated values, whatever the comma is: one table, each cell a line (or several, if the cell has several). */
export function readCsv(text: string): SourceDocument {
  const { delimiter, body } = dialectOf(text);
  const writer = new LineWriter();
  writer.lose("style");
  writeGrid(writer, rowsOf(body, delimiter).map(gridRow));
  return writer.finish("csv", null);
}

function gridRow(cells: readonly string[], row: number): GridRow {
  const written = cells.map((text, column) => ({ column, runs: [{ text: text.trim(), style: PLAIN }] }));
  return { row, cells: written.filter(({ runs }) => runs[0]!.text !== "") };
}

function rowsOf(body: string, delimiter: string): string[][] {
  try {
    return parse(body, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") {
      throw new Stop("unclosed-quote", { line: openQuoteLine(body) });
    }
    if (error instanceof CsvError) throw new Stop("damaged", { format: "csv" });
    throw error;
  }
}

/** Excel writes "sep=;" as a first line; without it, the character that splits the first records most evenly. */
function dialectOf(text: string): { delimiter: string; body: string } {
  const named = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  if (named !== null) return { delimiter: named[1]!, body: text.slice(named[0].length) };
  const records = firstRecords(text, 50);
  let best: string = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(records.map((record) => record.split(delimiter).length - 1));
    if (score > most) [best, most] = [delimiter, score];
  }
  return { delimiter: best, body: text };
}

/** Records with at least one delimiter, weighed by how many share the most frequent count. */
function evenness(counts: number[]): number {
  const split = counts.filter((count) => count > 0);
  const frequency = new Map<number, number>();
  for (const count of split) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return split.length === 0 ? 0 : (Math.max(...frequency.values()) / counts.length) * 10 + split.length / counts.length;
}

/** The first records with their quoted parts blanked out, as commas within quotes divide nothing. */
function firstRecords(text: string, count: number): string[] {
  return text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter((record) => record.trim() !== "")
    .slice(0, count);
}

/** The line of the last quote that opens a cell and is not closed. */
function openQuoteLine(body: string): number {
  const closed = body.replace(/"(?:[^"]|"")*"/g, (cell) => cell.replace(/[^\n]/g, " "));
  const at = closed.indexOf('"');
  return at < 0 ? 1 : closed.slice(0, at).split("\n").length;
}
