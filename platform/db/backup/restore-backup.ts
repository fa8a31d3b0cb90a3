/** Puts a backup into an empty database: all of it, or nothing. */
import { type Kysely, sql } from "kysely";
import { ok, type Result, refuse } from "#lib/result.ts";
import { brokenConstraint } from "../constraint.ts";
import type { Database } from "../database.ts";
import { holdMigrations, knownMigrations, type MigrationProblem, migrate, ranMigrations } from "../migrate.ts";
import { lineOf } from "./format.ts";
import { type BackupContents, type BackupProblem, linesOf } from "./read-backup.ts";
import { type BackedUpTable, backedUpTables } from "./tables.ts";
import { settle } from "./write-backup.ts";

export type RestoreProblem =
  | BackupProblem
  | MigrationProblem
  /** The backup knows migrations that this program does not. */
  | { kind: "backup-newer"; program: string; unknown: string[] }
  | { kind: "not-empty" }
  | { kind: "no-space" }
  /** The file is whole, and its rows contradict each other. */
  | { kind: "inconsistent"; constraint: string };

/** What is sent at once. */
const ROWS_AT_ONCE = 500;
const BYTES_AT_ONCE = 4 * 1024 * 1024;

/** Carries a refusal out of the transaction, so that it rolls back. */
class Refused extends Error {
  readonly problem: RestoreProblem;

  constructor(problem: RestoreProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/**
 * `contents`: what `checkBackup` said of the file. The database may be new, or migrated and still without a district and
 * without an account. A backup of an older program is loaded into the tables of its time, which are then brought up to date.
 */
export async function restoreBackup(
  database: Pick<Database, "owner">,
  file: string,
  { header, end }: BackupContents,
): Promise<Result<null, RestoreProblem>> {
  const known = await knownMigrations();
  const unknown = header.migrations.filter((name, at) => known[at] !== name);
  if (unknown.length > 0) return refuse({ kind: "backup-newer", program: header.program, unknown });
  try {
    await database.owner.transaction().execute(async (transaction) => {
      await settle(transaction);
      await holdMigrations(transaction);
      await makeTables(transaction, header.migrations);
      const rows = await load(transaction, file);
      if (JSON.stringify(rows) !== JSON.stringify(end.rows)) throw new Refused({ kind: "damaged" });
      await migrateTo(transaction);
    });
    return ok(null);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem);
    const { code = "" } = error as { code?: string };
    if (code === "53100") return refuse({ kind: "no-space" });
    if (code.startsWith("23")) return refuse({ kind: "inconsistent", constraint: brokenConstraint(error) ?? code });
    throw error;
  }
}

/** Brings the empty database to the tables that the backup was made of. */
async function makeTables(transaction: Kysely<unknown>, migrations: string[]): Promise<void> {
  if (!(await isEmpty(transaction))) throw new Refused({ kind: "not-empty" });
  const ran = await ranMigrations(transaction);
  if (ran.length > migrations.length) await dropTables(transaction);
  await migrateTo(transaction, migrations.at(-1));
}

async function migrateTo(transaction: Kysely<unknown>, name?: string): Promise<void> {
  const migrated = await migrate(transaction, name);
  if (!migrated.ok) throw new Refused(migrated.problem);
}

async function isEmpty(transaction: Kysely<unknown>): Promise<boolean> {
  if ((await ranMigrations(transaction)).length === 0) return true;
  await sql`set local role guidepost_backup`.execute(transaction);
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from district.district) and not exists (select from sign_in.account_holder) as empty
  `.execute(transaction);
  await sql`set local role none`.execute(transaction);
  return rows[0]?.empty === true;
}

/** Takes away tables that know more than the backup does; nothing is in them. */
async function dropTables(transaction: Kysely<unknown>): Promise<void> {
  const schemas = new Set((await backedUpTables(transaction)).map((table) => table.name.split(".")[0] as string));
  await sql`drop schema ${sql.join([...schemas].map((schema) => sql.id(schema)))} cascade`.execute(transaction);
  await sql`drop function public.guidepost_let_backup_in`.execute(transaction);
  await sql`delete from public.guidepost_migration`.execute(transaction);
}

/** The rows of each table that were put in. Which refer to which is checked at the end. */
async function load(transaction: Kysely<unknown>, file: string): Promise<Record<string, number>> {
  const tables = new Map((await backedUpTables(transaction)).map((table) => [table.name, table]));
  const counts: Record<string, number> = {};
  let table: BackedUpTable | null = null;
  let batch: Batch = emptyBatch();

  const send = async () => {
    if (table !== null) counts[table.name] = (counts[table.name] ?? 0) + batch.rows.length;
    if (table !== null && batch.rows.length > 0) await insert(transaction, table, batch);
    batch = emptyBatch();
  };

  await sql`set local role guidepost_backup`.execute(transaction);
  await sql`set constraints all deferred`.execute(transaction);
  let isHeader = true;
  for await (const line of linesOf(file)) {
    const read = isHeader ? null : lineOf(line);
    isHeader = false;
    if (read?.kind === "table") {
      await send();
      table = tables.get(read.table) ?? null;
      if (table === null) throw new Refused({ kind: "damaged" });
    } else if (read?.kind === "bytes") {
      batch.bytes.set(read.column, [...(batch.bytes.get(read.column) ?? []), read.piece]);
    } else if (read?.kind === "row") {
      // A row whose bytes follow goes alone.
      const isFull = batch.rows.length >= ROWS_AT_ONCE || batch.size >= BYTES_AT_ONCE || table?.bytes.length !== 0;
      if (isFull) await send();
      batch.rows.push(line);
      batch.size += line.length;
    }
  }
  await send();
  await sql`set constraints all immediate`.execute(transaction);
  await sql`set local role none`.execute(transaction);
  return counts;
}

interface Batch {
  rows: Buffer[];
  size: number;
  /** The bytes of the one row, by column. */
  bytes: Map<string, Buffer[]>;
}

const emptyBatch = (): Batch => ({ rows: [], size: 0, bytes: new Map() });

async function insert(transaction: Kysely<unknown>, table: BackedUpTable, { rows, bytes }: Batch): Promise<void> {
  const values = table.columns.map((column) => {
    if (!table.bytes.includes(column)) return sql.id(column);
    const pieces = bytes.get(column);
    return sql`${pieces === undefined ? null : Buffer.concat(pieces)}::bytea`;
  });
  const columns = table.columns.map((column) => sql.id(column));
  const lines = `[${rows.map((row) => row.toString("utf8")).join(",")}]`;
  await sql`
    insert into ${sql.table(table.name)} (${sql.join(columns)}) overriding system value
    select ${sql.join(values)} from jsonb_populate_recordset(null::${sql.table(table.name)}, ${lines}::jsonb)
  `.execute(transaction);
}
