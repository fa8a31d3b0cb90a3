/**
 * Many rows in few statements. COPY breaks the embedded engine's protocol and VALUES ends at 65,535 parameters, so rows travel
 * as one JSON parameter a batch, which PostgreSQL takes apart by the table's own column types.
 */
import { sql } from "kysely";
import type { WriteTx } from "./desk.ts";
import type { DB } from "./tables.ts";

export const BATCH = 2_000;

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** All rows have the keys of the first; a column that no row names gets its default. */
export async function insertRows<Table extends keyof DB>(
  tx: WriteTx,
  table: Table,
  rows: readonly object[],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((key) => sql.ref(snake(key))));
  const name = sql.table(table.split(".").map(snake).join("."));
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows
      .slice(at, at + BATCH)
      .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value])));
    await sql`
      insert into ${name} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(batch)}::jsonb)
    `.execute(tx);
  }
}
