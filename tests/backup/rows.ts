/** Rows that are hard to carry: every byte, every kind of quote, numbers beyond what JavaScript counts, times to the microsecond. */
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import type { Database } from "#platform/db/database.ts";

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** Nothing, little, and more than is fetched at once. */
const BYTES = [
  Buffer.alloc(0),
  EVERY_BYTE,
  Buffer.alloc(3 * 1024 * 1024, EVERY_BYTE),
  Buffer.alloc(7_000_001, EVERY_BYTE),
];

const WORDS = [
  `"double", 'single', \\back\\slash\\, {brace}, [bracket], comma, \t tab`,
  "two\nlines\r\nof text",
  "Ünïcödé, 漢字, עברית, 🪶, a\u0301, \u2028, \ufeff",
  "\\x00ff \\. \\N null NULL",
];

export async function addHardRows(database: Pick<Database, "owner">, { districtId }: SeededCast): Promise<void> {
  const exact = `{"big": 12345678901234567890.12345678901234567890, "tiny": 1e-30, "nested": {"b": [1, null, "\\u00e9"], "a": ""}}`;
  await database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    for (const [at, words] of WORDS.entries()) {
      const hash = String(at).repeat(64);
      await sql`
        insert into plan.document (district_id, id, org_id, name, format, sha256, bytes, source, reading, added_at)
        values (${districtId}, ${uuidv7()}, ${districtId}, ${words}, 'txt', ${hash}, ${BYTES[at]},
          ${exact}, ${JSON.stringify({ words })}, '2026-11-20 15:00:00.123456-06')
      `.execute(tx);
    }
  });
}

/** What every Guidepost since the first could hold, in SQL of its own: the commands of today write columns of today. */
export async function addOlderRows(database: Pick<Database, "owner">): Promise<string> {
  const [district, school, person] = [uuidv7(), uuidv7(), uuidv7()];
  await database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    await sql`insert into district.district (district_id, name) values (${district}, 'Haywater Public Schools')`.execute(
      tx,
    );
    await sql`insert into district.address (host, district_id) values ('*', ${district})`.execute(tx);
    await sql`
      insert into district.school (district_id, id, name, slug, lowest_grade, highest_grade)
      values (${district}, ${school}, 'Alder Creek Elementary', 'alder-creek-elementary', 'KG', '05')
    `.execute(tx);
    await sql`
      insert into people.person (district_id, id, name, email)
      values (${district}, ${person}, 'Joon Ha Baek', 'joon@haywater.example')
    `.execute(tx);
    await sql`
      insert into people.grant (district_id, id, person_id, role, school_id, from_on)
      values (${district}, ${uuidv7()}, ${person}, 'principal', ${school}, '2023-07-01')
    `.execute(tx);
    for (const action of ["add-person", "give-grant"]) {
      await sql`
        insert into people.event (district_id, id, person_id, action, subject_kind, subject_id)
        values (${district}, ${uuidv7()}, ${person}, ${action}, 'person', ${person})
      `.execute(tx);
    }
  });
  return district;
}
