/** Rows written anew or taken away by their key, many in few statements: they travel as JSON, like those of `insertRows`. */
import { sql } from "kysely";
import type { WriteTx } from "./desk.ts";
import { BATCH, snake } from "./insert-rows.ts";
import type { DB } from "./tables.ts";

const tableOf = (table: string) => sql.table(table.split(".").map(snake).join("."));
const batches = (rows: readonly object[]): string[] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) =>
    JSON.stringify(
      rows
        .slice(at * BATCH, (at + 1) * BATCH)
        .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))),
    ),
  );

/** All rows have the keys of the first. Columns that they do not name stay as they are, or get their default in a new row. */
export async function upsertRows<Table extends keyof DB>(
  tx: WriteTx,
  table: Table,
  key: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const listed = sql.join(columns.map((column) => sql.ref(snake(column))));
  const others = columns.filter((column) => !key.includes(column)).map(snake);
  const anew = sql.join(others.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  for (const batch of batches(rows)) {
    await sql`
      insert into ${tableOf(table)} (${listed})
      select ${listed} from jsonb_populate_recordset(null::${tableOf(table)}, ${batch}::jsonb)
      on conflict (${sql.join(key.map((column) => sql.ref(snake(column))))}) do update set ${anew}
    `.execute(tx);
  }
}

/** Those of the rows that are there; only their key is looked at. */
export async function deleteRows<Table extends keyof DB>(
  tx: WriteTx,
  table: Table,
  key: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const matches = key.map((column) => sql`there.${sql.ref(snake(column))} = gone.${sql.ref(snake(column))}`);
  for (const batch of batches(rows)) {
    await sql`
      delete from ${tableOf(table)} as there
      using jsonb_populate_recordset(null::${tableOf(table)}, ${batch}::jsonb) as gone
      where ${sql.join(matches, sql` and `)}
    `.execute(tx);
  }
}
