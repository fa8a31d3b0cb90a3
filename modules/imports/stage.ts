/** From bytes to staged rows, ten thousand at a time; picked up again at the line where it stood. */
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { insertRows } from "#platform/db/insert-rows.ts";
import { listAnswers } from "./answers.ts";
import type { Source } from "./definition.ts";
import { type Problem, questionColumn, type RowRefusal } from "./domain.ts";
import { cellReader, type ReadCell } from "./file/cell.ts";
import { type FileRecord, recordsOf, Unreadable } from "./file/records.ts";
import { CELL, ROW, storable } from "./storable.ts";
import { keptColumns, piecesOf, type StoredFile } from "./stored-file.ts";
import { inState, type Job, noteProgress } from "./work.ts";

export const BATCH = 10_000;
/** A file in which more rows are wrong is a wrong file. */
const MOST_REFUSED = 50_000;

interface StagedRow {
  line: number;
  cells: (string | null)[];
  refusals: RowRefusal[];
  raw: string[] | null;
}

export async function stageFile(
  job: Job,
  source: Source,
  file: StoredFile,
  { students, mayBeEmpty }: { students: boolean; mayBeEmpty: boolean },
): Promise<Result<null, Problem>> {
  const { facts } = file;
  const answers = await listAnswers(job);
  const readers = source.columns.map((column) =>
    cellReader(column, answers.get(questionColumn(source.name, column.name)) ?? new Map()),
  );
  const stager = new Stager(job, source, file, students);
  let last: FileRecord | null = null;
  const kept = keptColumns(facts);
  try {
    let isHeader = true;
    for await (const record of recordsOf(piecesOf(job.desk, job.districtId, file), facts)) {
      if (isBlank(record)) continue;
      if (isHeader) {
        isHeader = false;
        continue;
      }
      last = record;
      if (record.line <= file.stagedTo) continue;
      const full = await stager.take(stagedRow(record, facts.header.length, facts.at, source, readers, kept));
      if (!full.ok) return full;
    }
  } catch (error) {
    if (error instanceof Unreadable) return refuse({ ...error.problem, file: file.name });
    throw error;
  }
  if (last === null) return mayBeEmpty ? stager.finish(1) : refuse({ because: "no-rows", file: file.name });
  if (facts.endsOpen && last.cells.length < facts.header.length) {
    return refuse({ because: "cut-row", file: file.name, line: last.line });
  }
  return stager.finish(last.line);
}

const isBlank = ({ cells }: FileRecord): boolean => cells.every((cell) => cell.trim() === "");

function stagedRow(
  { line, cells }: FileRecord,
  width: number,
  at: readonly number[],
  source: Source,
  readers: readonly ((cell: string) => ReadCell)[],
  kept: readonly number[],
): StagedRow {
  const refusals = shapeRefusals(cells, width);
  const read = at.map((place, n): string | null => {
    const cell = place === -1 ? "" : (cells[place] ?? "");
    if (place === -1) return null;
    const answer = (readers[n] as (cell: string) => ReadCell)(cell);
    if ("value" in answer) return answer.value;
    const column = source.columns[n]?.header ?? null;
    if (refusals.length === 0 || answer.refused.because !== "empty") {
      refusals.push({ column, value: shown(cell), ...answer.refused });
    }
    return null;
  });
  if (refusals.length === 0) return { line, cells: read, refusals, raw: null };
  const asIs = at.map((place) => (place === -1 ? null : storable(cells[place] ?? "").trim() || null));
  return { line, cells: asIs, refusals, raw: kept.map((place) => storable(cells[place] ?? "")) };
}

function shapeRefusals(cells: readonly string[], width: number): RowRefusal[] {
  const extra = cells.slice(width).some((cell) => cell.trim() !== "");
  if (!extra && cells.length >= width) return [];
  const said = { cells: cells.length, expected: width };
  return [{ column: null, value: null, because: extra ? "cells-too-many" : "cells-too-few", said }];
}

const shown = (cell: string): string => storable(cell).slice(0, 300);

class Stager {
  readonly #job: Job;
  readonly #source: Source;
  readonly #file: StoredFile;
  readonly #students: boolean;
  #rows: StagedRow[] = [];
  #refused = 0;

  constructor(job: Job, source: Source, file: StoredFile, students: boolean) {
    this.#job = job;
    this.#source = source;
    this.#file = file;
    this.#students = students;
  }

  async take(row: StagedRow): Promise<Result<null, Problem>> {
    this.#rows.push(row);
    if (row.refusals.length > 0 && ++this.#refused > MOST_REFUSED) {
      const { because } = row.refusals[0] as RowRefusal;
      return refuse({
        because: "rows-refused",
        file: this.#file.name,
        line: row.line,
        values: { rows: MOST_REFUSED, because },
      });
    }
    if (this.#rows.length === BATCH) await this.#flush(null);
    return ok(null);
  }

  async finish(lastLine: number): Promise<Result<null, Problem>> {
    await this.#flush(lastLine);
    return ok(null);
  }

  /** `whole`: the last line of the file, when it is all there. */
  async #flush(whole: number | null): Promise<void> {
    const [job, file, rows] = [this.#job, this.#file, this.#rows];
    const to = whole ?? (rows.at(-1) as StagedRow).line;
    await inState(job, "uploaded", async (tx) => {
      await insertStaged(tx, job, this.#source.name, rows);
      await this.#insertRefusals(tx);
      await sql`
        update imports.file set staged_to = ${to}, lines = ${whole === null ? null : to}
        where district_id = ${job.districtId} and id = ${file.id}
      `.execute(tx);
      await noteProgress(tx, job, "reading", Math.min(to, file.linesGuessed), file.linesGuessed);
      return ok(null);
    });
    this.#rows = [];
  }

  async #insertRefusals(tx: WriteTx): Promise<void> {
    const { districtId, importId } = this.#job;
    const of = { districtId, importId, students: this.#students, source: this.#source.name };
    const refused = this.#rows.filter(({ refusals }) => refusals.length > 0);
    await insertRows(
      tx,
      "imports.refusal",
      refused.flatMap(({ line, refusals }) =>
        refusals.map(({ column, value, because, said }) => ({
          ...{ ...of, id: uuidv7(), line, does: "refuse", columnName: column, value, because, said },
        })),
      ),
    );
    await insertRows(
      tx,
      "imports.refusedRow",
      refused.map(({ line, raw }) => ({ ...of, line, raw })),
    );
  }
}

async function insertStaged(tx: WriteTx, job: Job, source: string, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const lines = `{${rows.map(({ line }) => line).join(",")}}`;
  const outs = `{${rows.map(({ refusals }) => (refusals.length > 0 ? "refused" : "null")).join(",")}}`;
  const cells = rows.map((row) => row.cells.map((cell) => cell ?? "").join(CELL)).join(ROW);
  await sql`
    insert into imports.staged_row (district_id, import_id, source, line, cells, out)
    select ${job.districtId}, ${job.importId}, ${source}, line, string_to_array(cells, ${CELL}, ''), out
    from unnest(${lines}::int[], string_to_array(${cells}, ${ROW}), ${outs}::text[]) as row (line, cells, out)
  `.execute(tx);
}
