/** The records of a file as they stream by, with the row that a spreadsheet would show beside each. Memory stays flat. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { Problem } from "../domain.ts";
import { type Encoding, type Pieces, textOf } from "./encoding.ts";

export interface FileRecord {
  /** As a spreadsheet counts: the first record is 1, blank ones count. */
  line: number;
  cells: string[];
}

/** Carries out of a stream why the file cannot be read further. */
export class Unreadable extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.because);
    this.problem = problem;
  }
}

/** Beyond this a record is one that a quotation mark was not closed in. */
const LONGEST_RECORD = 1_000_000;

export interface Reading {
  encoding: Encoding;
  delimiter: string;
  named: boolean;
}

/** Throws `Unreadable`. What was yielded before stands. */
export async function* recordsOf(pieces: Pieces, { encoding, delimiter, named }: Reading): AsyncGenerator<FileRecord> {
  const parser = parse({
    delimiter,
    bom: true,
    from_line: named ? 2 : 1,
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
  const flowing = pipeline(Readable.from(textOf(pieces, encoding)), parser).catch(() => {});
  let line = named ? 1 : 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { line: ++line, cells };
  } catch (error) {
    throw error instanceof CsvError ? new Unreadable(problemOf(error, line + 1)) : error;
  } finally {
    parser.destroy();
    await flowing;
  }
}

function problemOf({ code }: CsvError, line: number): Problem {
  if (code === "CSV_QUOTE_NOT_CLOSED") return { because: "unclosed-quote", line };
  if (code === "CSV_MAX_RECORD_SIZE") return { because: "record-too-long", line };
  return { because: "not-csv", line };
}
