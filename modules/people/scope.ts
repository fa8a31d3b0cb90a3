/** Where a grant of access holds, and which students it brings within reach. Pure. */
import type { Reach } from "#modules/district/actor.ts";
import type { Role } from "#platform/db/claims.ts";

/** A school, a grade of a school, a section or a team; none of them is the whole district. */
export interface Scope {
  schoolId: string | null;
  grade: string | null;
  sectionId: string | null;
  teamId: string | null;
}

export const placeOf = ({ schoolId = null, grade = null, sectionId = null, teamId = null }: Partial<Scope>): Scope => ({
  schoolId,
  grade,
  sectionId,
  teamId,
});

export type ScopeKind = Reach["through"];

/** Where each role may hold. Row security says the same once more (migration 0012). */
export const SCOPES: Record<Role, readonly ScopeKind[]> = {
  steward: ["district"],
  leader: ["district"],
  data_steward: ["district"],
  board_member: ["district"],
  principal: ["school"],
  counselor: ["district", "school", "grade"],
  interventionist: ["district", "school", "grade", "section", "team"],
  coach: ["district", "school", "grade", "section", "team"],
  teacher: ["school", "section", "team"],
  staff_member: ["district", "school"],
};

export function kindOfScope({ schoolId, grade, sectionId, teamId }: Scope): ScopeKind {
  if (sectionId !== null) return "section";
  if (teamId !== null) return "team";
  if (grade !== null) return "grade";
  return schoolId === null ? "district" : "school";
}

export type ScopeProblem =
  | "school-needed"
  | "district-only"
  | "grade-without-school"
  | "one-place"
  | "scope-not-for-role";

export function scopeProblem(role: Role, scope: Scope): ScopeProblem | null {
  const { schoolId, grade, sectionId, teamId } = scope;
  if ([schoolId, sectionId, teamId].filter((id) => id !== null).length > 1) return "one-place";
  if (grade !== null && schoolId === null) return "grade-without-school";
  const kind = kindOfScope(scope);
  const holds = SCOPES[role];
  if (holds.includes(kind)) return null;
  if (holds.every((each) => each === "district")) return "district-only";
  return kind === "district" ? "school-needed" : "scope-not-for-role";
}

export const samePlace = (one: Scope, other: Scope): boolean =>
  one.schoolId === other.schoolId &&
  one.grade === other.grade &&
  one.sectionId === other.sectionId &&
  one.teamId === other.teamId;

/**
 * Whose work is with students (FERPA, 34 CFR 99.31(a)(1): a legitimate educational interest), and to whom what is confidential is
 * told. Keeping the plan, the board and an office have no students; a teacher has those of the sections that the roster names.
 */
const WITH_STUDENTS: Partial<Record<Role, { confided: boolean }>> = {
  leader: { confided: true },
  data_steward: { confided: true },
  principal: { confided: true },
  counselor: { confided: true },
  interventionist: { confided: false },
  coach: { confided: false },
  teacher: { confided: false },
};

/** What a grant brings within reach; whom the roster places in a grade, a section or a team is asked later. Null: no student. */
export function reachOf(grant: Scope & { role: Role; districtId: string }): Reach | null {
  const { role, districtId, schoolId, grade, sectionId, teamId } = grant;
  const through = kindOfScope(grant);
  const work = WITH_STUDENTS[role];
  if (work === undefined || (role === "teacher" && through === "school")) return null;
  const of = {
    district: districtId,
    school: schoolId,
    grade: `${schoolId}:${grade}`,
    section: sectionId,
    team: teamId,
  }[through];
  if (of === null) return null;
  return { role, through, of, sections: through === "section" ? [of] : [], students: [], confided: work.confided };
}
