/**
 * Policies and row security agree: for everyone of the cast and every row that a policy tells apart, the database lets through
 * exactly what the policy allows. The policies give their reasons; the guide for districts is written from them.
 */
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { CAST } from "#db/seed/cast.ts";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import { VERBS } from "#lib/access.ts";
import { refuse } from "#lib/result.ts";
import { LANGUAGES, type Language, MESSAGES } from "#locales/messages.ts";
import { claimsOf, type Reach } from "#modules/district/actor.ts";
import { ROLES } from "#platform/db/claims.ts";
import type { Seat } from "#tests/support/story.ts";
import { isLetThrough } from "./attempt.ts";
import { type Reader, writeGuide } from "./permissions-guide.ts";
import { reachOfStudents } from "./student-world.ts";
import { ACCESS, CAST_NAMES, DOORS, type Door, decide, decideAt, test, WALKERS } from "./walkers.ts";
import type { Case } from "./world.ts";

describe("policies and row security agree", () => {
  describe.for(DOORS)("while the door to students is %s", (door) => {
    test.for(WALKERS)("on everything that %s might try", { timeout: 60_000 }, async (who, { cases, sit }) => {
      expect(await disagreements(await sit(who), casesAt(door, cases), door)).toEqual([]);
    });
  });

  test("on whatever mixture of roles, schools and students a person may have", { timeout: 120_000 }, async ({
    cases,
    database,
    haywater,
  }) => {
    const person = { id: haywater.people.teodoro, name: CAST.teodoro.name };
    const mixture = fc.record({
      districtId: fc.constant(haywater.districtId),
      person: fc.constant(person),
      roles: fc.subarray([...ROLES], { minLength: 1 }),
      schools: fc.subarray(Object.values(haywater.schools)),
      reach: fc.array(fc.oneof(reachIn(haywater), fc.constantFrom(...reachOfStudents(haywater))), {
        maxLength: 3,
      }),
    });
    for (const actor of fc.sample(mixture, { numRuns: 8, seed: 20_261_120 })) {
      const seat = { actor, desk: database.desk(claimsOf(actor)) };
      for (const door of DOORS) {
        expect(await disagreements(seat, casesAt(door, cases), door), JSON.stringify(actor)).toEqual([]);
      }
    }
  });
});

/** As grants might give it; whom a roster places in a team is not asked here. */
function reachIn({ districtId, schools, teams }: SeededCast): fc.Arbitrary<Reach> {
  const places = [
    { through: "district", of: districtId } as const,
    ...Object.values(schools).flatMap((of) => [
      { through: "school", of } as const,
      { through: "grade", of: `${of}:03` } as const,
    ]),
    ...Object.values(teams).map((of) => ({ through: "team", of }) as const),
  ];
  const role = fc.constantFrom("principal", "counselor", "teacher", "leader");
  return fc
    .record({ role, place: fc.constantFrom(...places), confided: fc.boolean() })
    .map(({ role, place, confided }) => ({ role, ...place, sections: [], students: [], confided }) satisfies Reach);
}

/** The door changes nothing but what is seen of students. */
const casesAt = (door: Door, cases: Case[]): Case[] =>
  door === "shut" ? cases : cases.filter(({ facts }) => facts.student !== undefined);

/** What the policy allows and the database refuses, or the other way round. */
async function disagreements({ actor, desk }: Seat, cases: Case[], door: Door): Promise<string[]> {
  const found: string[] = [];
  await desk.write(async (tx) => {
    await sql`set constraints all deferred`.execute(tx);
    if (door === "open") await sql`set local guidepost.look = 'student-page'`.execute(tx);
    for (const each of cases) {
      for (const verb of VERBS) {
        const { allowed, because } = decideAt(door, each.table, verb, actor, each.facts);
        if ((await isLetThrough(tx, verb, each)) === allowed) continue;
        const policy = `the policy says ${allowed ? "yes" : "no"} (${because})`;
        found.push(`${verb} ${each.table} ${JSON.stringify(each.facts)}: ${policy}, the database does not`);
      }
    }
    return refuse(null);
  });
  return found;
}

describe("the policies", () => {
  test("speak of every table that holds something of a district, and of no other", async ({ database }) => {
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema|public$|sign_in$)'
    `.execute(database.owner);
    expect(Object.keys(ACCESS).sort()).toEqual(rows.map((row) => row.name).sort());
  });

  test("give a reason for every answer, in both languages", async ({ cases, sit }) => {
    const reasons = new Set<string>();
    for (const who of WALKERS) {
      const { actor } = await sit(who);
      const answers = cases.flatMap(({ table, facts }) => VERBS.map((verb) => decide(table, verb, actor, facts)));
      for (const { because } of answers) reasons.add(because);
    }
    expect(reasons.size).toBeGreaterThan(10);
    for (const reason of reasons) {
      for (const language of LANGUAGES) expect(sentenceOf(reason, language), reason).toMatch(/\.$/);
    }
  });

  test("are printed in the guide, as they are (else: npm test -- tests/access -u)", async ({
    cases,
    haywater,
    sit,
  }) => {
    const readers: Reader[] = [];
    for (const who of CAST_NAMES) {
      const { actor } = await sit(who);
      const { name, title } = CAST[who];
      readers.push({ title: `${name}: ${title}${actor.person === null ? " (no grant in force)" : ""}`, actor });
    }
    readers.push({ title: "Anyone without an account here", ...(await sit("public")) });
    const guide = writeGuide(readers, { access: ACCESS, rows: cases, haywater });
    await expect(guide).toMatchFileSnapshot("../../docs/guide/permissions.md");
  });
});

type Tree = { [key: string]: Tree | string };

function sentenceOf(reason: string, language: Language): Tree | string | undefined {
  const messages: Tree | string = MESSAGES[language].policy;
  return reason
    .split(".")
    .reduce<Tree | string | undefined>((tree, key) => (tree as Tree | undefined)?.[key], messages);
}
