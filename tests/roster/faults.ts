/**
 * What is wrong with real exports, one thing at a time, put into a sound one at a place that the seed chooses. Each names the row
 * and the column that must be refused, and why.
 */
import type { Random } from "#db/seed/roster/random.ts";
import { Sheet, type Sheets } from "../support/roster-files.ts";

export interface Refused {
  /** The source: a file without ".csv", in lower case. */
  source: string;
  line: number;
  /** As the file writes it; null: the row. */
  column: string | null;
  because: string;
}

export interface RowFault {
  says: string;
  /** The file that it is in. */
  file: string;
  /** Whether it is of a file that only 1.2 has. */
  version?: "1.2";
  put(sheets: Sheets, random: Random): Refused[];
}

const sheet = (sheets: Sheets, name: string): Sheet => {
  const found = sheets[name];
  if (found === undefined) throw new Error(`no file ${name}`);
  return found;
};

const SOURCES: Record<string, string> = { academicSessions: "academic_sessions", programFlags: "program_flags" };

/** One cell of a row becomes something else. */
function cell(
  file: string,
  column: string,
  because: string,
  value: string | ((old: string, sheets: Sheets) => string),
  where: (of: (column: string) => string, sheets: Sheets) => boolean = () => true,
): RowFault["put"] {
  return (sheets, random) => {
    const at = sheet(sheets, file);
    const rows = at.where((of) => where(of, sheets));
    if (rows.length === 0) throw new Error(`no row of ${file} for a ${because}`);
    const row = random.pick(rows);
    at.set(row, column, typeof value === "string" ? value : value(at.cell(row, column), sheets));
    return [{ source: SOURCES[file] ?? file, line: Sheet.lineOf(row), column, because: because }];
  };
}

/** One row more. */
function more(file: string, column: string, because: string, cells: Record<string, string>): RowFault["put"] {
  return (sheets) => {
    const at = sheet(sheets, file);
    at.rows.push(at.header.map((name) => cells[name] ?? ""));
    return [{ source: SOURCES[file] ?? file, line: Sheet.lineOf(at.rows.length - 1), column, because }];
  };
}

const own = (because: string): string => `own:${because}`;
const isStudent = (of: (column: string) => string): boolean => of("role") === "student";
const isTeacher = (of: (column: string) => string): boolean => of("role") === "teacher";

