import { describe, expect } from "vitest";
import { CAST, type CastName } from "#db/seed/cast.ts";
import { claimsOf } from "#modules/district/actor.ts";
import { listGrants } from "#modules/people/queries.ts";
import type { Desk } from "#platform/db/desk.ts";
import { addSection, addStudents, inRoster } from "#tests/support/roster.ts";
import { test as story, TODAY } from "#tests/support/story.ts";
import { actorToday } from "./actor-today.ts";
import { throughDoor } from "./door.ts";
import { findStudent, type Student } from "./students/queries.ts";

const YESTERDAY = "2026-11-19";
const DOOR = { through: "student-page", address: "/students" } as const;
const NAMES = ["Ada", "Bo", "Cy", "Dee", "Eli", "Finn", "Gus"] as const;

interface Rostered {
  students: Record<(typeof NAMES)[number], string>;
  sections: { room12: string; room14: string; math: string };
}

const test = story.extend<{ rostered: Rostered; seenBy: (who: CastName) => Promise<string[]> }>({
  rostered: [
    async ({ database, haywater }, use) => {
      const { districtId, people, schools } = haywater;
      const { alderCreek, haywaterMiddle } = schools;
      const teacher = (who: CastName) => ({ personId: people[who], name: CAST[who].name });
      const sections = await inRoster(database, districtId, async (tx) => {
        const section = (title: string, schoolId: string, who: CastName) =>
          addSection(tx, districtId, { title, schoolId, teachers: [teacher(who)] });
        return {
          room12: await section("Room 12", alderCreek, "teodoro"),
          room14: await section("Room 14", alderCreek, "halima"),
          math: await section("Mathematics 7", haywaterMiddle, "dmitri"),
        };
      });
      const at = (schoolId: string, grade: string, untilOn?: string) => [
        { schoolId, grade, ...(untilOn && { untilOn }) },
      ];
      const ids = await addStudents(
        database,
        haywater,
        [
          {
            name: ["Ada", "Quill"],
            at: at(alderCreek, "03"),
            in: [{ sectionId: sections.room12, schoolId: alderCreek }],
          },
          {
            name: ["Bo", "Reyes"],
            at: at(alderCreek, "03"),
            in: [{ sectionId: sections.room14, schoolId: alderCreek }],
          },
          { name: ["Cy", "Wolf"], at: at(alderCreek, "04") },
          {
            name: ["Dee", "Marsh"],
            at: at(haywaterMiddle, "07"),
            in: [{ sectionId: sections.math, schoolId: haywaterMiddle }],
          },
          { name: ["Eli", "Stone"], at: at(haywaterMiddle, "08") },
          // Has changed rooms: the enrollment in the section was over yesterday.
          {
            name: ["Finn", "Ash"],
            at: at(alderCreek, "03"),
            in: [{ sectionId: sections.room12, schoolId: alderCreek, untilOn: YESTERDAY }],
          },
          // Has left the school: was there, and in the section, until yesterday.
          {
            name: ["Gus", "Lark"],
            at: at(alderCreek, "03", YESTERDAY),
            in: [{ sectionId: sections.room12, schoolId: alderCreek, untilOn: YESTERDAY }],
          },
        ],
        TODAY,
      );
      await use({
        sections,
        students: Object.fromEntries(NAMES.map((name, at) => [name, ids[at]])) as Rostered["students"],
      });
    },
    { scope: "file" },
  ],
  seenBy: async ({ as, rostered }, use) => {
    await use(async (who) => seen(rostered, await as(who)));
  },
});

async function seen({ students }: Rostered, seat: Parameters<typeof throughDoor>[0]): Promise<string[]> {
  const found = await throughDoor(seat, DOOR, async (tx) => {
    const all: (Student | null)[] = [];
    for (const id of Object.values(students)) all.push(await findStudent(tx, seat.actor.districtId, id));
    return { students: all.filter((each) => each !== null) };
  });
  return found.students.map(({ givenName, because }) => `${givenName} ${because.replace("student.", "")}`);
}

