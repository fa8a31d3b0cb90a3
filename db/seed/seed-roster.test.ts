import { describe, expect } from "vitest";
import { type CastName, SCHOOLS } from "#db/seed/cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { test as story, TODAY } from "#tests/support/story.ts";
import { seedRoster } from "./seed-roster.ts";

const test = story.extend<{ rostered: string }>({
  rostered: [
    async ({ database, haywater }, use) => {
      await seedRoster(database, haywater.districtId, TODAY);
      await use(haywater.districtId);
    },
    { scope: "file" },
  ],
});

describe("the roster of the sample district", () => {
  const ask = (districtId: string) => claimsOf(system(districtId));

  test("has some three hundred students in its four schools, and makes no school twice", async ({
    database,
    rostered,
  }) => {
    const { schools, students } = await database.desk(ask(rostered)).read(async (tx) => ({
      schools: await tx.selectFrom("district.school").select("name").orderBy("name").execute(),
      students: await tx.selectFrom("roster.student").select("id").execute(),
    }));
    expect(schools.map(({ name }) => name)).toEqual(
      Object.values(SCHOOLS)
        .map(({ name }) => name)
        .sort(),
    );
    expect(students.length).toBeGreaterThan(280);
    expect(students.length).toBeLessThan(360);
  });

  test("is taught by the cast: Teodoro and Halima the third grade of Alder Creek, Dmitri mathematics", async ({
    database,
    haywater,
    rostered,
  }) => {
    const taught = (who: CastName) =>
      database.desk(ask(rostered)).read((tx) =>
        tx
          .selectFrom("roster.sectionTeacher as teacher")
          .innerJoin("roster.section as section", (join) =>
            join.onRef("section.districtId", "=", "teacher.districtId").onRef("section.id", "=", "teacher.sectionId"),
          )
          .select(["section.title", "section.schoolId"])
          .where("teacher.personId", "=", haywater.people[who])
          .where("section.kind", "=", who === "dmitri" ? "scheduled" : "homeroom")
          .orderBy("section.title")
          .execute(),
      );
    const { alderCreek, haywaterMiddle } = haywater.schools;
    expect(await taught("teodoro")).toEqual([{ title: "Grade 3, room 1", schoolId: alderCreek }]);
    expect(await taught("halima")).toEqual([{ title: "Grade 3, room 2", schoolId: alderCreek }]);
    const mathematics = await taught("dmitri");
    expect(mathematics.length).toBeGreaterThan(2);
    expect(
      mathematics.every(({ title, schoolId }) => title.startsWith("Mathematics") && schoolId === haywaterMiddle),
    ).toBe(true);
  });

  test("adds no one to the people but those of the cast, and is loaded once", async ({
    database,
    haywater,
    rostered,
  }) => {
    await seedRoster(database, rostered, TODAY);
    const { people, imports } = await database.desk(ask(rostered)).read(async (tx) => ({
      people: await tx.selectFrom("people.person").select("id").execute(),
      imports: await tx.selectFrom("imports.import").select("state").execute(),
    }));
    expect(people.length).toBe(Object.keys(haywater.people).length);
    expect(imports).toEqual([{ state: "published" }]);
  });
});
