/** What depends on the day: which schools each student is at (and so who may see them), and how many there are. */
import { sql } from "kysely";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";

/** Works both out for a day; earlier days are left alone. The program's own work (`system`). */
export async function keepDay(tx: WriteTx, districtId: string, today: string): Promise<void> {
  await sql`select roster.keep_day(${districtId}::uuid, ${today}::date)`.execute(tx);
}

/** The day that was worked out last, or null before there was a roster. */
export async function findKeptDay(tx: ReadTx, districtId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("roster.day")
    .select("keptOn")
    .where("districtId", "=", districtId)
    .executeTakeFirst();
  return row?.keptOn ?? null;
}
