/** What time takes away: refused rows after thirty days, and pieces of files whose handing in was broken off. */
import { sql } from "kysely";
import { ok } from "#lib/result.ts";
import type { Desk } from "#platform/db/desk.ts";

export const REFUSED_ROWS_DAYS = 30;

export async function sweep(desk: Desk, districtId: string): Promise<void> {
  const before = sql`now() - make_interval(days => ${REFUSED_ROWS_DAYS})`;
  const over = sql`
    select id from imports.import where district_id = ${districtId} and changed_at < ${before}
      and state not in ('uploaded', 'mapped', 'checked', 'rehearsed')`;
  await desk.write(async (tx) => {
    await sql`delete from imports.refused_row where district_id = ${districtId} and import_id in (${over})`.execute(tx);
    await sql`delete from imports.refusal where district_id = ${districtId} and import_id in (${over})`.execute(tx);
    // The id of a file begins with the moment of its making.
    const dayAgo = sql`(
      lpad(to_hex((extract(epoch from now() - interval '1 day') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;
    await sql`
      delete from imports.file_part as part where district_id = ${districtId} and file_id < ${dayAgo}
        and not exists (select from imports.file as file where file.district_id = ${districtId} and file.id = part.file_id)
    `.execute(tx);
    return ok(null);
  });
}
