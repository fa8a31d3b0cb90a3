/** Everyone who may walk up to the database, and the rows they find there. */
import { CAST, type CastName } from "#db/seed/cast.ts";
import type { Decision, TableAccess, Verb } from "#lib/access.ts";
import { type Actor, claimsOf } from "#modules/district/actor.ts";
import { access as district } from "#modules/district/policy.ts";
import { access as imports } from "#modules/imports/policy.ts";
import { access as people } from "#modules/people/policy.ts";
import { access as plan } from "#modules/plan/policy.ts";
import { access as roster, withoutLook } from "#modules/roster/policy.ts";
import { NOBODY } from "#platform/db/claims.ts";
import { type Seat, test as story } from "#tests/support/story.ts";
import type { Facts } from "./rows.ts";
import { type Case, type Neighbor, seedCases, seedNeighbor } from "./world.ts";

/** What the policies of all modules say, table by table. */
export const ACCESS: Record<string, TableAccess<Actor, Facts>> = {
  ...district,
  ...people,
  ...imports,
  ...roster,
  ...plan,
};

export const decide = (table: string, verb: Verb, actor: Actor, facts: Facts): Decision =>
  (ACCESS[table] as TableAccess<Actor, Facts>)[verb](actor, facts);

/** Of students, nearly nothing is seen unless someone looks. */
export const DOORS = ["shut", "open"] as const;
export type Door = (typeof DOORS)[number];

export function decideAt(door: Door, table: string, verb: Verb, actor: Actor, facts: Facts): Decision {
  const seen = verb === "select" && door === "shut" ? withoutLook[table]?.(actor, facts) : undefined;
  return seen ?? decide(table, verb, actor, facts);
}

export const CAST_NAMES = Object.keys(CAST) as CastName[];
export const WALKERS = [...CAST_NAMES, "public", "system", "steward next door", "nobody"] as const;
export type Walker = (typeof WALKERS)[number];

export const test = story.extend<{ neighbor: Neighbor; cases: Case[]; sit: (who: Walker) => Promise<Seat> }>({
  neighbor: [async ({ database }, use) => use(await seedNeighbor(database)), { scope: "file" }],
  cases: [
    async ({ database, haywater, neighbor }, use) => use(await seedCases(database, haywater, neighbor)),
    { scope: "file" },
  ],
  sit: async ({ as, database, neighbor }, use) => {
    await use(async (who) => {
      if (who === "nobody") {
        return {
          actor: { districtId: "", person: null, roles: [], schools: [], reach: [] },
          desk: database.desk(NOBODY),
        };
      }
      if (who !== "steward next door") return as(who);
      const person = { id: neighbor.steward, name: "Ottilie Brandt" };
      const actor: Actor = { districtId: neighbor.districtId, person, roles: ["steward"], schools: [], reach: [] };
      return { actor, desk: database.desk(claimsOf(actor)) };
    });
  },
});
