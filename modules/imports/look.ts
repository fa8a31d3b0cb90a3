/** Finds out what each file of a set is, before a row of it is staged; and whether the set is whole. */
import { sql } from "kysely";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Manifest, Mode } from "./definition.ts";
import { type Problem, sourceOf } from "./domain.ts";
import { matchColumns, recognize } from "./file/columns.ts";
import { dialectOf } from "./file/delimiter.ts";
import { type Encoding, findEncoding, textOf } from "./file/encoding.ts";
import { type FileRecord, recordsOf, Unreadable } from "./file/records.ts";
import { storable } from "./storable.ts";
import { type FileFacts, listFiles, piecesOf, type StoredFile } from "./stored-file.ts";
import { inState, type Job, noteProgress } from "./work.ts";

/** The files that hold something for this kind, each with its source. */
export interface LookedAt {
  files: (StoredFile & { source: string })[];
  modes: Readonly<Record<string, Mode>>;
}

export async function lookAtSet(job: Job): Promise<Result<LookedAt, Problem>> {
  const stored = await job.desk.read((tx) => listFiles(tx, job.districtId, job.importId));
  const files: StoredFile[] = [];
  for (const [at, file] of stored.entries()) {
    if (file.facts !== null) {
      files.push(file);
      continue;
    }
    const looked = await lookAt(job, file);
    if (!looked.ok) return refuse({ file: file.name, ...looked.problem });
    const { source, facts } = looked.value;
    await inState(job, "uploaded", async (tx) => {
      await sql`
        update imports.file set source = ${source}, facts = ${JSON.stringify(facts)}::jsonb
        where district_id = ${job.districtId} and id = ${file.id}
      `.execute(tx);
      await noteProgress(tx, job, "looking", at + 1, stored.length);
      return ok(null);
    });
    files.push({ ...file, source, facts });
  }
  return wholeSet(job, files);
}

async function lookAt(
  { desk, districtId, definition }: Job,
  file: StoredFile,
): Promise<Result<{ source: string | null; facts: FileFacts }, Problem>> {
  const pieces = () => piecesOf(desk, districtId, file);
  const encoding = await findEncoding(pieces);
  if (!encoding.ok) return encoding;
  const dialect = dialectOf(await beginningOf(textOf(pieces(), encoding.value)));
  const reading = { encoding: encoding.value, ...dialect };
  const first = await firstRecords(recordsOf(pieces(), reading));
  if (!first.ok) return first;
  const [named = [], row] = first.value;
  // What is no text at all (a picture) may hold signs that no database takes, and its first row is told.
  const header = named.map(storable);
  const ending = { endsOpen: await endsOpen(pieces(), encoding.value), hasRows: row !== undefined };
  const source = recognize(definition, file.name, header);
  if (source === null) {
    return ok({ source: null, facts: { ...reading, ...ending, header, at: [], unknown: [] } });
  }
  const columns = matchColumns(source, header);
  if (!columns.ok) return columns;
  return ok({ source: source.name, facts: { ...reading, ...columns.value, ...ending } });
}

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = "";
  for await (const piece of text) {
    beginning += piece;
    if (beginning.length >= 65_536) break;
  }
  return beginning.slice(0, 65_536);
}

/** The column names, and the row below them if there is one. */
async function firstRecords(records: AsyncIterable<FileRecord>): Promise<Result<string[][], Problem>> {
  const first: string[][] = [];
  try {
    for await (const { cells } of records) {
      if (cells.some((cell) => cell.trim() !== "")) first.push(cells);
      if (first.length === 2) break;
    }
    return first.length === 0 ? refuse({ because: "empty" }) : ok(first);
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.problem);
    throw error;
  }
}

async function endsOpen(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): Promise<boolean> {
  let last: Uint8Array = new Uint8Array();
  for await (const piece of pieces) if (piece.length > 0) last = piece;
  const sign = last.subarray(encoding.startsWith("utf-16") ? -2 : -1);
  return !sign.includes(0x0a) && !sign.includes(0x0d);
}

async function wholeSet(job: Job, all: readonly StoredFile[]): Promise<Result<LookedAt, Problem>> {
  const { definition } = job;
  const files = all.filter((file): file is LookedAt["files"][number] => file.source !== null);
  for (const [at, file] of files.entries()) {
    const other = files.slice(0, at).find(({ source }) => source === file.source);
    if (other)
      return refuse({ because: "source-twice", file: file.name, values: { other: other.name, source: file.source } });
  }
  const cut = await findCut(job, files);
  if (cut !== null) return refuse(cut);
  const manifest = definition.manifest ? await readManifest(job, definition.manifest, files) : ok(ALL_BULK);
  if (!manifest.ok) return manifest;
  const taken = files.filter(({ source }) => !manifest.value.aside.includes(source));
  const missing = definition.sources.filter(
    ({ name, required }) => required && !taken.some(({ source }) => source === name),
  );
  if (missing.length > 0) {
    const values = {
      missing: missing.map((source) => source.files[0] ?? source.name).join(", "),
      found: all.map((file) => file.name).join(", "),
    };
    return refuse({ because: "files-missing", values });
  }
  if (taken.length === 0)
    return refuse({ because: "files-unknown", values: { found: all.map((file) => file.name).join(", ") } });
  return ok({ files: taken, modes: manifest.value.modes });
}

/** Where the files of a set end with a line break, one that does not was cut, though what is left of it may read as whole. */
async function findCut({ desk, districtId }: Job, files: LookedAt["files"]): Promise<Problem | null> {
  const withRows = files.filter(({ facts }) => facts.hasRows);
  const cut = withRows.find(({ facts }) => facts.endsOpen);
  if (cut === undefined || withRows.every(({ facts }) => facts.endsOpen)) return null;
  let last = 0;
  try {
    for await (const { line } of recordsOf(piecesOf(desk, districtId, cut), cut.facts)) last = line;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ...error.problem, file: cut.name };
  }
  return { because: "cut-file", file: cut.name, line: last };
}

interface Ways {
  modes: Readonly<Record<string, Mode>>;
  aside: readonly string[];
}

const ALL_BULK: Ways = { modes: {}, aside: [] };
const MOST_MANIFEST = 1_000;

async function readManifest(
  { desk, districtId, definition }: Job,
  manifest: Manifest,
  files: LookedAt["files"],
): Promise<Result<Ways, Problem>> {
  const present = files.map(({ source }) => source);
  const file = files.find(({ source }) => source === manifest.source);
  const rows: { line: number; cells: Record<string, string | null> }[] = [];
  if (file !== undefined) {
    const { columns } = sourceOf(definition, manifest.source);
    let isHeader = true;
    for await (const { line, cells } of recordsOf(piecesOf(desk, districtId, file), file.facts)) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (!isHeader) {
        const named = columns.map(({ name }, n) => [name, cells[file.facts.at[n] ?? -1]?.trim() || null] as const);
        rows.push({ line, cells: Object.fromEntries(named) });
      }
      isHeader = false;
      if (rows.length > MOST_MANIFEST) return refuse({ because: "manifest-long", file: file.name });
    }
  }
  const read = manifest.read(rows, present);
  if (read.ok) return read;
  return refuse({ ...read.problem, own: true, ...(file && { file: file.name }) });
}
