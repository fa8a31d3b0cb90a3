/** The program is killed while files are loaded: each is published whole or not at all, and the next program goes on with it. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { must, type SeededCast, seedCast } from "#db/seed/seed-cast.ts";
import { type Database, openDatabase } from "#platform/db/database.ts";
import { engineName, newPlace, type TestPlace } from "#tests/support/engine.ts";
import { killAtRandom, type Ordeal } from "./kill.ts";
import { environmentOf, ROOT, startProgram } from "./program.ts";

/** `KILLS=50 TEST_RING=faults …` for the whole ordeal. */
const TIMES = Number(process.env.KILLS ?? (engineName() === "postgres" ? 8 : 5));
const ROWS = 12_000;

interface Deed {
  id: string;
  what: string;
}

const start = (place: TestPlace, { districtId }: SeededCast, round: string) =>
  startProgram(process.execPath, [`${ROOT}tests/faults/import-for-ever.ts`, districtId, round, String(ROWS)], {
    env: environmentOf(place),
  });

const importing = (haywater: SeededCast): Ordeal<Deed> => ({
  begin: async (place, round) => {
    const program = start(place, haywater, String(round));
    await program.says(/^ready$/m);
    return program;
  },
  work: async (program, done) => {
    await program.ended;
    for (const [, what = "", id = ""] of program.stdout().matchAll(/^(handed in|came to) (\S+) \S+$/gm))
      done({ what, id });
  },
  check: async (database, deeds) => {
    const imports = await standing(database);
    return [
      ...imports.flatMap(({ id, isPublished, people, events }) => {
        if (people !== (isPublished ? ROWS : 0)) return [`${id} brought ${people} people, published: ${isPublished}`];
        return events === (isPublished ? 1 : 0) ? [] : [`${id} was published ${events} times`];
      }),
      ...deeds.filter(({ id }) => !imports.some((each) => each.id === id)).map(({ id }) => `${id} is lost`),
      ...deeds
        .filter(({ what, id }) => what === "came to" && !imports.some((each) => each.id === id && each.isPublished))
        .map(({ id }) => `${id} was published, and is not`),
    ];
  },
});

/** Each import, how many of its people are here, and how often it was told that it was published. */
async function standing(database: Database) {
  return database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    const { rows } = await sql<{ id: string; isPublished: boolean; people: number; events: number }>`
      select import.id, import.state = 'published' as "isPublished",
        (select count(*)::int from imports.change as change join people.person as person
          on person.id = (change.row_key ->> 'id')::uuid where change.import_id = import.id) as people,
        (select count(*)::int from people.event where action = 'publish-import' and subject_id = import.id::text) as events
      from imports.import as import
      where import.handed_in_at = (select max(handed_in_at) from imports.import) or import.state <> 'published'
    `.execute(tx);
    const { rows: all } = await sql<{ id: string; isPublished: boolean }>`
      select id, state = 'published' as "isPublished" from imports.import
    `.execute(tx);
    const { rows: counted } = await sql<{ people: number }>`
      select count(*)::int as people from people.person where email like '%@many.example'
    `.execute(tx);
    const whole = all.filter(({ isPublished }) => isPublished).length * ROWS;
    if (counted[0]?.people !== whole) throw new Error(`${counted[0]?.people} people, where ${whole} were published`);
    const known = new Map(rows.map((row) => [row.id, row]));
    return all.map(({ id, isPublished }) => known.get(id) ?? { id, isPublished, people: ROWS, events: 1 });
  });
}

test(`after ${TIMES} kills every file is published whole or not at all, and the next program brings it to its end`, {
  timeout: 1_800_000,
}, async () => {
  const place = await newPlace();
  const database = must(await openDatabase(place));
  const haywater = must(await seedCast(database));
  await database.close();
  const { deeds, wounds } = await killAtRandom(place, importing(haywater), {
    times: TIMES,
    longest: 6_000,
    seed: 20_261_124,
  });
  expect(wounds).toEqual([]);
  expect(deeds.length).toBeGreaterThan(0);

  const last = start(place, haywater, "end");
  expect(await last.ended, last.stderr()).toBe(0);
  const after = must(await openDatabase(place));
  const imports = await standing(after);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter(({ isPublished }) => !isPublished)).toEqual([]);
  await after.close();
  await place.remove();
});
