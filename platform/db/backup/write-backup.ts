/** Writes a backup: one moment of the whole database, row by row into a file, in memory that stays flat. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Kysely, sql } from "kysely";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Database } from "../database.ts";
import { ranMigrations } from "../migrate.ts";
import { BACKUP_FORMAT, type BackupEnd, endLine, headerLine, tableLine } from "./format.ts";
import { type BackedUpTable, backedUpTables } from "./tables.ts";

export type WriteProblem =
  | { kind: "no-space" }
  | { kind: "not-writable"; code: string }
  /** The database was never set up. */
  | { kind: "nothing-there" };

/** Rows fetched at once; those that may hold a document of 20 MB come one by one. */
const ROWS_AT_ONCE = 500;

/**
 * Writes `file`, which is there only once it is whole (until then it is `file.part`). Everyone else waits meanwhile on the
 * embedded engine, and no one on PostgreSQL. `by` and `at` go into the header.
 */
export async function writeBackup(
  database: Pick<Database, "owner" | "engine">,
  file: string,
  header: { program: string; at: Date },
): Promise<Result<BackupEnd, WriteProblem>> {
  if ((await ranMigrations(database.owner)).length === 0) return refuse({ kind: "nothing-there" });
  const part = `${file}.part`;
  const counts: BackupEnd["rows"] = {};
  const hash = createHash("sha256");
  let end: BackupEnd | null = null;

  async function* lines(transaction: Kysely<unknown>): AsyncGenerator<string> {
    const say = (line: string): string => {
      hash.update(line);
      return line;
    };
    const migrations = await ranMigrations(transaction);
    const { engine } = database;
    const tables = await backedUpTables(transaction);
    await sql`set local role guidepost_backup`.execute(transaction);
    yield say(
      headerLine({ format: BACKUP_FORMAT, program: header.program, engine, at: header.at.toISOString(), migrations }),
    );
    for (const table of tables) {
      yield say(tableLine(table.name));
      counts[table.name] = 0;
      for await (const rows of rowsOf(transaction, table)) {
        counts[table.name] = (counts[table.name] ?? 0) + rows.length;
        yield say(`${rows.join("\n")}\n`);
      }
    }
    end = { rows: counts, sha256: hash.digest("hex") };
    yield endLine(end);
  }

  try {
    await database.owner
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (transaction) => {
        await settle(transaction);
        const out = createWriteStream(part, { mode: 0o600, flush: true });
        await pipeline(Readable.from(lines(transaction)), createGzip(), out);
      });
    await rename(part, file);
    return ok(end as unknown as BackupEnd);
  } catch (error) {
    const { code = "", syscall } = error as NodeJS.ErrnoException;
    if (syscall !== "open") await rm(part, { force: true }).catch(() => {});
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return refuse({ kind: "no-space" });
    if (syscall !== undefined) return refuse({ kind: "not-writable", code });
    throw error;
  }
}

/** How values are written down, whatever the server is set to; and no limit on how long it takes. */
export async function settle(transaction: Kysely<unknown>): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(transaction);
  await sql`set local bytea_output = 'hex'`.execute(transaction);
  await sql`set local extra_float_digits = 1`.execute(transaction);
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
}

async function* rowsOf(transaction: Kysely<unknown>, table: BackedUpTable): AsyncGenerator<string[]> {
  const columns = sql.join(table.columns.map((column) => sql`it.${sql.id(column)}`));
  const order = table.order.map(({ column, isText }) => sql`it.${sql.id(column)}${isText ? sql` collate "C"` : sql``}`);
  await sql`
    declare backup_rows no scroll cursor for
    select to_jsonb(line)::text as row from (select ${columns} from ${sql.table(table.name)} as it order by ${sql.join(order)}) as line
  `.execute(transaction);
  const fetch = sql<{ row: string }>`fetch ${sql.lit(table.holdsBytes ? 1 : ROWS_AT_ONCE)} from backup_rows`;
  for (;;) {
    const { rows } = await fetch.execute(transaction);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close backup_rows`.execute(transaction);
}
