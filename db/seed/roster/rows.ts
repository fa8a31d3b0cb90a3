/**
 * The rows of each file, school by school, so that no more than one school is held at a time. What belongs to no school comes
 * first. `columns.ts` says what a row holds.
 */
import { classesOf, courseId, gradeTitle, seatsOf, subjectsOf } from "./classes.ts";
import type { Dialect, Row } from "./dialect.ts";
import { SAMPLE_GRADES, type SampleDistrict, type SampleSchool } from "./sample-district.ts";
import { type SampleSession, sessionsOf } from "./school-year.ts";
import { staffOf, teachersOf } from "./staff.ts";
import { programsOf, studentsOf } from "./students.ts";
import { demographicsRow, staffRecords, studentRecords, type UserRecord, type UserRows, userRow } from "./user-rows.ts";

export type FileName =
  | "orgs"
  | "academicSessions"
  | "courses"
  | "classes"
  | "users"
  | "roles"
  | "userProfiles"
  | "enrollments"
  | "demographics"
  | "programFlags";

const DISTRICT = "district-1";

/** The parts of a file: the district's own rows, then those of each school. */
export function* partsOf(district: SampleDistrict, dialect: Dialect, file: FileName): Generator<Row[]> {
  yield ofDistrict(district, file);
  for (const school of district.schools) yield ofSchool(district, dialect, school, file);
}

function ofDistrict(district: SampleDistrict, file: FileName): Row[] {
  if (file === "orgs") return [{ sourcedId: DISTRICT, name: district.name, type: "district", identifier: "0100000" }];
  if (file === "academicSessions") return sessionsOf(district).map((each) => sessionRow(district, each));
  return file === "courses" ? courseRows(district) : [];
}

const sessionRow = ({ yearEnds }: SampleDistrict, { id, title, type, from, until, parent }: SampleSession): Row => ({
  sourcedId: id,
  title,
  type,
  startDate: from,
  endDate: until,
  parentSourcedId: parent,
  schoolYear: String(yearEnds),
});

function courseRows({ schools, yearEnds }: SampleDistrict): Row[] {
  const taught = new Set(
    schools.flatMap(({ cohorts }) => cohorts.filter(({ students }) => students > 0)).map(({ grade }) => grade),
  );
  return SAMPLE_GRADES.filter((grade) => taught.has(grade)).flatMap((grade) =>
    subjectsOf(grade).map((subject) => ({
      sourcedId: courseId(grade, subject),
      schoolYearSourcedId: `year-${yearEnds}`,
      title: `${subject.title}, ${gradeTitle(grade)}`,
      courseCode: `${subject.code}${grade}`,
      grades: grade,
      orgSourcedId: DISTRICT,
      subjects: subject.title,
      subjectCodes: subject.subjectCode,
    })),
  );
}

function ofSchool(district: SampleDistrict, dialect: Dialect, school: SampleSchool, file: FileName): Row[] {
  if (file === "orgs") return [orgRow(school)];
  if (file === "classes") return classRows(district, school);
  if (file === "enrollments") return enrollmentRows(district, dialect, school);
  if (file === "programFlags") return flagRows(district, dialect, school);
  const records = { district, students: [...studentsOf(district, school)], staff: staffOf(district, school) };
  const students = (): UserRecord[] => records.students.flatMap((each) => studentRecords(each, dialect));
  const all = (): UserRecord[] => [...records.staff.flatMap((each) => staffRecords(each, dialect)), ...students()];
  if (file === "users") return all().map((each) => userRow(each, dialect));
  if (file === "demographics") return students().map(demographicsRow);
  if (file === "roles") return all().flatMap(({ roles }: UserRows) => roles);
  return file === "userProfiles" ? all().map(({ profile }) => profile) : [];
}

const orgRow = ({ id, name, n }: SampleSchool): Row => ({
  sourcedId: id,
  name,
  type: "school",
  identifier: `01${String(n + 1).padStart(5, "0")}`,
  parentSourcedId: DISTRICT,
});

const classRows = (district: SampleDistrict, school: SampleSchool): Row[] =>
  [...classesOf(district, school)].map((each) => ({
    sourcedId: each.id,
    title: each.title,
    grades: each.grade,
    courseSourcedId: courseId(each.grade, each.subject),
    classCode: each.code,
    classType: each.type,
    location: each.location,
    schoolSourcedId: school.id,
    termSourcedIds: each.subject.terms.map((term) => `${term}-${district.yearEnds}`).join(","),
    subjects: each.subject.title,
    subjectCodes: each.subject.subjectCode,
    periods: each.period === null ? "" : String(each.period),
  }));

const later = (one: string, other: string): string => (one < other ? other : one);

function enrollmentRows(district: SampleDistrict, dialect: Dialect, school: SampleSchool): Row[] {
  const spans = new Map(sessionsOf(district).map(({ id, from, until }) => [id, { from, until }]));
  const span = (terms: readonly string[]): { from: string; until: string } => ({
    from: spans.get(`${terms[0]}-${district.yearEnds}`)?.from ?? "",
    until: spans.get(`${terms.at(-1)}-${district.yearEnds}`)?.until ?? "",
  });
  const rows: Row[] = [];
  const add = (
    inClass: string,
    at: SampleSchool,
    user: string,
    role: string,
    primary: string,
    from: string,
    until: string,
  ): void =>
    void rows.push({
      sourcedId: `${inClass}.${user}`,
      classSourcedId: inClass,
      schoolSourcedId: at.id,
      userSourcedId: user,
      role,
      primary,
      beginDate: from,
      endDate: until,
    });
  for (const each of classesOf(district, school)) {
    const { from, until } = span(each.subject.terms);
    for (const { staff, isPrimary } of teachersOf(district, school, each)) {
      const user = staffRecords(staff, dialect).find(({ schools }) => schools.includes(school)) ?? { id: staff.id };
      add(each.id, school, user.id, "teacher", String(isPrimary), from, until);
    }
  }
  for (const student of studentsOf(district, school)) {
    const records = studentRecords(student, dialect);
    for (const { school: at, inClass } of seatsOf(district, student)) {
      const { from, until } = span(inClass.subject.terms);
      const entered = later(student.entered, from);
      const left = student.left !== "" && student.left < until ? student.left : until;
      // Who leaves before a semester begins is never in its classes.
      if (entered > left) continue;
      const user = records.find(({ schools }) => schools.includes(at)) ?? student;
      add(inClass.id, at, user.id, "student", "", entered, left);
    }
  }
  return rows;
}

const flagRows = (district: SampleDistrict, dialect: Dialect, school: SampleSchool): Row[] =>
  [...studentsOf(district, school)].flatMap((student) =>
    programsOf(district, student).map(({ flag, from, until }) => ({
      identifier: student.number,
      userSourcedId: studentRecords(student, dialect)[0]?.id ?? "",
      flag,
      beginDate: from,
      endDate: until,
    })),
  );
