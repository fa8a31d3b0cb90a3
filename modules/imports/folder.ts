/**
 * The watched folder: a folder for each kind, in which a nightly export is put. A set is taken once it has stopped changing, goes
 * through everything without a person, and is moved to `done/` or `refused/` with a report beside it. What is held back waits for
 * a person in the list of imports. Nothing is remembered outside the folder: `working/ID` is what was begun.
 */
import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import type { Language } from "#locales/messages.ts";
import { translatorIn } from "#locales/translator.ts";
import { system } from "#modules/district/actor.ts";
import type { Database } from "#platform/db/database.ts";
import type { ImportDefinition } from "./definition.ts";
import { handInFiles } from "./hand-in.ts";
import { sayHandInProblem } from "./present.ts";
import { findImport, listRefusals, listRefusedRows } from "./queries.ts";
import { refusedCsv } from "./refused-csv.ts";
import { writeReport } from "./report.ts";
import { settle } from "./run-import.ts";
import { listFiles } from "./stored-file.ts";
import { deskOf } from "./work.ts";

export interface Watched {
  /** Absolute. */
  folder: string;
  database: Pick<Database, "desk">;
  kinds: readonly ImportDefinition[];
  district: { id: string; today: string; language: Language; timeZone: string };
  now: Date;
}

/** A file that was written to within these may still be growing. */
const STILL_FOR = 30_000;

export async function lookInFolder(watched: Watched): Promise<void> {
  for (const definition of watched.kinds) {
    const folder = join(watched.folder, definition.kind);
    if (await isFolder(folder)) await lookAtKind(watched, definition, folder);
  }
}

async function lookAtKind(watched: Watched, definition: ImportDefinition, folder: string): Promise<void> {
  for (const begun of await namesIn(join(folder, "working"))) {
    if (isUuid(begun)) await bringToEnd(watched, definition, folder, begun);
  }
  const names = await wholeSet(folder, watched.now);
  if (names.length === 0) return;
  const { database, district } = watched;
  const files = names.map((name) => ({ name, pieces: () => createReadStream(join(folder, name)) }));
  const publish = { override: null };
  const desk = deskOf(database, district.id);
  const handed = await handInFiles(desk, system(district.id), { definition, came: "folder", files, publish });
  if (handed.ok) {
    await move(folder, names, join(folder, "working", handed.value));
    await bringToEnd(watched, definition, folder, handed.value);
    return;
  }
  // The import before waits for a person: this set stays where it is.
  if (handed.problem.because === "one-at-a-time") return;
  const refused = join(folder, "refused", watched.now.toISOString().replaceAll(":", "-"));
  await move(folder, names, refused);
  const sentence = sayHandInProblem(translatorIn(district.language), definition, handed.problem, district);
  await writeFile(join(refused, "report.txt"), `${sentence}\n`);
}

/** The files of a set, once none of them has changed for a while; none before. */
async function wholeSet(folder: string, now: Date): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) => /^[^.~].*\.(csv|tsv|txt|zip)$/i.test(name));
  for (const name of names) {
    const { mtimeMs } = await stat(join(folder, name));
    if (now.getTime() - mtimeMs < STILL_FOR) return [];
  }
  return names;
}

async function bringToEnd({ database, district }: Watched, definition: ImportDefinition, folder: string, id: string) {
  const desk = deskOf(database, district.id);
  if ((await desk.read((tx) => findImport(tx, district.id, id))) === null) return;
  const job = { definition, districtId: district.id, importId: id, today: district.today, desk, worker: uuidv7() };
  const row = await settle(job);
  const to = join(folder, row.state === "published" ? "done" : "refused", id);
  await move(join(folder, "working"), [id], join(folder, row.state === "published" ? "done" : "refused"));
  const t = translatorIn(district.language);
  const refusals = await desk.read((tx) => listRefusals(tx, district.id, id, { limit: 10_000 }));
  await writeFile(join(to, "report.txt"), writeReport(t, definition, row, refusals));
  for (const file of await desk.read((tx) => listFiles(tx, district.id, id))) {
    const { source } = file;
    const rows = source === null ? [] : await desk.read((tx) => listRefusedRows(tx, district.id, id, source));
    if (rows.length === 0) continue;
    const own = refusals.filter((refusal) => refusal.source === source);
    await writeFile(join(to, `${source}-refused.csv`), refusedCsv(t, definition, file, rows, own));
  }
}

async function move(from: string, names: readonly string[], to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of names) await rename(join(from, name), join(to, name));
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;
