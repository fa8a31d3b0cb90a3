/**
 * Migrations are plain SQL files in `db/migrations`, run once each in the order of their names, forward only. Kysely's Migrator
 * takes an advisory lock and one transaction for all, so that two processes may start at once and a killed one leaves nothing.
 */
import { readdir, readFile } from "node:fs/promises";
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { ok, type Result, refuse } from "#lib/result.ts";
import { isForbidden } from "./constraint.ts";

const FOLDER = new URL("../../db/migrations/", import.meta.url);

export type MigrationProblem =
  | { kind: "database-newer"; unknown: string[] }
  /** PostgreSQL does not let this login make what a migration makes; `because` is its own sentence. */
  | { kind: "may-not-migrate"; because: string };

/** Kysely's own advisory lock; whoever holds it is alone in changing what tables there are. */
const MIGRATION_LOCK = 3853314791062309107n;

/** Names of all migrations that this program has, in order. */
export async function knownMigrations(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.replace(/\.sql$/, ""))
    .sort();
}

const migrationOf = (name: string): Migration => ({
  up: async (database: Kysely<unknown>) => {
    await sql.raw(await readFile(new URL(`${name}.sql`, FOLDER), "utf8")).execute(database);
  },
});

/**
 * Names of the migrations that were run now. Refuses a database that knows migrations which this program does not. `upTo`: go
 * no further than this one (a backup made by an older program is loaded into the tables it knew).
 */
export async function migrate(database: Kysely<unknown>, upTo?: string): Promise<Result<string[], MigrationProblem>> {
  const known = await knownMigrations();
  const unknown = (await ranMigrations(database)).filter((name) => !known.includes(name));
  if (unknown.length > 0) return refuse({ kind: "database-newer", unknown });

  const wanted = known.filter((name) => upTo === undefined || name <= upTo);
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => Object.fromEntries(wanted.map((name) => [name, migrationOf(name)])) },
    migrationTableSchema: "public",
    migrationTableName: "guidepost_migration",
    migrationLockTableName: "guidepost_migration_lock",
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (isForbidden(error)) return refuse({ kind: "may-not-migrate", because: (error as Error).message });
  if (error) throw error;
  return ok(results.filter((result) => result.status === "Success").map((result) => result.migrationName));
}

/** Keeps every other start from migrating until this transaction ends. */
export async function holdMigrations(transaction: Kysely<unknown>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
}

/** Names of migrations that the program has and the database has not, in order. */
export async function pendingMigrations(database: Kysely<unknown>): Promise<string[]> {
  const ran = new Set(await ranMigrations(database));
  return (await knownMigrations()).filter((name) => !ran.has(name));
}

/** Names of the migrations that a database has, in order; none if it was never migrated. */
export async function ranMigrations(database: Kysely<unknown>): Promise<string[]> {
  const there = await sql<{ there: boolean }>`
    select to_regclass('public.guidepost_migration') is not null as there
  `.execute(database);
  if (!there.rows[0]?.there) return [];
  const ran = await sql<{ name: string }>`
    select name from public.guidepost_migration order by name collate "C"
  `.execute(database);
  return ran.rows.map((row) => row.name);
}
