/** Reads of students, for work that stands in the one door (`throughDoor`): anywhere else they find no one. */
import { type ExpressionBuilder, sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import type { DB } from "#platform/db/tables.ts";
import type { StudentPlace } from "../policy.ts";
import { onDay } from "../reach.ts";

export interface Student extends StudentPlace {
  givenName: string;
  middleName: string | null;
  familyName: string;
  preferredName: string | null;
  /** The number that the school uses. */
  identifier: string | null;
}

const students = (tx: ReadTx, districtId: string) =>
  tx
    .selectFrom("roster.student as student")
    .select(["student.districtId", "student.id as studentId", "student.schoolIds"])
    .select(["student.givenName", "student.middleName", "student.familyName", "student.preferredName"])
    .select("student.identifier")
    .where("student.districtId", "=", districtId);

export async function findStudent(tx: ReadTx, districtId: string, id: string): Promise<Student | null> {
  return (await students(tx, districtId).where("student.id", "=", id).executeTakeFirst()) ?? null;
}

/** Who is in a section on a day, by name. */
export const listInSection = (tx: ReadTx, districtId: string, sectionId: string, today: string): Promise<Student[]> =>
  students(tx, districtId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("roster.enrollment as enrollment")
          .select(sql`1`.as("one"))
          .whereRef("enrollment.districtId", "=", "student.districtId")
          .whereRef("enrollment.studentId", "=", "student.id")
          .where("enrollment.sectionId", "=", sectionId)
          .where((inner) => onDay(inner, "enrollment.fromOn", "enrollment.untilOn", today)),
      ),
    )
    .orderBy("student.familyName")
    .orderBy("student.givenName")
    .execute();

export const FOUND_AT_MOST = 25;

/** By the beginnings of names in any order, or by the whole number; no more than can be read, and whether there are more. */
export async function searchStudents(tx: ReadTx, districtId: string, words: readonly string[]) {
  const rows = await students(tx, districtId)
    .where((eb) =>
      eb.or([eb("student.identifier", "=", words.join(" ")), eb.and(words.map((word) => beginsName(eb, word)))]),
    )
    .orderBy("student.familyName")
    .orderBy("student.givenName")
    .limit(FOUND_AT_MOST + 1)
    .execute();
  return { students: rows.slice(0, FOUND_AT_MOST) satisfies Student[], more: rows.length > FOUND_AT_MOST };
}

const beginsName = (eb: ExpressionBuilder<{ student: DB["roster.student"] }, "student">, word: string) => {
  const beginning = `${word.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const names = [eb.ref("student.givenName"), eb.ref("student.familyName"), eb.ref("student.preferredName")];
  const within = `% ${beginning}`;
  return eb.or(
    names.flatMap((name) => [
      sql<boolean>`lower(${name}) like ${beginning}`,
      sql<boolean>`lower(${name}) like ${within}`,
    ]),
  );
};

export interface SchoolPlace {
  studentId: string;
  schoolId: string;
  grade: string | null;
  fromOn: string | null;
  untilOn: string | null;
}

/** Where students are and were enrolled, the latest first. */
export async function listPlaces(
  tx: ReadTx,
  districtId: string,
  studentIds: readonly string[],
): Promise<SchoolPlace[]> {
  if (studentIds.length === 0) return [];
  return tx
    .selectFrom("roster.schoolEnrollment")
    .select(["studentId", "schoolId", "grade", "fromOn", "untilOn"])
    .where("districtId", "=", districtId)
    .where(sql<boolean>`student_id = any (${studentIds})`)
    .orderBy(sql`until_on desc nulls first`)
    .orderBy(sql`from_on desc nulls last`)
    .execute();
}

/** The sections that a student is and was in. */
export const listSchedule = (tx: ReadTx, districtId: string, studentId: string) =>
  tx
    .selectFrom("roster.enrollment")
    .select(["sectionId", "fromOn", "untilOn"])
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .execute();

/** Programs that a student is and was in, as far as they are told to whoever looks. */
export const listMemberships = (tx: ReadTx, districtId: string, studentId: string) =>
  tx
    .selectFrom("roster.groupMember")
    .select(["groupKey", "fromOn", "untilOn", "confidential"])
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .execute();

/** What the roster says of a student beside the name. */
export const findFacts = (tx: ReadTx, districtId: string, studentId: string) =>
  tx
    .selectFrom("roster.student")
    .select(["stateId", "bornOn", "sex", "hispanic", "races", "federalRace", "leftOn"])
    .where("districtId", "=", districtId)
    .where("id", "=", studentId)
    .executeTakeFirst();
