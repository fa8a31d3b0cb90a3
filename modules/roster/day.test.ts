import { sql } from "kysely";
import { describe, expect } from "vitest";
import { addStudents, inRoster } from "#tests/support/roster.ts";
import { test as story, TODAY } from "#tests/support/story.ts";
import { findKeptDay, keepDay } from "./day.ts";

const TOMORROW = "2026-11-21";

const test = story.extend<{ ada: string; counts: (on?: string) => Promise<string[]> }>({
  ada: [
    async ({ database, haywater }, use) => {
      const { alderCreek, haywaterMiddle, lanternHill } = haywater.schools;
      const [ada = ""] = await addStudents(
        database,
        haywater,
        [
          {
            name: ["Ada", "Quill"],
            at: [
              { schoolId: alderCreek, grade: "03", fromOn: "2026-08-17", untilOn: TODAY },
              { schoolId: lanternHill, grade: "03", fromOn: TOMORROW },
            ],
            groups: [
              { key: "el", untilOn: "2026-10-01" },
              { key: "homeless", confidential: true, fromOn: "2026-09-01" },
            ],
            races: ["asian", "white"],
            sex: "female",
          },
          { name: ["Bo", "Reyes"], at: [{ schoolId: alderCreek, grade: "03" }], hispanic: true, races: ["black"] },
          { name: ["Cy", "Wolf"], at: [{ schoolId: haywaterMiddle, grade: "06" }], groups: [{ key: "el" }] },
        ],
        TODAY,
      );
      await use(ada);
    },
    { scope: "file" },
  ],
  counts: async ({ database, haywater }, use) => {
    await use(async (on = TODAY) => {
      const names = Object.fromEntries(Object.entries(haywater.schools).map(([name, id]) => [id, name]));
      const rows = await inRoster(database, haywater.districtId, (tx) =>
        tx
          .selectFrom("roster.headcount")
          .select(["schoolId", "grade", "groupKey", "n"])
          .where("fromOn", "<=", on)
          .where(({ eb, or }) => or([eb("untilOn", "is", null), eb("untilOn", ">=", on)]))
          .execute(),
      );
      return rows.map(({ schoolId, grade, groupKey, n }) => `${names[schoolId]} ${grade} ${groupKey} ${n}`).sort();
    });
  },
});

describe("a day of the roster", () => {
  test("places every student where they are enrolled on it, and counts them", async ({
    ada,
    database,
    haywater,
    counts,
  }) => {
    const { districtId, schools } = haywater;
    const seen = await inRoster(database, districtId, async (tx) => ({
      day: await findKeptDay(tx, districtId),
      schools: (await tx.selectFrom("roster.student").select("schoolIds").where("id", "=", ada).executeTakeFirst())
        ?.schoolIds,
      copies: await sql<{ n: number }>`
        select count(*)::int as n from roster.group_member where student_id = ${ada} and school_ids = array[${schools.alderCreek}::uuid]
      `.execute(tx),
    }));
    expect(seen).toMatchObject({ day: TODAY, schools: [schools.alderCreek], copies: { rows: [{ n: 2 }] } });
    expect(await counts()).toEqual([
      "alderCreek 03 all 2",
      "alderCreek 03 female 1",
      "alderCreek 03 hispanic 1",
      "alderCreek 03 homeless 1",
      "alderCreek 03 two-or-more 1",
      "haywaterMiddle 06 all 1",
      "haywaterMiddle 06 el 1",
    ]);
  });

  test("worked out twice changes nothing, and a day before it is left alone", async ({
    ada,
    database,
    haywater,
    counts,
  }) => {
    expect(ada).not.toBe("");
    const before = await counts();
    for (const day of [TODAY, "2026-11-01"]) {
      await inRoster(database, haywater.districtId, (tx) => keepDay(tx, haywater.districtId, day));
    }
    expect(await counts()).toEqual(before);
    expect(await counts("2026-11-01")).toEqual([]);
  });

  test("takes a student whose enrollment has ended out of a school, and into the next", async ({
    ada,
    database,
    haywater,
    counts,
  }) => {
    const { districtId, schools } = haywater;
    const today = await counts();
    await inRoster(database, districtId, async (tx) => {
      await tx
        .insertInto("roster.group")
        .values([
          { districtId, key: "needs-more", kind: "composite", anyOf: ["el", "swd", "homeless"] },
          { districtId, key: "el-not-swd", kind: "composite", allOf: ["el"], noneOf: ["swd"] },
        ])
        .execute();
      await keepDay(tx, districtId, TOMORROW);
      const row = await tx.selectFrom("roster.student").select("schoolIds").where("id", "=", ada).executeTakeFirst();
      expect(row?.schoolIds).toEqual([schools.lanternHill]);
    });
    expect(await counts(TOMORROW)).toEqual([
      "alderCreek 03 all 1",
      "alderCreek 03 hispanic 1",
      "haywaterMiddle 06 all 1",
      "haywaterMiddle 06 el 1",
      "haywaterMiddle 06 el-not-swd 1",
      "haywaterMiddle 06 needs-more 1",
      "lanternHill 03 all 1",
      "lanternHill 03 female 1",
      "lanternHill 03 homeless 1",
      "lanternHill 03 needs-more 1",
      "lanternHill 03 two-or-more 1",
    ]);
    expect(await counts(TODAY)).toEqual(today);
  });
});
