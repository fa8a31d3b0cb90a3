import { sql } from "kysely";
import { expect, test } from "vitest";
import { must, type SeededCast, seedCast } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { verifyChain } from "#modules/people/audit/verify.ts";
import { type Database, openDatabase } from "#platform/db/database.ts";
import { engineName, newPlace } from "#tests/support/engine.ts";
import { killAtRandom, type Ordeal } from "./kill.ts";
import { environmentOf, ROOT, startProgram } from "./program.ts";

/** `KILLS=50 TEST_RING=faults …` for a longer ordeal. */
const TIMES = Number(process.env.KILLS ?? (engineName() === "postgres" ? 30 : 12));

const inviting = ({ districtId, people }: SeededCast): Ordeal<string> => ({
  begin: async (place, round) => {
    const words = [`${ROOT}tests/faults/invite-for-ever.ts`, districtId, people.wren, String(round)];
    const program = startProgram(process.execPath, words, { env: environmentOf(place) });
    await program.says(/ready/);
    return program;
  },
  work: async (program, done) => {
    let heard = 0;
    program.process.stdout?.on("data", () => {
      const invited = [...program.stdout().matchAll(/^invited (\S+)\n/gm)];
      for (const [, personId] of invited.slice(heard)) done(personId as string);
      heard = invited.length;
    });
    await program.ended;
  },
  check: async (database, invited) => {
    const guests = await listGuests(database);
    const known = new Set(guests.map(({ id }) => id));
    const { problem } = await verifyChain(database.desk(claimsOf(system(districtId))), districtId, "event");
    return [
      ...(problem === null ? [] : [`the log is not whole: ${JSON.stringify(problem)}`]),
      ...guests.filter(({ marks }) => marks !== WHOLE).map(({ name, marks }) => `${name} is half invited: ${marks}`),
      ...invited.filter((id) => !known.has(id)).map((id) => `${id} was answered, and is lost`),
    ];
  },
});

/** What an invitation leaves, and nothing less. */
const WHOLE = "add-person give-grant grant invitation invite-person";

async function listGuests(database: Database): Promise<{ id: string; name: string; marks: string }[]> {
  return database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    const { rows } = await sql<{ id: string; name: string; marks: string }>`
      with marks (person, mark) as (
        select person_id::text, 'grant' from people.grant
        union all select person_id::text, 'invitation' from people.invitation
        union all select coalesce(after ->> 'personId', subject_id), action from people.event
      )
      select p.id, p.name, coalesce(string_agg(m.mark, ' ' order by m.mark), '') as marks
      from people.person p left join marks m on m.person = p.id::text
      where p.email like 'guest-%' group by p.district_id, p.id
    `.execute(tx);
    return rows;
  });
}

test(`after ${TIMES} kills nobody is half invited, and nobody who was told so is lost`, {
  timeout: 600_000,
}, async () => {
  const place = await newPlace();
  const database = must(await openDatabase(place));
  const haywater = must(await seedCast(database));
  await database.close();
  const { deeds, wounds } = await killAtRandom(place, inviting(haywater), {
    times: TIMES,
    longest: 1_500,
    seed: 20_261_120,
  });
  expect(wounds).toEqual([]);
  expect(deeds.length).toBeGreaterThan(0);
  await place.remove();
});
