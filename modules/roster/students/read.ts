/** What pages about students read, each in one look. */
import { listSchools } from "#modules/district/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import { type Looker, throughDoor } from "../door.ts";
import { listGroups } from "../groups/queries.ts";
import { maySeeConfidential } from "../policy.ts";
import { listSections, listSessions } from "../queries.ts";
import { type PresentedStudent, presentLines, presentStudent } from "./present.ts";
import {
  findFacts,
  findStudent,
  listInSection,
  listMemberships,
  listPlaces,
  listSchedule,
  type Student,
  searchStudents,
} from "./queries.ts";

/** The students of a section who are within reach today. */
export async function lookAtSection(looker: Looker, sectionId: string, today: string) {
  const { districtId } = looker.actor;
  const look = { through: "section-page", address: `/sections/${sectionId}` } as const;
  const found = await throughDoor(looker, look, async (tx) => {
    const students = await listInSection(tx, districtId, sectionId, today);
    return { students, ...(await listedWith(tx, districtId, students)) };
  });
  return {
    students: presentLines(found.students, found.places, found.schools, today),
    because: found.students[0]?.because ?? null,
  };
}

/** By beginnings of names or by number, among those within reach. */
export async function lookFor(looker: Looker, words: readonly string[], today: string) {
  const { districtId } = looker.actor;
  const found = await throughDoor(looker, { through: "search", address: "/students" }, async (tx) => {
    const { students, more } = await searchStudents(tx, districtId, words);
    return { students, more, ...(await listedWith(tx, districtId, students)) };
  });
  return { students: presentLines(found.students, found.places, found.schools, today), more: found.more };
}

async function listedWith(tx: ReadTx, districtId: string, students: readonly Student[]) {
  const ids = students.map(({ studentId }) => studentId);
  return { places: await listPlaces(tx, districtId, ids), schools: await listSchools(tx, districtId) };
}

/** The student's name and place, for a page about who may see them. Null as in `lookAtStudent`. */
export async function lookAtReasons(
  looker: Looker,
  studentId: string,
  page: "why" | "deletion" = "why",
): Promise<Student | null> {
  const through = page === "why" ? "reason-page" : "student-deletion";
  const look = { through, address: `/students/${studentId}/${page}` } as const;
  const found = await throughDoor(looker, look, async (tx) => {
    const student = await findStudent(tx, looker.actor.districtId, studentId);
    return { students: student === null ? [] : [student] };
  });
  return found.students[0] ?? null;
}

/** Null for a student who is not there, and for one who is not within reach: nobody can tell which. */
export async function lookAtStudent(
  looker: Looker,
  studentId: string,
  today: string,
): Promise<PresentedStudent | null> {
  const { districtId } = looker.actor;
  const look = { through: "student-page", address: `/students/${studentId}` } as const;
  const found = await throughDoor(looker, look, async (tx) => {
    const student = await findStudent(tx, districtId, studentId);
    if (student === null) return { students: [] as Student[], read: null };
    const schedule = await listSchedule(tx, districtId, studentId);
    return {
      students: [student],
      read: {
        schedule,
        places: await listPlaces(tx, districtId, [studentId]),
        memberships: await listMemberships(tx, districtId, studentId),
        facts: await findFacts(tx, districtId, studentId),
        schools: await listSchools(tx, districtId),
        sections: await listSections(tx, districtId, today, { ids: schedule.map(({ sectionId }) => sectionId) }),
        sessions: await listSessions(tx, districtId),
        groups: await listGroups(tx, districtId),
      },
    };
  });
  const [student] = found.students;
  if (student === undefined || found.read === null) return null;
  return presentStudent(student, found.read, maySeeConfidential(looker.actor, student).allowed, today);
}
