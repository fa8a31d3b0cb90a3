/**
 * Migrations are plain SQL files in `db/migrations`, run once each in the order of their names, forward only. Kysely's Migrator
 * takes an advisory lock and one transaction for all, so that two processes may start at once and a killed one leaves nothing.
 */
import { readdir, readFile } from "node:fs/promises";
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { ok, type Result, refuse } from "#lib/result.ts";

const FOLDER = new URL("../../db/migrations/", import.meta.url);

export type MigrationProblem = { kind: "database-newer"; unknown: string[] };

async function migrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".sql")).sort();
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.sql$/, ""),
      {
        up: async (database: Kysely<unknown>) => {
          await sql.raw(await readFile(new URL(file, FOLDER), "utf8")).execute(database);
        },
      },
    ]),
  );
}

/** Names of the migrations that were run now. Refuses a database that knows migrations which this program does not. */
export async function migrate(database: Kysely<unknown>): Promise<Result<string[], MigrationProblem>> {
  const known = await migrations();
  const unknown = (await ranMigrations(database)).filter((name) => !(name in known));
  if (unknown.length > 0) return refuse({ kind: "database-newer", unknown });

  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => known },
    migrationTableSchema: "public",
    migrationTableName: "guidepost_migration",
    migrationLockTableName: "guidepost_migration_lock",
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return ok(results.filter((result) => result.status === "Success").map((result) => result.migrationName));
}

/** Names of migrations that the program has and the database has not, in order. */
export async function pendingMigrations(database: Kysely<unknown>): Promise<string[]> {
  const ran = new Set(await ranMigrations(database));
  return Object.keys(await migrations()).filter((name) => !ran.has(name));
}

async function ranMigrations(database: Kysely<unknown>): Promise<string[]> {
  const there = await sql<{
    there: boolean;
  }>`select to_regclass('public.guidepost_migration') is not null as there`.execute(database);
  if (!there.rows[0]?.there) return [];
  const ran = await sql<{ name: string }>`select name from public.guidepost_migration order by name`.execute(database);
  return ran.rows.map((row) => row.name);
}
