/**
 * The database that tests run on: `TEST_DATABASE_URL` (a PostgreSQL server) or, without it, the embedded engine. A migrated
 * template is made once a run; every test file clones it, so each has a real database of its own.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "#platform/db/database.ts";

export type Engine = Database["engine"];

export const engineName = (): Engine => (process.env.TEST_DATABASE_URL ? "postgres" : "embedded");

/** The embedded one is always there. */
export const ENGINES: Engine[] = engineName() === "postgres" ? ["postgres", "embedded"] : ["embedded"];

const urlOf = (name: string): string => {
  const url = new URL(process.env.TEST_DATABASE_URL as string);
  url.pathname = `/${name}`;
  return url.href;
};

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function open(place: { databaseUrl: string | null; dataDir: string }): Promise<Database> {
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Error(`the test database did not open: ${JSON.stringify(opened.problem)}`);
  return opened.value;
}

/** Makes the template; called once before all test files. Returns what takes it away again. */
export async function makeTemplate(): Promise<() => Promise<void>> {
  if (engineName() === "postgres") {
    // Of this run alone: another may be using the same server.
    const template = `guidepost_template_${process.pid}`;
    process.env.TEST_TEMPLATE = template;
    await onServer(`drop database if exists ${template}`);
    await onServer(`create database ${template}`);
    const database = await open({ databaseUrl: urlOf(template), dataDir: "" });
    await database.close();
    return () => onServer(`drop database if exists ${template}`);
  }
  const folder = await mkdtemp(join(tmpdir(), "guidepost-template-"));
  process.env.TEST_TEMPLATE_DIR = folder;
  const database = await open({ databaseUrl: null, dataDir: folder });
  await database.close();
  return () => rm(folder, { recursive: true, force: true });
}

export interface TestPlace {
  /** As settings name it. */
  databaseUrl: string | null;
  dataDir: string;
  remove(): Promise<void>;
}

/** A migrated, empty database of one's own, not yet opened: for tests that start the program itself. */
export async function newPlace(): Promise<TestPlace> {
  if (engineName() === "postgres") return newPlaceOnServer(`template ${process.env.TEST_TEMPLATE}`);
  const place = await newFolder();
  await cp(join(process.env.TEST_TEMPLATE_DIR as string, "database"), join(place.dataDir, "database"), {
    recursive: true,
  });
  return place;
}

/** A place where nothing is yet, not even tables. */
export const newEmptyPlace = (engine: Engine = engineName()): Promise<TestPlace> =>
  engine === "postgres" ? newPlaceOnServer("") : newFolder();

async function newFolder(): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(tmpdir(), "guidepost-test-"));
  return { databaseUrl: null, dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

async function newPlaceOnServer(how: string): Promise<TestPlace> {
  const folder = await newFolder();
  const name = `guidepost_${folder.dataDir.slice(-6).toLowerCase()}_${process.pid}`;
  await onServer(`create database ${name} ${how}`);
  return {
    databaseUrl: urlOf(name),
    dataDir: folder.dataDir,
    remove: async () => {
      await dropDatabase(name);
      await folder.remove();
    },
  };
}

/** While the server itself tidies a database up, only its administrator may end that: it takes a moment. */
async function dropDatabase(name: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await onServer(`drop database if exists ${name} with (force)`);
    } catch (error) {
      if ((error as { code?: string }).code !== "42501" || tried === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** The same, opened. */
export async function newDatabase(): Promise<{ database: Database; place: TestPlace; remove(): Promise<void> }> {
  const place = await newPlace();
  const database = await open(place);
  return {
    database,
    place,
    remove: async () => {
      await database.close();
      await place.remove();
    },
  };
}
