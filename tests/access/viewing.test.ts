/**
 * Viewing as another: whatever two people hold, a policy says yes only if it says yes to each of them, and the database shows
 * only what it shows to each of them.
 */
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import { VERBS } from "#lib/access.ts";
import { type Actor, claimsOf } from "#modules/district/actor.ts";
import { actorOf, type Grant } from "#modules/people/domain.ts";
import { reachOf, scopeProblem } from "#modules/people/scope.ts";
import { bothOf } from "#modules/people/viewing/both.ts";
import { ROLES } from "#platform/db/claims.ts";
import { TODAY } from "#tests/support/story.ts";
import { isLetThrough } from "./attempt.ts";
import { reachOfStudents } from "./student-world.ts";
import { CAST_NAMES, decide, decideAt, test } from "./walkers.ts";
import type { Case } from "./world.ts";

describe("viewing as another", () => {
  test("allows nothing that is not allowed to both, whatever each of them holds", { timeout: 60_000 }, async ({
    cases,
    haywater,
  }) => {
    const { people } = haywater;
    const pairs = fc.tuple(viewer(people.wren, haywater), anyone(people.joon, haywater));
    let yes = 0;
    for (const [one, other] of fc.sample(pairs, { numRuns: 400, seed: 17 })) {
      const both = bothOf(one, other);
      for (const { table, facts } of told(cases)) {
        for (const verb of VERBS) {
          if (!decide(table, verb, both, facts).allowed) continue;
          yes += 1;
          const each = [one, other].map((actor) => decide(table, verb, actor, facts).allowed);
          const what = () => `${verb} ${table} ${JSON.stringify({ facts, one, other })}`;
          if (each.includes(false)) expect.fail(what());
        }
      }
    }
    expect(yes).toBeGreaterThan(1_000);
  });

  test("reaches a student only if both do, and what is confidential only if it is confided to both", async ({
    haywater,
  }) => {
    const { people, schools } = haywater;
    const pairs = fc.tuple(anyone(people.ines, haywater), anyone(people.kofi, haywater));
    const facts = { audience: "staff", sealed: false, personId: null, districtId: haywater.districtId } as const;
    const workers = reachOfStudents(haywater).flatMap(({ students }) => students);
    for (const [one, other] of fc.sample(pairs, { numRuns: 400, seed: 18 })) {
      const both = bothOf(one, other);
      for (const studentId of new Set(workers)) {
        for (const schoolIds of [
          [schools.alderCreek],
          [schools.haywaterMiddle],
          [schools.alderCreek, schools.lanternHill],
        ]) {
          for (const confidential of [false, true]) {
            const row = { ...facts, orgId: schoolIds[0] as string, student: { studentId, schoolIds }, confidential };
            const may = (actor: Actor) => decide("roster.group_member", "select", actor, row).allowed;
            if (may(both)) expect([may(one), may(other)]).toEqual([true, true]);
          }
        }
      }
    }
  });

  test("is judged alike by the policies and by the database, for the cast", { timeout: 120_000 }, async ({
    as,
    cases,
    database,
  }) => {
    const found: string[] = [];
    for (const who of ["wren", "ines"] as const) {
      const viewer = (await as(who)).actor;
      for (const other of CAST_NAMES.filter((name) => name !== who && name !== "marguerite")) {
        const actor = bothOf(viewer, (await as(other)).actor);
        // The desk of someone who views as another writes nothing; its claims are tried at one that could.
        const { as: _, ...claims } = claimsOf(actor);
        await database.desk(claims).read(async (tx) => {
          for (const door of ["shut", "open"] as const) {
            if (door === "open") await sql`set local guidepost.look = 'student-page'`.execute(tx as never);
            for (const each of cases) {
              const { allowed, because } = decideAt(door, each.table, "select", actor, each.facts);
              if ((await isLetThrough(tx as never, "select", each)) !== allowed) {
                found.push(`${who} as ${other}, ${door}: ${each.table} ${JSON.stringify(each.facts)} (${because})`);
              }
            }
          }
        });
      }
    }
    expect(found).toEqual([]);
  });

  test("writes nothing, whatever is tried", async ({ as, database }) => {
    const actor = bothOf((await as("wren")).actor, (await as("joon")).actor);
    const desk = database.desk(claimsOf(actor));
    const tried = () => desk.write(async () => ({ ok: true, value: null }));
    await expect(tried()).rejects.toThrow("nothing is written while viewing as another");
  });
});

/** Rows that policies tell apart, each once. */
function told(cases: Case[]): Pick<Case, "table" | "facts">[] {
  return [...new Map(cases.map(({ table, facts }) => [JSON.stringify([table, facts]), { table, facts }])).values()];
}

/** Whoever may view as another: a steward or a leader, with whatever else they hold. */
const viewer = (personId: string, haywater: SeededCast): fc.Arbitrary<Actor> =>
  fc.tuple(fc.constantFrom("steward", "leader"), anyone(personId, haywater)).map(([role, actor]) => {
    const { districtId } = actor;
    const whole = reachOf({ role, districtId, schoolId: null, grade: null, sectionId: null, teamId: null });
    return {
      ...actor,
      roles: [...new Set([role, ...actor.roles])],
      reach: [...actor.reach, ...(whole ? [whole] : [])],
    };
  });

/** Someone with one to three grants, wherever those may hold, and at times with students whom a roster places with them. */
function anyone(personId: string, haywater: SeededCast): fc.Arbitrary<Actor> {
  const { districtId, schools, teams } = haywater;
  const grant: fc.Arbitrary<Grant> = fc
    .record({
      role: fc.constantFrom(...ROLES),
      schoolId: fc.constantFrom(null, ...Object.values(schools)),
      grade: fc.constantFrom(null, "03", "07"),
      teamId: fc.constantFrom(null, null, ...Object.values(teams)),
      sectionId: fc.constant(null),
    })
    .filter(({ role, ...scope }) => scopeProblem(role, scope) === null)
    .map((scoped) => ({
      ...scoped,
      id: personId,
      districtId,
      personId,
      fromOn: TODAY,
      untilOn: null,
      grantedBy: null,
      endedAt: null,
    }));
  const workers = reachOfStudents(haywater);
  return fc
    .tuple(fc.array(grant, { minLength: 1, maxLength: 3 }), fc.subarray(workers, { maxLength: 2 }))
    .map(([grants, more]) => {
      const actor = actorOf({ id: personId, name: "Someone", districtId }, grants, TODAY) as Actor;
      return { ...actor, reach: [...actor.reach, ...more] };
    });
}
