/** Commands of the command line that are killed in the middle, at moments spread over their whole run. */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAST } from "#db/seed/cast.ts";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { checkBackup } from "#platform/db/backup/read-backup.ts";
import { writeBackup } from "#platform/db/backup/write-backup.ts";
import { connectDatabase, type Database, openDatabase } from "#platform/db/database.ts";
import { knownMigrations, ranMigrations } from "#platform/db/migrate.ts";
import { addHardRows } from "#tests/backup/rows.ts";
import { engineName, newEmptyPlace, newPlace, type TestPlace } from "#tests/support/engine.ts";
import { environmentOf, startGuidepost } from "./program.ts";

/** More of them by hand: `KILLS=20 TEST_RING=faults …`. */
const KILLS = Number(process.env.KILLS ?? (engineName() === "postgres" ? 6 : 2));
const LONG = { timeout: 600_000 };
const EVERYONE = Object.keys(CAST).length;

let folder = "";
let haywater: TestPlace;
let backup = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-killed-"));
  haywater = await newPlace();
  const database = must(await openDatabase(haywater));
  await addHardRows(database, must(await seedCast(database)));
  backup = join(folder, "haywater.backup");
  must(await writeBackup(database, backup, { program: "0.1.0", at: new Date("2026-11-20T15:00:00Z") }));
  await database.close();
});
afterAll(async () => {
  await haywater.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command to its end once, then again and again to a part of that time, killed there. */
async function killInTheMiddle(
  words: string[],
  newPlaceToWorkIn: () => Promise<TestPlace>,
  look: (place: TestPlace) => Promise<void>,
): Promise<void> {
  const whole = await newPlaceToWorkIn();
  const began = performance.now();
  const program = startGuidepost(words, { env: environmentOf(whole) });
  expect(await program.ended, program.stderr()).toBe(0);
  const milliseconds = performance.now() - began;
  await whole.remove();

  for (const part of fc.sample(fc.double({ min: 0.3, max: 1, noNaN: true }), { numRuns: KILLS, seed: 20_261_120 })) {
    const place = await newPlaceToWorkIn();
    const killed = startGuidepost(words, { env: environmentOf(place) });
    await new Promise((resolve) => setTimeout(resolve, part * milliseconds));
    await killed.kill("SIGKILL");
    await look(place);
    await place.remove();
  }
}

async function within<Value>(place: TestPlace, work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = must(await connectDatabase(place));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const countPeople = (database: Database): Promise<number> =>
  database.owner.transaction().execute(async (tx) => {
    if ((await ranMigrations(tx)).length === 0) return 0;
    await sql`set local role guidepost_backup`.execute(tx);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from people.person`.execute(tx);
    return rows[0]?.n ?? 0;
  });

describe("killed in the middle", () => {
  test("the first start leaves a database that the next one finishes", LONG, async () => {
    await killInTheMiddle(["migrate"], newEmptyPlace, async (place) => {
      const known = await knownMigrations();
      const ran = await within(place, ({ owner }) => ranMigrations(owner));
      expect([0, known.length]).toContain(ran.length);
      const again = startGuidepost(["migrate"], { env: environmentOf(place) });
      expect(await again.ended, again.stderr()).toBe(0);
      expect(await within(place, ({ owner }) => ranMigrations(owner))).toEqual(known);
    });
  });

  test("a restore leaves all of the backup or nothing, and can be done again", LONG, async () => {
    await killInTheMiddle(["restore", backup], newPlace, async (place) => {
      const people = await within(place, countPeople);
      expect([0, EVERYONE]).toContain(people);
      const again = startGuidepost(["restore", backup], { env: environmentOf(place) });
      expect(await again.ended, again.stderr()).toBe(people === 0 ? 0 : 1);
      expect(await within(place, countPeople)).toBe(EVERYONE);
    });
  });

  test("a backup leaves the older file whole, and the database as it was", LONG, async () => {
    const file = join(folder, "nightly.backup");
    const lend = async () => ({ ...haywater, remove: async () => {} });
    await killInTheMiddle(["backup", file], lend, async () => {
      expect(existsSync(file)).toBe(true);
      expect((await checkBackup(file)).ok).toBe(true);
    });
    expect(await within(haywater, countPeople)).toBe(EVERYONE);
    const last = startGuidepost(["backup", file], { env: environmentOf(haywater) });
    expect(await last.ended).toBe(0);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect((await readFile(file)).length).toBeGreaterThan(1000);
  });
});
