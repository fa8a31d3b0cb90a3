/** A few students of Haywater, put there by SQL as an import would. */
import { v7 as uuidv7 } from "uuid";
import { must, type SeededCast } from "#db/seed/seed-cast.ts";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { keepDay } from "#modules/roster/day.ts";
import type { Database } from "#platform/db/database.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { insertRows } from "#platform/db/insert-rows.ts";

export interface RosteredStudent {
  name: readonly [given: string, family: string];
  /** Where, in which grade, from when, until when. */
  at: readonly { schoolId: string; grade: string; fromOn?: string; untilOn?: string }[];
  in?: readonly { sectionId: string; schoolId: string; fromOn?: string; untilOn?: string }[];
  groups?: readonly { key: string; confidential?: boolean; fromOn?: string; untilOn?: string }[];
  hispanic?: boolean;
  races?: readonly string[];
  sex?: "female" | "male";
}

/** Answers the students' ids, in order. Their local numbers are 1001, 1002, … in that order. */
export async function addStudents(
  database: Pick<Database, "desk">,
  { districtId }: Pick<SeededCast, "districtId">,
  students: readonly RosteredStudent[],
  today: string,
): Promise<string[]> {
  return inRoster(database, districtId, async (tx) => {
    const ids: string[] = [];
    for (const [n, student] of students.entries()) ids.push(await addStudent(tx, districtId, student, 1001 + n));
    await keepDay(tx, districtId, today);
    return ids;
  });
}

export async function inRoster<Value>(
  database: Pick<Database, "desk">,
  districtId: string,
  work: (tx: WriteTx) => Promise<Value>,
): Promise<Value> {
  return must(await database.desk(claimsOf(system(districtId))).write(async (tx) => ok(await work(tx))));
}

async function addStudent(tx: WriteTx, districtId: string, student: RosteredStudent, number: number): Promise<string> {
  const { name, at, in: sections = [], groups = [], hispanic = null, races = null, sex = null } = student;
  const studentId = uuidv7();
  const [givenName, familyName] = name;
  const itself = { districtId, id: studentId, knownBy: `${number}-${studentId}`, identifier: String(number) };
  await insertRows(tx, "roster.student", [{ ...itself, schoolIds: [], givenName, familyName, hispanic, races, sex }]);
  const row = () => ({ districtId, id: uuidv7(), studentId, schoolIds: [] });
  const span = ({ fromOn = null, untilOn = null }: { fromOn?: string | null; untilOn?: string | null }) => ({
    fromOn,
    untilOn,
  });
  await insertRows(tx, "roster.studentSource", [{ ...row(), sourcedId: `u${studentId}` }]);
  await insertRows(
    tx,
    "roster.schoolEnrollment",
    at.map(({ schoolId, grade, ...days }) => ({ ...row(), sourcedId: uuidv7(), schoolId, grade, ...span(days) })),
  );
  await insertRows(
    tx,
    "roster.enrollment",
    sections.map(({ sectionId, schoolId, ...days }) => ({
      ...row(),
      sourcedId: uuidv7(),
      sectionId,
      schoolId,
      ...span(days),
    })),
  );
  await insertRows(
    tx,
    "roster.groupMember",
    groups.map(({ key, confidential = false, ...days }) => ({
      ...row(),
      sourcedId: uuidv7(),
      groupKey: key,
      confidential,
      source: "test",
      ...span(days),
    })),
  );
  return studentId;
}

/** A section of a school, taught by someone of the cast. */
export async function addSection(
  tx: WriteTx,
  districtId: string,
  section: {
    schoolId: string;
    title: string;
    teachers: readonly { personId: string | null; name: string; fromOn?: string; untilOn?: string }[];
  },
): Promise<string> {
  const { schoolId, title, teachers } = section;
  const id = uuidv7();
  const key = () => ({ districtId, sourcedId: uuidv7() });
  await insertRows(tx, "roster.section", [{ ...key(), id, schoolId, title, kind: "homeroom" }]);
  await insertRows(
    tx,
    "roster.sectionTeacher",
    teachers.map(({ personId, name, fromOn = null, untilOn = null }, n) => ({
      ...key(),
      id: uuidv7(),
      sectionId: id,
      personId,
      name,
      isPrimary: n === 0,
      fromOn,
      untilOn,
    })),
  );
  return id;
}
