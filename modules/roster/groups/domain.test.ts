import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { addStudents, inRoster, type RosteredStudent } from "#tests/support/roster.ts";
import { TODAY, test } from "#tests/support/story.ts";
import { federalRace, type Group, groupsOn } from "./domain.ts";
import { listGroups } from "./queries.ts";

const RACES = ["american-indian", "asian", "black", "pacific-islander", "white", "mena"];
const answers = fc.record({
  hispanic: fc.option(fc.boolean()),
  races: fc.option(fc.subarray(RACES)),
  severalRaces: fc.option(fc.boolean()),
});

describe("the federal roll-up of races", () => {
  test("puts Hispanic of any race first, then two or more, then the one; nothing answered is not a race", () => {
    const said = (hispanic: boolean | null, races: string[] | null, severalRaces: boolean | null = null) =>
      federalRace({ hispanic, races, severalRaces });
    expect(said(true, ["black", "white"])).toBe("HI7");
    expect(said(false, ["black", "white"])).toBe("MU7");
    expect(said(false, [], true)).toBe("MU7");
    expect(said(null, ["pacific-islander"])).toBe("PI7");
    expect(said(false, [])).toBeNull();
    expect(said(null, null)).toBeNull();
  });

  test("is one of seven codes or missing, and more answers never make it missing", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...RACES), (answer, race) => {
        const code = federalRace(answer);
        expect([null, "HI7", "MU7", "AM7", "AS7", "BL7", "PI7", "WH7"]).toContain(code);
        if (code === null) return;
        expect(federalRace({ ...answer, races: [...new Set([...(answer.races ?? []), race])] })).not.toBeNull();
      }),
      { seed: 20_261_120 },
    );
  });

  test("is what the database writes beside the answers, whatever they are", async ({ database, haywater }) => {
    const tried = fc.sample(answers, { numRuns: 200, seed: 20_261_120 });
    await inRoster(database, haywater.districtId, async (tx) => {
      for (const answer of tried) {
        const { hispanic, races, severalRaces } = answer;
        const row = tx.insertInto("roster.student").values({
          districtId: haywater.districtId,
          id: sql`gen_random_uuid()`,
          knownBy: sql`gen_random_uuid()::text`,
          givenName: "Ada",
          familyName: "Quill",
          hispanic,
          races,
          severalRaces,
        });
        const { federalRace: written } = await row.returning("federalRace").executeTakeFirstOrThrow();
        expect(written, JSON.stringify(answer)).toBe(federalRace(answer));
      }
    });
  });
});

const group = (key: string, more: Partial<Group> = {}): Group => ({
  ...{ key, kind: "program", label: null, code: null, confidential: false, fromOn: null, untilOn: null },
  ...{ anyOf: [], allOf: [], noneOf: [], ...more },
});

describe("membership on a day", () => {
  const days = fc.constantFrom("2026-08-17", "2026-10-01", TODAY, "2026-12-18");
  const span = fc.record({ fromOn: fc.option(days), untilOn: fc.option(days) });
  const programs = ["el", "swd", "ecd"];
  const memberships = fc.array(
    fc.tuple(fc.constantFrom(...programs), span).map(([groupKey, on]) => ({ groupKey, ...on })),
  );
  const keysOn = (
    groups: readonly Group[],
    held: { groupKey: string; fromOn: string | null; untilOn: string | null }[],
    day: string,
  ) => groupsOn(groups, { federalRace: "AS7", sex: "female", memberships: held }, day).map(({ key }) => key);

  test("begins on its first day and ends on its last", () => {
    const held = [{ groupKey: "el", fromOn: "2026-10-01", untilOn: TODAY }];
    const on = (day: string) => keysOn([group("el")], held, day);
    expect([on("2026-09-30"), on("2026-10-01"), on(TODAY), on("2026-11-21")]).toEqual([[], ["el"], ["el"], []]);
  });

  test("of a composite follows the programs it is made of, day by day", () => {
    const composites = [
      group("tagg", { kind: "composite", anyOf: ["ecd", "el", "swd"] }),
      group("dual", { kind: "composite", allOf: ["el", "swd"] }),
      group("not-ecd", { kind: "composite", noneOf: ["ecd"] }),
    ];
    fc.assert(
      fc.property(memberships, days, (held, day) => {
        const base = keysOn(
          programs.map((key) => group(key)),
          held,
          day,
        );
        const composed = keysOn(composites, held, day);
        expect(composed.includes("tagg")).toBe(base.length > 0);
        expect(composed.includes("dual")).toBe(base.includes("el") && base.includes("swd"));
        expect(composed.includes("not-ecd")).toBe(!base.includes("ecd"));
      }),
      { seed: 20_261_120 },
    );
  });

  test("is counted by the database as it is told here", async ({ database, haywater }) => {
    const { districtId, schools } = haywater;
    await inRoster(database, districtId, (tx) =>
      tx
        .insertInto("roster.group")
        .values([
          { districtId, key: "tagg", kind: "composite", anyOf: ["ecd", "el", "swd"], confidential: true },
          { districtId, key: "el-alone", kind: "composite", allOf: ["el"], noneOf: ["swd"] },
          { districtId, key: "old", kind: "composite", allOf: ["el"], untilOn: "2026-06-30" },
        ])
        .execute(),
    );
    const made = fc.sample(fc.tuple(memberships, answers, fc.constantFrom("female", "male")), { numRuns: 40, seed: 7 });
    const students = made.map(
      ([held, { hispanic, races }, sex]): RosteredStudent => ({
        name: ["Ada", "Quill"],
        at: [{ schoolId: schools.alderCreek, grade: "03" }],
        ...(hispanic !== null && { hispanic }),
        ...(races !== null && { races }),
        sex: sex as "female" | "male",
        groups: held
          .filter(({ fromOn, untilOn }) => fromOn === null || untilOn === null || fromOn <= untilOn)
          .map(({ groupKey, fromOn, untilOn }) => ({
            key: groupKey,
            confidential: groupKey === "ecd",
            ...(fromOn !== null && { fromOn }),
            ...(untilOn !== null && { untilOn }),
          })),
      }),
    );
    await addStudents(database, haywater, students, TODAY);
    const { groups, counted } = await inRoster(database, districtId, async (tx) => ({
      groups: await listGroups(tx, districtId),
      counted: await tx.selectFrom("roster.headcount").select(["groupKey", "n"]).where("untilOn", "is", null).execute(),
    }));
    const told = new Map<string, number>();
    for (const { hispanic = null, races = null, sex = null, groups: held = [] } of students) {
      const race = federalRace({ hispanic, races, severalRaces: null });
      const dated = held.map(({ key, fromOn = null, untilOn = null }) => ({ groupKey: key, fromOn, untilOn }));
      for (const { key } of groupsOn(groups, { federalRace: race, sex, memberships: dated }, TODAY)) {
        told.set(key, (told.get(key) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(counted.map(({ groupKey, n }) => [groupKey, n]))).toEqual(Object.fromEntries(told));
  });
});
