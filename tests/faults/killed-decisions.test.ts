/** The program is killed while plans are adopted and amended: each decision is there with its vote and its words, or not at all. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { seedBoard } from "#db/seed/seed-board.ts";
import { must, type SeededCast, seedCast } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { listAdoptions } from "#modules/plan/adoption/queries.ts";
import { getVersionContent, listPlans, listVersions } from "#modules/plan/queries.ts";
import { applyChanges } from "#modules/plan/text/changes.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";
import { versionTextOf } from "#modules/plan/text/version-text.ts";
import { type Database, openDatabase } from "#platform/db/database.ts";
import { engineName, newPlace } from "#tests/support/engine.ts";
import { killAtRandom, type Ordeal } from "./kill.ts";
import { environmentOf, ROOT, startProgram } from "./program.ts";

/** `KILLS=50 TEST_RING=faults …` for the whole ordeal. */
const TIMES = Number(process.env.KILLS ?? (engineName() === "postgres" ? 8 : 5));

interface Deed {
  slug: string;
  n: number;
}

const deciding = ({ districtId, people }: SeededCast): Ordeal<Deed> => ({
  begin: async (place, round) => {
    const words = [`${ROOT}tests/faults/decide-for-ever.ts`, districtId, people.wren, people.ines, String(round)];
    const program = startProgram(process.execPath, words, { env: environmentOf(place) });
    await program.says(/^ready$/m);
    return program;
  },
  work: async (program, done) => {
    await program.ended;
    for (const [, slug = "", n] of program.stdout().matchAll(/^decided (\S+) (\d)$/gm)) done({ slug, n: Number(n) });
  },
  check: async (database, deeds) => {
    const { adopted, wounds } = await woundsIn(database, districtId);
    const lost = deeds.filter(({ slug, n }) => !adopted.has(`${slug} ${n}`));
    return [...wounds, ...lost.map(({ slug, n }) => `version ${n} of ${slug} was answered, and is lost`)];
  },
});

async function woundsIn(database: Database, districtId: string) {
  const wounds: string[] = [];
  const adopted = new Set<string>();
  const desk = database.desk(claimsOf(system(districtId)));
  await desk.read(async (tx) => {
    for (const { id, slug } of await listPlans(tx, districtId)) {
      const versions = await listVersions(tx, districtId, id);
      const adoptions = await listAdoptions(tx, districtId, id);
      const texts = new Map<number, ReturnType<typeof versionTextOf>>();
      for (const version of versions) {
        texts.set(version.n, versionTextOf(version, await getVersionContent(tx, districtId, version.id)));
      }
      const sealed = versions.filter((version) => version.sealed).map(({ n }) => n);
      if (sealed.join() !== adoptions.map(({ n }) => n).join()) wounds.push(`${slug} is sealed without its decision`);
      for (const { n, fingerprint, votes, amendment } of adoptions) {
        adopted.add(`${slug} ${n}`);
        if (fingerprintOf(texts.get(n)!) !== fingerprint) wounds.push(`version ${n} of ${slug} says something else`);
        if (votes.length !== (n === 1 ? 7 : 0)) wounds.push(`version ${n} of ${slug} has ${votes.length} votes`);
        if ((amendment === null) !== (n === 1)) wounds.push(`version ${n} of ${slug} lacks its reason`);
        const now = amendment && applyChanges(texts.get(n - 1)!, amendment.changes);
        if (now && !(now.ok && fingerprintOf(now.value) === fingerprint)) wounds.push(`${slug} ${n}: other changes`);
      }
    }
  });
  const { rows } = await database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    return sql<{ wound: string }>`
      select 'an adoption without its event' as wound from plan.adoption a join plan.version v on v.id = a.version_id
      where not exists (
        select from people.event e where e.action in ('adopt-plan', 'amend-plan') and e.subject_id = v.plan_id::text
          and (e.after ->> 'n')::int = v.n
      )
      union all
      select 'a line that is not as its version is' from plan.node n join plan.version v on v.id = n.version_id
      where n.sealed <> v.sealed
    `.execute(tx);
  });
  return { adopted, wounds: [...wounds, ...rows.map(({ wound }) => wound)] };
}

test(`after ${TIMES} kills no adoption and no amendment is half there, and none that was answered is lost`, {
  timeout: 900_000,
}, async () => {
  const place = await newPlace();
  const database = must(await openDatabase(place));
  const haywater = must(await seedCast(database));
  await seedBoard(database, haywater.districtId);
  await database.close();
  const { deeds, wounds } = await killAtRandom(place, deciding(haywater), {
    times: TIMES,
    longest: 2_500,
    seed: 20_261_122,
  });
  expect(wounds).toEqual([]);
  expect(deeds.some(({ n }) => n === 3)).toBe(true);
  await place.remove();
});