export const ROW_FAULTS: readonly RowFault[] = [
  {
    says: "a school that is its own parent",
    file: "orgs",
    put: cell(
      "orgs",
      "parentSourcedId",
      own("org-circle"),
      (_, s) => sheet(s, "orgs").cell(2, "sourcedId"),
      (of) => of("sourcedId") === "school-002",
    ),
  },
  {
    says: "the district under one of its schools",
    file: "orgs",
    put: (sheets) => {
      const orgs = sheet(sheets, "orgs");
      orgs.set(0, "parentSourcedId", orgs.cell(3, "sourcedId"));
      return [0, 3].map((row) => ({
        source: "orgs",
        line: Sheet.lineOf(row),
        column: "parentSourcedId",
        because: own("org-circle"),
      }));
    },
  },
  {
    says: "a school without a name",
    file: "orgs",
    put: cell("orgs", "name", own("empty"), "", (of) => of("type") === "school"),
  },
  { says: "a row without its id", file: "demographics", put: cell("demographics", "sourcedId", "empty", "") },
  {
    says: "a term that ends before it starts",
    file: "academicSessions",
    put: cell(
      "academicSessions",
      "endDate",
      own("session-reversed"),
      "2026-02-01",
      (of) => of("type") === "gradingPeriod",
    ),
  },
  {
    says: "a school year that is another year",
    file: "academicSessions",
    put: cell("academicSessions", "schoolYear", own("school-year-elsewhere"), "2031"),
  },
  {
    says: "a school year of three digits",
    file: "academicSessions",
    put: cell("academicSessions", "schoolYear", "unlike", "202"),
  },
  {
    says: "a term in a term that is nowhere",
    file: "academicSessions",
    put: cell(
      "academicSessions",
      "parentSourcedId",
      own("session-nowhere"),
      "s9-2027",
      (of) => of("type") === "gradingPeriod",
    ),
  },
  {
    says: "terms in a circle",
    file: "academicSessions",
    put: (sheets) => {
      const sessions = sheet(sheets, "academicSessions");
      sessions.set(0, "parentSourcedId", sessions.cell(1, "sourcedId"));
      return [0, 1].map((row) => ({
        source: "academic_sessions",
        line: Sheet.lineOf(row),
        column: "parentSourcedId",
        because: own("session-circle"),
      }));
    },
  },
  {
    says: "a course of a district that is nowhere",
    file: "courses",
    put: cell("courses", "orgSourcedId", own("org-nowhere"), "district-7"),
  },
  {
    says: "a class without a school",
    file: "classes",
    put: cell("classes", "schoolSourcedId", own("class-without-school"), ""),
  },
  {
    says: "a class in a school that is nowhere",
    file: "classes",
    put: cell("classes", "schoolSourcedId", own("org-nowhere"), "school-077"),
  },
  {
    says: "a class in the district office",
    file: "classes",
    put: cell("classes", "schoolSourcedId", own("class-in-no-school"), "district-1"),
  },
  {
    says: "a class of a course that is nowhere",
    file: "classes",
    put: cell("classes", "courseSourcedId", own("course-nowhere"), "course-XX"),
  },
  {
    says: "a class in a term that is nowhere",
    file: "classes",
    put: cell("classes", "termSourcedIds", own("session-nowhere"), (old) => `${old},s7-2027`),
  },
  { says: "a class without a title", file: "classes", put: cell("classes", "title", own("empty"), "") },
  { says: "a person without a family name", file: "users", put: cell("users", "familyName", own("empty"), "") },
  { says: "a name of 300 letters", file: "users", put: cell("users", "givenName", "too-long", "Ñ".repeat(300)) },
  {
    says: "a person who belongs nowhere",
    file: "users",
    put: cell("users", "orgSourcedIds", own("user-without-org"), ""),
  },
  {
    says: "a person in a school that is nowhere",
    file: "users",
    put: cell("users", "orgSourcedIds", own("org-nowhere"), (old) => `${old},school-099`),
  },
  {
    says: "a student in no school",
    file: "users",
    put: cell("users", "orgSourcedIds", own("student-without-school"), "district-1", isStudent),
  },
  { says: "a person without a role", file: "users", put: cell("users", "role", own("user-without-role"), "") },
  {
    says: "one id for two people",
    file: "users",
    put: (sheets, random) => {
      const users = sheet(sheets, "users");
      const row = random.pick(users.where(isStudent));
      users.rows.push([...(users.rows[row] as string[])]);
      const last = users.rows.length - 1;
      users.set(last, "givenName", "Someone");
      return [{ source: "users", line: Sheet.lineOf(last), column: "sourcedId", because: "repeated" }];
    },
  },
  {
    says: "one number for two students",
    file: "users",
    put: (sheets, random) => {
      const users = sheet(sheets, "users");
      const students = users.where((of) => isStudent(of) && !of("sourcedId").includes("-at-"));
      const [row, other] = [random.pick(students.slice(20)), students[random.below(20)] as number];
      users.set(row, "identifier", users.cell(other, "identifier"));
      return [{ source: "users", line: Sheet.lineOf(row), column: "identifier", because: own("number-shared") }];
    },
  },
  {
    says: "an enrollment in a class that is nowhere",
    file: "enrollments",
    put: cell("enrollments", "classSourcedId", own("class-nowhere"), (old) => `${old}-X`),
  },
  {
    says: "an enrollment of someone who is nowhere",
    file: "enrollments",
    put: cell("enrollments", "userSourcedId", own("user-nowhere"), "student-9999999", isStudent),
  },
  {
    says: "an enrollment without a role",
    file: "enrollments",
    put: cell("enrollments", "role", own("empty"), "", isStudent),
  },
  {
    says: "an enrollment that begins after its terms",
    file: "enrollments",
    put: (sheets, random) => {
      const at = sheet(sheets, "enrollments");
      const row = random.pick(at.where(isStudent));
      at.set(row, "beginDate", "2027-06-14");
      at.set(row, "endDate", "2027-06-20");
      return [{ source: "enrollments", line: Sheet.lineOf(row), column: "beginDate", because: own("outside-session") }];
    },
  },
  {
    says: "an enrollment that ends a year after its terms",
    file: "enrollments",
    put: cell("enrollments", "endDate", own("outside-session"), "2028-05-28", isStudent),
  },
  {
    says: "an enrollment that ends before it begins",
    file: "enrollments",
    put: cell("enrollments", "endDate", own("dates-reversed"), "2026-08-01", isStudent),
  },
  {
    says: "an enrollment on a day that is none",
    file: "enrollments",
    put: cell("enrollments", "beginDate", "not-date", "2026-02-30", isStudent),
  },
  {
    says: "a student who teaches",
    file: "enrollments",
    put: cell("enrollments", "role", own("student-teaches"), "teacher", isStudent),
  },
  {
    says: "a teacher who is taught",
    file: "enrollments",
    put: cell("enrollments", "role", own("staff-is-taught"), "student", isTeacher),
  },
  {
    says: "two primary teachers",
    file: "enrollments",
    put: cell(
      "enrollments",
      "primary",
      own("two-primary-teachers"),
      "true",
      (of) => isTeacher(of) && of("primary") === "false",
    ),
  },
  {
    says: "an enrollment that is there twice",
    file: "enrollments",
    put: (sheets, random) => {
      const at = sheet(sheets, "enrollments");
      const row = random.pick(at.where(isStudent));
      at.rows.push([...(at.rows[row] as string[])]);
      at.set(at.rows.length - 1, "endDate", "2026-12-01");
      return [
        { source: "enrollments", line: Sheet.lineOf(at.rows.length - 1), column: "sourcedId", because: "repeated" },
      ];
    },
  },
  {
    says: "a birth date in the future",
    file: "demographics",
    put: cell("demographics", "birthDate", own("birth-in-future"), "2027-01-05"),
  },
  {
    says: "a student born in 1949",
    file: "demographics",
    put: cell("demographics", "birthDate", own("birth-implausible"), "1949-03-03"),
  },
  {
    says: "a sixth grader of one year",
    file: "demographics",
    put: cell("demographics", "birthDate", own("birth-implausible"), "2025-06-06", (of, sheets) => {
      const users = sheet(sheets, "users");
      return users.where((user) => user("sourcedId") === of("sourcedId") && user("grades") === "06").length > 0;
    }),
  },
  {
    says: "two birth dates of one student",
    file: "demographics",
    put: cell("demographics", "birthDate", own("two-birth-dates"), "2013-01-31", (of) =>
      of("sourcedId").includes("-at-"),
    ),
  },
  {
    says: "demographics of no one",
    file: "demographics",
    put: cell("demographics", "sourcedId", own("user-nowhere"), "student-9999999"),
  },
  {
    says: "a race that is neither yes nor no",
    file: "demographics",
    put: cell("demographics", "asian", "not-boolean", "maybe"),
  },
  {
    says: "a program of no one",
    file: "programFlags",
    put: more("programFlags", "identifier", own("flag-of-no-one"), { flag: "el" }),
  },
  {
    says: "a program of someone who is nowhere",
    file: "programFlags",
    put: more("programFlags", "identifier", own("student-nowhere"), { identifier: "42", flag: "el" }),
  },
  {
    says: "a row that names no program",
    file: "programFlags",
    put: more("programFlags", "flag", "empty", { identifier: "1000004" }),
  },
  {
    says: "a program that ends before it begins",
    file: "programFlags",
    put: cell("programFlags", "endDate", own("dates-reversed"), "2019-01-01"),
  },
  {
    says: "a program that begins in two years",
    file: "programFlags",
    put: cell("programFlags", "beginDate", own("program-in-future"), "2028-08-15", (of) => of("endDate") === ""),
  },
  {
    says: "a row cut short",
    file: "classes",
    put: (sheets, random) => {
      const at = sheet(sheets, "classes");
      const row = random.below(at.rows.length);
      at.rows[row] = (at.rows[row] as string[]).slice(0, 4);
      return [{ source: "classes", line: Sheet.lineOf(row), column: null, because: "cells-too-few" }];
    },
  },
  {
    says: "a row with more cells than there are columns",
    file: "orgs",
    put: (sheets, random) => {
      const at = sheet(sheets, "orgs");
      const row = random.below(at.rows.length);
      (at.rows[row] as string[]).push("", "more");
      return [{ source: "orgs", line: Sheet.lineOf(row), column: null, because: "cells-too-many" }];
    },
  },
  {
    says: "someone who is a student and works here",
    file: "roles",
    version: "1.2",
    put: (sheets, random) => {
      const at = sheet(sheets, "roles");
      const row = random.pick(at.where(isStudent));
      at.rows.push([...(at.rows[row] as string[])]);
      const last = at.rows.length - 1;
      at.set(last, "sourcedId", "role-more");
      at.set(last, "role", "teacher");
      return [{ source: "roles", line: Sheet.lineOf(last), column: "role", because: own("student-and-staff") }];
    },
  },
  {
    says: "a role in a school that is nowhere",
    file: "roles",
    version: "1.2",
    put: cell("roles", "orgSourcedId", own("org-nowhere"), "school-099"),
  },
  {
    says: "a role of no one",
    file: "roles",
    version: "1.2",
    put: more("roles", "userSourcedId", own("user-nowhere"), {
      sourcedId: "role-more",
      userSourcedId: "student-9999999",
      role: "student",
      orgSourcedId: "school-002",
    }),
  },
];

/** Faults that do not touch each other go in together: the first of each file, the second of each, and so on. */
export const BUNDLES: readonly (readonly RowFault[])[] = (() => {
  const bundles = new Map<string, RowFault[]>();
  const nth = new Map<string, number>();
  for (const fault of ROW_FAULTS) {
    const n = (nth.get(fault.file) ?? 0) + 1;
    nth.set(fault.file, n);
    const bundle = `${fault.version ?? "1.1"} ${n}`;
    bundles.set(bundle, [...(bundles.get(bundle) ?? []), fault]);
  }
  return [...bundles.values()];
})();
