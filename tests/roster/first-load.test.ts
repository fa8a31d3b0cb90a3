import { describe, expect } from "vitest";
import { sampleDistrict } from "#db/seed/roster/sample-district.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { ONE_ROSTER_IMPORT, PLAIN_ROSTER_IMPORT, PROGRAM_FLAGS_IMPORT } from "#modules/roster/import.ts";
import { Imports } from "../support/imported.ts";
import { rosterFiles } from "../support/roster-files.ts";
import { test } from "../support/story.ts";

const SOUND = rosterFiles(sampleDistrict({ students: 150, seed: 12 }));

/** The list that a school keeps by hand. */
const LIST = `Student ID,First Name,Last Name,Grade,School,Date of Birth,Gender,Homeroom,Teacher,Teacher Email
0041,Vashani,Quilvandel,3,Alder Creek Elementary,5/14/2018,F,Room 12,Teodoro Lunn,Teodoro@haywater.example
0042,Ñibriel,de Ortusanu,03,alder creek elementary,6/30/2018,M,Room 12,Teodoro Lunn,teodoro@haywater.example
0043,Kethiel,Branruza,K,Alder Creek Elementary,9/1/2021,X,Room 3,Someone Invented,
0044,Yumique,Zhenpenn,4,Alder Creek Elementary,1/25/2017,,,,
`;

describe("the first files of a district", { timeout: 120_000 }, () => {
  test("whose enrollments were cut at the end of a row are held back, as most classes stand empty", async ({
    database,
    haywater,
  }) => {
    const imports = new Imports(database, system(haywater.districtId), ONE_ROSTER_IMPORT);
    const lines = (SOUND["enrollments.csv"] ?? "").split("\r\n");
    const cut = `${lines.slice(0, lines.length / 4).join("\r\n")}\r\n`;
    const seen = await imports.rehearse({ ...SOUND, "enrollments.csv": cut });
    expect([seen.state, seen.stops?.length]).toEqual(["rehearsed", 1]);
    await imports.giveUpOthers();
  });

  test("may be a list that a school keeps by hand", async ({ database, haywater }) => {
    const imports = new Imports(database, system(haywater.districtId), PLAIN_ROSTER_IMPORT);
    const seen = await imports.publish({ "our roster.csv": LIST });
    expect([seen.state, seen.questions, seen.refusals]).toEqual(["published", null, []]);
    expect(seen.counts?.sources.roster).toMatchObject({ lines: 4, new: 4 });
    const rows = await database
      .desk(claimsOf(system(haywater.districtId)))
      .read((tx) =>
        tx
          .selectFrom("roster.enrollment as enrollment")
          .innerJoin("roster.student as student", "student.id", "enrollment.studentId")
          .innerJoin("roster.sectionTeacher as teacher", "teacher.sectionId", "enrollment.sectionId")
          .innerJoin("roster.schoolEnrollment as stay", "stay.studentId", "student.id")
          .select([
            "student.identifier",
            "student.bornOn",
            "student.sex",
            "stay.grade",
            "teacher.name",
            "teacher.personId",
          ])
          .orderBy("student.identifier")
          .execute(),
      );
    const { teodoro } = haywater.people;
    expect(rows).toMatchObject([
      { identifier: "0041", sex: "female", grade: "03", name: "Teodoro Lunn", personId: teodoro },
      { identifier: "0042", sex: "male", grade: "03", name: "Teodoro Lunn", personId: teodoro },
      { identifier: "0043", sex: "other", grade: "KG", name: "Someone Invented", personId: null },
    ]);
    const again = await imports.publish({ "our roster.csv": LIST });
    expect(again.counts?.sources.roster).toMatchObject({ lines: 4, same: 4 });
  });

  test("of that list are refused by row and column where they are wrong, and those rows stay as they are", async ({
    database,
    haywater,
  }) => {
    const imports = new Imports(database, system(haywater.districtId), PLAIN_ROSTER_IMPORT);
    const wrong = LIST.replace("5/14/2018", "5/14/2031")
      .replace("0042,Ñibriel,de Ortusanu,03,alder creek elementary", "0042,Ñibriel,de Ortusanu,03,Elder Creek")
      .replace("0044,Yumique,Zhenpenn,4,Alder Creek Elementary", "0044,Yumique,Zhenpenn,4,");
    const seen = await imports.publish({ "roster.csv": wrong });
    expect(seen.refusals.map(({ line, columnName, because }) => [line, columnName, because])).toEqual([
      [2, "birth date", "own:birth-in-future"],
      [3, "school", "own:school-unknown"],
      [5, "school", "own:school-unsaid"],
    ]);
    expect(seen.counts?.targets["roster.student"]).toMatchObject({ gone: 0, changed: 0, same: 1 });
    expect(seen.counts?.targets["roster.section"]).toMatchObject({ gone: 0 });
    expect(seen.counts?.targets["roster.section_teacher"]).toMatchObject({ gone: 0 });
  });

  test("may be programs alone, for students who are here", async ({ database, haywater }) => {
    const imports = new Imports(database, system(haywater.districtId), PROGRAM_FLAGS_IMPORT);
    const flags =
      "Student Number,Program,Entry Date,Exit Date\n0041,ELL,2025-08-18,\n0041,Free Lunch,,\n0042,SPED,2024-01-08,2025-05-30\n0042,IEP,2026-08-17,\n";
    const seen = await imports.publish({ "programs.csv": flags });
    expect([seen.state, seen.refusals]).toEqual(["published", []]);
    const members = () =>
      database
        .desk(claimsOf(system(haywater.districtId)))
        .read((tx) =>
          tx
            .selectFrom("roster.groupMember as member")
            .innerJoin("roster.student as student", "student.id", "member.studentId")
            .select(["student.identifier", "member.groupKey", "member.confidential", "member.untilOn"])
            .orderBy("student.identifier")
            .orderBy("member.groupKey")
            .orderBy("member.fromOn")
            .execute(),
        );
    expect(
      (await members()).map(({ identifier, groupKey, confidential }) => [identifier, groupKey, confidential]),
    ).toEqual([
      ["0041", "ecd", true],
      ["0041", "el", false],
      ["0042", "swd", false],
      ["0042", "swd", false],
    ]);
    const later = await imports.publish({ "programs.csv": flags.replace("0041,ELL,2025-08-18,\n", "") });
    expect(later.counts?.targets["roster.group_member"]).toMatchObject({ gone: 1, same: 3 });
    expect((await members()).filter(({ groupKey, untilOn }) => groupKey === "el" && untilOn !== null)).toHaveLength(1);
  });
});
