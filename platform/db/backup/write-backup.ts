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
import { BACKUP_FORMAT, type BackupEnd, bytesLine, endLine, headerLine, tableLine } from "./format.ts";
import { type BackedUpTable, backedUpTables } from "./tables.ts";

export type WriteProblem =
  | { kind: "no-space" }
  | { kind: "not-writable"; code: string }
  /** The database was never set up. */
  | { kind: "nothing-there" };

/** What is fetched at once. */
const ROWS_AT_ONCE = 500;
const BYTES_AT_ONCE = 3 * 1024 * 1024;

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
      for await (const { row, key } of rowsOf(transaction, table)) {
        counts[table.name] = (counts[table.name] ?? 0) + 1;
        yield say(`${row}\n`);
        for (const column of table.bytes) {
          for await (const piece of piecesOf(transaction, table, column, key)) yield say(bytesLine(column, piece));
        }
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

interface Row {
  row: string;
  /** Its primary key, as an object. */
  key: string;
}

async function* rowsOf(
  transaction: Kysely<unknown>,
  { name, columns, order, bytes }: BackedUpTable,
): AsyncGenerator<Row> {
  const shown = columns.map((column) => {
    const value = sql`it.${sql.id(column)}`;
    return bytes.includes(column) ? sql`octet_length(${value}) as ${sql.id(column)}` : value;
  });
  const keys = order.map(({ column }) => sql`${sql.lit(column)}, line.${sql.id(column)}`);
  const ordered = order.map(({ column, isText }) => sql`it.${sql.id(column)}${isText ? sql` collate "C"` : sql``}`);
  await sql`
    declare backup_rows no scroll cursor for
    select to_jsonb(line)::text as row, jsonb_build_object(${sql.join(keys)})::text as key
    from (select ${sql.join(shown)} from ${sql.table(name)} as it order by ${sql.join(ordered)}) as line
  `.execute(transaction);
  const fetch = sql<Row>`fetch ${sql.lit(bytes.length > 0 ? 1 : ROWS_AT_ONCE)} from backup_rows`;
  for (;;) {
    const { rows } = await fetch.execute(transaction);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close backup_rows`.execute(transaction);
}

/** The bytes in one column of one row, in base64; nothing where there are none, one empty piece where they are empty. */
async function* piecesOf(
  transaction: Kysely<unknown>,
  { name, order }: BackedUpTable,
  column: string,
  key: string,
): AsyncGenerator<string> {
  const of = (alias: string) => sql.join(order.map((each) => sql`${sql.id(alias, each.column)}`));
  for (let from = 1; ; from += BYTES_AT_ONCE) {
    const { rows } = await sql<{ piece: string | null }>`
      select translate(encode(substring(${sql.id("it", column)} from ${from} for ${BYTES_AT_ONCE}), 'base64'), E'\n', '') as piece
      from ${sql.table(name)} as it, jsonb_populate_record(null::${sql.table(name)}, ${key}::jsonb) as one
      where (${of("it")}) = (${of("one")})
    `.execute(transaction);
    const piece = rows[0]?.piece ?? null;
    if (piece === null || (piece === "" && from > 1)) return;
    yield piece;
    if (piece.length < (BYTES_AT_ONCE / 3) * 4) return;
  }
}
