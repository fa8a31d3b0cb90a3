/** Students of Haywater and next door, and the rows that are theirs. Teodoro teaches one of the sections. */
import { v7 as uuidv7 } from "uuid";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import type { Reach } from "#modules/district/actor.ts";
import type { Facts, Rows } from "./rows.ts";
import type { Neighbor } from "./world.ts";

const SECTION = uuidv7();
const OTHER_SECTION = uuidv7();
const TEAM = uuidv7();
/** In the section; in its grade; at another school; gone. */
const [IN_SECTION, IN_GRADE, ELSEWHERE, GONE] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];

/** As grants and a roster might give it, for mixtures that no one of the cast has. */
export function reachOfStudents({ schools }: SeededCast): Reach[] {
  const sections = [SECTION];
  const none = { sections: [], students: [], confided: false };
  return [
    { ...none, role: "teacher", through: "section", of: SECTION, sections, students: [IN_SECTION] },
    { ...none, role: "interventionist", through: "team", of: TEAM, sections, students: [IN_SECTION] },
    {
      ...none,
      role: "counselor",
      through: "grade",
      of: `${schools.alderCreek}:03`,
      students: [IN_SECTION, IN_GRADE],
      confided: true,
    },
  ];
}

export function rosterCases({ districtId, schools, people }: SeededCast, neighbor: Neighbor) {
  const here: Facts = { districtId, orgId: districtId, audience: "staff", sealed: false, personId: null };
  const there: Facts = { ...here, districtId: neighbor.districtId, orgId: neighbor.school };
  const { alderCreek, haywaterMiddle } = schools;
  const at = (studentId: string, orgId: string, sectionId: string, grade: string, schoolIds = [orgId]): Facts => ({
    ...here,
    orgId,
    sectionId,
    grade: `${orgId}:${grade}`,
    student: { studentId, schoolIds },
  });
  const students = [
    at(IN_SECTION, alderCreek, SECTION, "03"),
    at(IN_GRADE, alderCreek, OTHER_SECTION, "03"),
    at(ELSEWHERE, haywaterMiddle, OTHER_SECTION, "06"),
    at(GONE, haywaterMiddle, OTHER_SECTION, "08", []),
    {
      ...there,
      sectionId: uuidv7(),
      grade: `${neighbor.school}:03`,
      student: { studentId: uuidv7(), schoolIds: [neighbor.school] },
    },
  ];
  const places = [{ ...here, orgId: alderCreek }, { ...here, orgId: haywaterMiddle }, there];
  const cases = (facts: Facts[], rowsFor: (facts: Facts) => Rows) => facts.map((each) => ({ facts: each, rowsFor }));
  const asked = (facts: Facts[]): Facts[] =>
    [false, true].flatMap((confidential) => facts.map((each) => ({ ...each, confidential })));
  return [
    ...cases([here, there], dayRow),
    ...cases(
      [
        { ...here, personId: people.anwar },
        { ...there, personId: neighbor.steward },
      ],
      deletionRow,
    ),
    ...cases([{ ...here, orgId: alderCreek, sectionId: SECTION, personId: people.teodoro }], rosterRows),
    ...cases([{ ...here, orgId: haywaterMiddle, sectionId: OTHER_SECTION }], rosterRows),
    ...cases([{ ...there, sectionId: students[4]?.sectionId ?? "" }], rosterRows),
    ...cases(asked(places), headcountRow),
    ...cases(students, studentRows),
    ...cases(asked(students), memberRow),
  ];
}

const key = (districtId: string) => ({ district_id: districtId, id: uuidv7() });
const sourced = (districtId: string) => ({ ...key(districtId), sourced_id: uuidv7() });

const dayRow = ({ districtId }: Facts): Rows => ({
  "roster.day": { district_id: districtId, kept_on: "2026-11-20" },
});

const deletionRow = ({ districtId, personId }: Facts): Rows => ({
  "roster.deletion": {
    ...key(districtId),
    subject_id: uuidv7(),
    deleted_by: personId,
    deleted_at: "2026-11-20T15:00:00Z",
    because: "Asked by the family",
    counts: {},
    sha256: "0".repeat(64),
  },
});

/** A section, and what it takes to teach it. */
function rosterRows({ districtId, orgId, sectionId, personId }: Facts): Rows {
  return {
    "roster.school_source": { ...sourced(districtId), school_id: orgId },
    "roster.session": {
      ...sourced(districtId),
      title: "Fall",
      kind: "term",
      starts_on: "2026-08-17",
      ends_on: "2026-12-18",
    },
    "roster.course": { ...sourced(districtId), title: "Third grade", school_id: orgId },
    "roster.section": { ...sourced(districtId), id: sectionId, school_id: orgId, title: "Room 12", kind: "homeroom" },
    "roster.section_teacher": { ...sourced(districtId), section_id: sectionId, person_id: personId, name: "Someone" },
    "roster.group": { district_id: districtId, key: `group-${uuidv7()}`, kind: "program" },
  };
}

const headcountRow = ({ districtId, orgId, confidential = false }: Facts): Rows => ({
  "roster.headcount": {
    district_id: districtId,
    school_id: orgId,
    grade: uuidv7(),
    group_key: confidential ? "homeless" : "all",
    confidential,
    from_on: "2026-11-20",
    n: 1,
  },
});

const ofStudent = ({ districtId, student }: Facts) => ({
  ...key(districtId),
  student_id: student?.studentId,
  school_ids: `{${student?.schoolIds}}`,
});

function studentRows(facts: Facts): Rows {
  const { orgId, sectionId, grade, student } = facts;
  const row = () => ({ ...ofStudent(facts), sourced_id: uuidv7() });
  const { student_id, ...itself } = ofStudent(facts);
  return {
    "roster.student": {
      ...itself,
      id: student?.studentId,
      known_by: uuidv7(),
      given_name: "Ada",
      family_name: "Quill",
    },
    "roster.student_source": row(),
    "roster.school_enrollment": { ...row(), school_id: orgId, grade: grade?.split(":")[1] },
    "roster.enrollment": { ...row(), section_id: sectionId, school_id: orgId },
  };
}

/** Left already, so that the same facts serve for another row. */
const memberRow = (facts: Facts): Rows => ({
  "roster.group_member": {
    ...ofStudent(facts),
    sourced_id: uuidv7(),
    group_key: facts.confidential ? "homeless" : "el",
    confidential: facts.confidential ?? false,
    until_on: "2026-12-18",
    source: "test",
  },
});
