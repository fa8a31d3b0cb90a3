/**
 * `test` with what a story needs: `database` (one for the file), `haywater` (the cast, seeded once for the file), and
 * `as("wren")`, the desk and actor of one of the cast.
 */
import { test as base } from "vitest";
import type { CastName } from "#db/seed/cast.ts";
import { must, type SeededCast, seedCast } from "#db/seed/seed-cast.ts";
import { type Actor, claimsOf, system, visitor } from "#modules/district/actor.ts";
import { findPerson, listGrants } from "#modules/people/queries.ts";
import { actorToday } from "#modules/roster/actor-today.ts";
import type { Database } from "#platform/db/database.ts";
import type { Desk } from "#platform/db/desk.ts";
import { newDatabase } from "./engine.ts";

/** The day on which all stories happen. */
export const TODAY = "2026-11-20";
export const NOW = new Date("2026-11-20T15:00:00Z");

export interface Seat {
  actor: Actor;
  desk: Desk;
}

export const test = base.extend<{
  database: Database;
  haywater: SeededCast;
  as: (who: CastName | "public" | "system") => Promise<Seat>;
}>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern
    async ({}, use) => {
      const { database, remove } = await newDatabase();
      await use(database);
      await remove();
    },
    { scope: "file" },
  ],
  haywater: [async ({ database }, use) => use(must(await seedCast(database))), { scope: "file" }],
  as: async ({ database, haywater }, use) => {
    await use(async (who) => {
      const actor = await seat(database, haywater, who);
      return { actor, desk: database.desk(claimsOf(actor)) };
    });
  },
});

async function seat(database: Database, cast: SeededCast, who: CastName | "public" | "system"): Promise<Actor> {
  const { districtId } = cast;
  if (who === "public") return visitor(districtId);
  if (who === "system") return system(districtId);
  const all = database.desk(claimsOf(system(districtId)));
  const person = await all.read((tx) => findPerson(tx, districtId, cast.people[who]));
  const grants = await all.read((tx) => listGrants(tx, districtId, cast.people[who]));
  return (person && (await actorToday(database, person, grants, TODAY))) ?? visitor(districtId);
}
