import { describe, expect } from "vitest";
import { CAST, type CastName } from "#db/seed/cast.ts";
import { listGrants } from "#modules/people/queries.ts";
import { addSection, addStudents, inRoster } from "#tests/support/roster.ts";
import { test as story, TODAY } from "#tests/support/story.ts";
import { type Why, whyStudent } from "./why.ts";

const test = story.extend<{ whyAda: (who: CastName) => Promise<Why> }>({
  whyAda: [
    async ({ database, haywater }, use) => {
      const { districtId, people, schools } = haywater;
      const { alderCreek } = schools;
      const sectionId = await inRoster(database, districtId, (tx) =>
        addSection(tx, districtId, {
          title: "Room 12",
          schoolId: alderCreek,
          teachers: [{ personId: people.teodoro, name: CAST.teodoro.name }],
        }),
      );
      const ada = { name: ["Ada", "Quill"], at: [{ schoolId: alderCreek, grade: "03" }] } as const;
      const [studentId = ""] = await addStudents(
        database,
        haywater,
        [{ ...ada, in: [{ sectionId, schoolId: alderCreek }] }],
        TODAY,
      );
      await use(async (who) => {
        const person = { id: people[who], name: CAST[who].name, districtId };
        const grants = await inRoster(database, districtId, (tx) => listGrants(tx, districtId, person.id));
        return whyStudent(database, person, grants, { districtId, studentId, schoolIds: [alderCreek] }, TODAY);
      });
    },
    { scope: "file" },
  ],
});

const told = ({ allowed, because, confided, grants }: Why) => [
  `${allowed ? "yes" : "no"}${confided ? ", confided" : ""}: ${because}`,
  ...grants.map((each) => `${each.grant.role} ${each.leads ? "leads" : "does not"}: ${each.because}`),
];

describe("why can this person see this student?", () => {
  const answers: Partial<Record<CastName, string[]>> = {
    wren: ["no: student.no-work-with", "steward does not: student.no-work-with"],
    ines: ["yes, confided: student.district", "leader leads: student.district"],
    joon: ["yes, confided: student.school", "principal leads: student.school"],
    delphine: ["no: student.not-within-reach", "principal does not: student.not-within-reach"],
    teodoro: ["yes: student.section", "teacher leads: student.section", "teacher leads: student.section"],
    halima: ["yes: student.team", "teacher leads: student.team"],
    dmitri: ["no: student.not-within-reach", "teacher does not: student.not-within-reach"],
    kofi: ["yes: student.grade", "interventionist leads: student.grade"],
    marguerite: ["no: student.no-grant", "steward does not: ended"],
  };

  test.for(Object.keys(answers) as CastName[])("of %s, grant by grant", async (who, { whyAda }) => {
    expect(told(await whyAda(who))).toEqual(answers[who]);
  });
});