describe("whom each of the cast may look at today", () => {
  const expected: Record<CastName, string[]> = {
    wren: [],
    ines: NAMES.map((name) => `${name} district`),
    samuel: [],
    joon: ["Ada school", "Bo school", "Cy school", "Finn school"],
    delphine: ["Dee school", "Eli school"],
    teodoro: ["Ada section", "Bo team"],
    halima: ["Ada team", "Bo section"],
    dmitri: ["Dee section"],
    marisol: ["Dee grade"],
    kofi: ["Ada grade", "Bo grade", "Finn grade"],
    tallulah: [],
    anwar: NAMES.map((name) => `${name} district`),
    marguerite: [],
  };

  test.for(Object.keys(CAST) as CastName[])(
    "%s sees whom the work is with, and no one else",
    async (who, { seenBy }) => {
      expect(await seenBy(who)).toEqual(expected[who]);
    },
  );

  test("is shown to nobody while the door is shut", async ({ as, rostered }) => {
    for (const who of Object.keys(CAST) as CastName[]) {
      const { desk } = await as(who);
      const rows = await desk.read((tx) => tx.selectFrom("roster.student").selectAll().execute());
      expect(rows, `${who} of ${Object.keys(rostered.students)}`).toEqual([]);
    }
  });

  test("is written down: who looked, at whom, through which door and why", async ({ as, rostered, seenBy }) => {
    await seenBy("dmitri");
    const { desk } = await as("dmitri");
    const looks = await desk.read((tx) =>
      tx.selectFrom("people.look").select(["through", "address", "studentIds", "because"]).execute(),
    );
    expect(looks).toContainEqual({
      ...DOOR,
      studentIds: [rostered.students.Dee],
      because: "student.section",
    });
  });
});

describe("what has ended", () => {
  /** Grants of someone, changed for one question. */
  async function tried(
    who: CastName,
    world: {
      database: { desk: (claims: ReturnType<typeof claimsOf>) => Desk };
      haywater: { districtId: string; people: Record<CastName, string> };
    },
    change: (grant: Awaited<ReturnType<typeof listGrants>>[number]) => object,
  ) {
    const { districtId, people } = world.haywater;
    const person = { id: people[who], name: CAST[who].name, districtId };
    const grants = await inRoster(world.database, districtId, (tx) => listGrants(tx, districtId, person.id));
    const actor = await actorToday(
      world.database,
      person,
      grants.map((grant) => ({ ...grant, ...change(grant) })),
      TODAY,
    );
    return actor && { actor, desk: world.database.desk(claimsOf(actor)) };
  }

  test("a grant of a team takes the students of the team along", async ({ database, haywater, rostered }) => {
    const seat = await tried("teodoro", { database, haywater }, ({ teamId }) => (teamId ? { untilOn: YESTERDAY } : {}));
    expect(seat && (await seen(rostered, seat))).toEqual(["Ada section"]);
  });

  test("a teacher has no section of a school where no grant holds, whatever the roster says", async ({
    database,
    haywater,
    rostered,
  }) => {
    const moved = { schoolId: haywater.schools.lanternHill };
    const seat = await tried("dmitri", { database, haywater }, () => moved);
    expect(seat && (await seen(rostered, seat))).toEqual([]);
  });

  test("without a grant in force there is nothing", async ({ database, haywater }) => {
    expect(await tried("kofi", { database, haywater }, () => ({ untilOn: YESTERDAY }))).toBeNull();
  });

  test("teaching, a term, or a section that is gone: the students are out of reach the same day", async ({
    as,
    database,
    haywater,
    rostered,
  }) => {
    const { districtId } = haywater;
    const { math } = rostered.sections;
    const sectionOf = (change: object) =>
      inRoster(database, districtId, (tx) =>
        tx.updateTable("roster.section").set(change).where("id", "=", math).execute(),
      );
    const teaching = (untilOn: string | null) =>
      inRoster(database, districtId, (tx) =>
        tx.updateTable("roster.sectionTeacher").set({ untilOn }).where("sectionId", "=", math).execute(),
      );
    const dmitri = async () => seen(rostered, await as("dmitri"));

    await teaching(YESTERDAY);
    expect(await dmitri()).toEqual([]);
    await teaching(null);
    await sectionOf({ endedOn: YESTERDAY });
    expect(await dmitri()).toEqual([]);
    const term = { districtId, title: "Quarter 1", kind: "term", startsOn: "2026-08-17", sourcedId: "q1" };
    const terms = [
      { ...term, id: math, endsOn: YESTERDAY },
      { ...term, id: rostered.sections.room12, sourcedId: "q2", endsOn: TODAY },
    ];
    await inRoster(database, districtId, (tx) => tx.insertInto("roster.session").values(terms).execute());
    await sectionOf({ endedOn: null, sessionIds: [math] });
    expect(await dmitri()).toEqual([]);
    await sectionOf({ sessionIds: [math, rostered.sections.room12] });
    expect(await dmitri()).toEqual(["Dee section"]);
  });
});

test("the door gives nothing where the policy does not agree with the database", async ({ as, rostered }) => {
  const { desk } = await as("ines");
  const { actor } = await as("dmitri");
  await expect(seen(rostered, { actor, desk })).rejects.toThrow(
    "the database showed a student whom the policy does not",
  );
});
