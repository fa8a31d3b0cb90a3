/** What pages show of a student: where they are enrolled, what they are taught, which groups they are in, and why it is shown. */
import { holdsOn } from "../domain.ts";
import type { Seen } from "../door.ts";
import { type Group, groupsOn } from "../groups/domain.ts";
import type { Section, Session } from "../queries.ts";
import type { findFacts, listMemberships, listSchedule, SchoolPlace, Student } from "./queries.ts";

export interface StudentLine {
  id: string;
  name: string;
  identifier: string | null;
  /** Of today. */
  grade: string | null;
  school: string | null;
}

/** Family name first, as lists are read; the name that the student goes by. */
export const listedName = ({ givenName, familyName, preferredName }: Student): string =>
  `${familyName}, ${preferredName ?? givenName}`;

export const spokenName = ({ givenName, familyName, preferredName }: Student): string =>
  `${preferredName ?? givenName} ${familyName}`;

type School = { id: string; name: string; slug: string };

export function presentLines(
  students: readonly Student[],
  places: readonly SchoolPlace[],
  schools: readonly School[],
  today: string,
): StudentLine[] {
  return students.map((student) => {
    const place = places.find((each) => each.studentId === student.studentId && holdsOn(each, today));
    return {
      id: student.studentId,
      name: listedName(student),
      identifier: student.identifier,
      grade: place?.grade ?? null,
      school: schools.find(({ id }) => id === place?.schoolId)?.name ?? null,
    };
  });
}

export interface Read {
  places: readonly SchoolPlace[];
  schedule: Awaited<ReturnType<typeof listSchedule>>;
  memberships: Awaited<ReturnType<typeof listMemberships>>;
  facts: Awaited<ReturnType<typeof findFacts>>;
  schools: readonly School[];
  sections: readonly Section[];
  sessions: readonly Session[];
  groups: readonly Group[];
}

/** `confided`: whether what is confidential of the student is told; without it a composite of it cannot be worked out either. */
export function presentStudent(student: Seen<Student>, read: Read, confided: boolean, today: string) {
  const { places, schedule, memberships, facts, schools, sections, sessions, groups } = read;
  const schoolOf = (id: string) => schools.find((school) => school.id === id);
  const enrolled = places.map(({ schoolId, grade, fromOn, untilOn }) => ({
    school: schoolOf(schoolId)?.name ?? "",
    slug: schoolOf(schoolId)?.slug ?? "",
    ...{ grade, fromOn, untilOn },
    now: holdsOn({ fromOn, untilOn }, today),
  }));
  const taught = schedule.flatMap(({ sectionId, fromOn, untilOn }) => {
    const section = sections.find(({ id }) => id === sectionId);
    return section === undefined
      ? []
      : [{ ...classLine(section, sessions), fromOn, untilOn, now: holdsOn({ fromOn, untilOn }, today) }];
  });
  const grouped = { federalRace: facts?.federalRace ?? null, sex: facts?.sex ?? null, memberships };
  const { givenName, middleName, familyName, preferredName, identifier, because, studentId } = student;
  return {
    id: studentId,
    name: spokenName(student),
    fullName: [givenName, middleName, familyName].filter(Boolean).join(" "),
    goesBy: preferredName,
    ...{ identifier, because },
    stateId: facts?.stateId ?? null,
    bornOn: facts?.bornOn ?? null,
    leftOn: facts?.leftOn ?? null,
    enrolled,
    classes: taught.sort((one, other) => periodOf(one) - periodOf(other) || one.title.localeCompare(other.title)),
    groups: groupsOn(confided ? groups : groups.filter(isOpen), grouped, today)
      .filter(({ kind }) => kind !== "all")
      .map(({ key, label, kind, confidential }) => ({ key, label, kind, confidential })),
    raceMissing: grouped.federalRace === null,
  };
}

function isOpen(group: Group, _: number, groups: readonly Group[]): boolean {
  const parts = [...group.anyOf, ...group.allOf, ...group.noneOf];
  return !group.confidential && !groups.some(({ key, confidential }) => confidential && parts.includes(key));
}

export type PresentedStudent = ReturnType<typeof presentStudent>;

const classLine = (
  { id, title, course, teachers, periods, sessionIds, kind, location }: Section,
  sessions: readonly Session[],
) => ({
  ...{ id, title, course, periods, kind, location },
  teachers: teachers.map(({ name }) => name),
  terms: sessions.filter((session) => sessionIds.includes(session.id)).map((session) => session.title),
});

const periodOf = ({ periods, kind }: { periods: readonly string[]; kind: string }): number =>
  kind === "homeroom" ? -1 : Number.parseInt(periods[0]?.replace(/\D/g, "") || "99", 10);
