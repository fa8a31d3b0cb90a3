/**
 * Who may see which student, and through what. The answer names its reason: pages say it, the record of looks keeps it, and
 * "why can this person see this student?" prints it. Row security says the same once more (migration 0016).
 */
import { allow, type Decision, deny, either, type TableAccess } from "#lib/access.ts";
import { type Actor, hasRole, isStaff, type Reach } from "#modules/district/actor.ts";

interface InDistrict {
  districtId: string;
}

export interface StudentPlace extends InDistrict {
  studentId: string;
  /** The schools of today. */
  schoolIds: readonly string[];
}

/** Closest first: what a teacher shares with a student says more than what the district does. */
const CLOSEST: readonly Reach["through"][] = ["section", "team", "grade", "school", "district"];

const BECAUSE = {
  section: allow("student.section"),
  team: allow("student.team"),
  grade: allow("student.grade"),
  school: allow("student.school"),
  district: allow("student.district"),
} as const;

const covers = ({ through, of, students }: Reach, { districtId, studentId, schoolIds }: StudentPlace): boolean => {
  if (through === "district") return of === districtId;
  if (through === "school") return schoolIds.includes(of);
  return students.includes(studentId);
};

/** Everything that leads to the student today, the closest first. */
export const reachesTo = (actor: Actor, student: StudentPlace): readonly Reach[] =>
  actor.districtId === student.districtId
    ? CLOSEST.flatMap((through) => actor.reach.filter((each) => each.through === through && covers(each, student)))
    : [];

export function maySeeStudent(actor: Actor, student: StudentPlace): Decision {
  if (actor.districtId !== student.districtId) return deny("district.another");
  if (hasRole(actor, "system")) return allow("student.program");
  const [closest] = reachesTo(actor, student);
  if (closest !== undefined) return BECAUSE[closest.through];
  return actor.reach.length > 0 || hasRole(actor, "teacher")
    ? deny("student.not-within-reach")
    : deny("student.no-work-with");
}

/** Whether everyone in a section is within reach; of a section where this says no, some of the students still may be. */
export function maySeeWholeSection(actor: Actor, section: InDistrict & { id: string; schoolId: string }): Decision {
  if (actor.districtId !== section.districtId) return deny("district.another");
  const whole = CLOSEST.find((through) =>
    actor.reach.some((reach) => {
      if (reach.through !== through) return false;
      if (through === "district") return reach.of === section.districtId;
      return through === "school" ? reach.of === section.schoolId : reach.sections.includes(section.id);
    }),
  );
  if (whole !== undefined) return BECAUSE[whole];
  return actor.reach.length > 0 ? deny("student.not-within-reach") : deny("student.no-work-with");
}

/** Who is homeless, in foster care, poor: told to those to whom it is confided, of the students whom they may see. */
export function maySeeConfidential(actor: Actor, student: StudentPlace): Decision {
  const seen = maySeeStudent(actor, student);
  if (!seen.allowed || hasRole(actor, "system")) return seen;
  return reachesTo(actor, student).some(({ confided }) => confided)
    ? allow("student.confided")
    : deny("student.not-confided");
}

/** Sections, courses, terms, groups and headcounts name no student. */
function maySeeRoster(actor: Actor, row: InDistrict): Decision {
  if (actor.districtId !== row.districtId) return deny("district.another");
  return isStaff(actor) ? allow("staff.member") : deny("staff.only");
}

export function mayKeepRoster(actor: Actor, row: InDistrict): Decision {
  if (actor.districtId !== row.districtId) return deny("district.another");
  return hasRole(actor, "data_steward", "system") ? allow("roster.kept") : deny("roster.kept-only");
}

/** How many there are of whom it is confidential is told with them: where there is one, the count is the child. */
export function maySeeHeadcount(actor: Actor, count: InDistrict & { orgId: string; confidential?: boolean }): Decision {
  const seen = maySeeRoster(actor, count);
  if (!seen.allowed || !count.confidential || hasRole(actor, "system")) return seen;
  const isConfided = actor.reach.some(
    ({ confided, through, of }) =>
      confided && ((through === "district" && of === count.districtId) || (through === "school" && of === count.orgId)),
  );
  return isConfided ? allow("student.confided") : deny("student.not-confided");
}

/** Students are written by an import or a deletion, each on someone's behalf. */
function mayWriteStudents(actor: Actor, row: InDistrict): Decision {
  if (actor.districtId !== row.districtId) return deny("district.another");
  return hasRole(actor, "system") ? allow("student.program") : deny("student.program-only");
}

/** The whole record of a student leaves, or is deleted, by those who answer for student records, and in no other's name. */
export function mayKeepRecords(actor: Actor, row: InDistrict): Decision {
  if (actor.districtId !== row.districtId) return deny("district.another");
  const answers = hasRole(actor, "leader", "data_steward", "system") && actor.viewing === undefined;
  return answers ? allow("look.records") : deny("student.records-only");
}

/** What policies judge of the rows here; those of students carry the student. */
export interface RosterRow extends InDistrict {
  /** Of a headcount, a section and an enrollment: the school. */
  orgId: string;
  student?: Omit<StudentPlace, "districtId">;
  sectionId?: string;
  /** Of an enrollment at a school: `school:grade`. */
  grade?: string;
  confidential?: boolean;
}

const placeOf = ({ districtId, student }: RosterRow): StudentPlace => ({
  districtId,
  studentId: student?.studentId ?? "",
  schoolIds: student?.schoolIds ?? [],
});

const maySee = (actor: Actor, row: RosterRow): Decision => maySeeStudent(actor, placeOf(row));

const maySeeMember = (actor: Actor, row: RosterRow): Decision =>
  row.confidential ? maySeeConfidential(actor, placeOf(row)) : maySeeStudent(actor, placeOf(row));

/** Who belongs to the own sections and grades must be known before it is known whom someone reaches: ids, no names. */
function mayCount(actor: Actor, { districtId }: RosterRow, isListed: boolean): Decision {
  if (actor.districtId !== districtId) return deny("district.another");
  return isListed ? allow("student.listed") : deny("student.door");
}

const maySeeInSection = (actor: Actor, row: RosterRow): Decision =>
  mayCount(
    actor,
    row,
    actor.reach.some(({ sections }) => sections.includes(row.sectionId ?? "")),
  );

const maySeeInGrade = (actor: Actor, row: RosterRow): Decision =>
  mayCount(
    actor,
    row,
    actor.reach.some(({ through, of }) => through === "grade" && of === row.grade),
  );

/** What was deleted is told to those who answer for it; viewing as another does not hide it. */
function maySeeReceipt(actor: Actor, row: InDistrict): Decision {
  if (actor.districtId !== row.districtId) return deny("district.another");
  return hasRole(actor, "leader", "data_steward", "system") ? allow("look.records") : deny("student.records-only");
}

const final = (): Decision => deny("record.final");
const written = { insert: mayWriteStudents, update: mayWriteStudents, delete: mayWriteStudents };
const kept = { select: maySeeRoster, insert: mayKeepRoster, update: mayKeepRoster, delete: mayKeepRoster };
const ofProgram = { select: maySeeRoster, ...written };
const ofStudents = { select: maySee, ...written };
type Judge = (actor: Actor, row: RosterRow) => Decision;
const or =
  (one: Judge, other: Judge): Judge =>
  (actor, row) =>
    either(one(actor, row), other(actor, row));

/** The same, table by table, with the door open (`desk.look`). */
export const access = {
  "roster.school_source": ofProgram,
  "roster.staff_source": ofProgram,
  "roster.session": kept,
  "roster.course": kept,
  "roster.section": kept,
  "roster.section_teacher": kept,
  "roster.group": kept,
  "roster.headcount": { select: maySeeHeadcount, ...written },
  "roster.day": ofProgram,
  "roster.deletion": { select: maySeeReceipt, insert: mayWriteStudents, update: final, delete: final },
  "roster.student": ofStudents,
  "roster.student_source": ofStudents,
  "roster.school_enrollment": { select: or(maySee, maySeeInGrade), ...written },
  "roster.enrollment": { select: or(maySee, maySeeInSection), ...written },
  "roster.group_member": { select: maySeeMember, ...written },
} satisfies Record<string, TableAccess<Actor, RosterRow>>;

const shut = (actor: Actor, row: RosterRow): Decision => {
  const seen = mayWriteStudents(actor, row);
  return seen.allowed ? seen : deny(seen.because === "district.another" ? seen.because : "student.door");
};

/** What is seen of the same rows while the door is shut, as on every page that does not look. */
export const withoutLook: Record<string, Judge> = {
  "roster.student": shut,
  "roster.student_source": shut,
  "roster.school_enrollment": or(shut, maySeeInGrade),
  "roster.enrollment": or(shut, maySeeInSection),
  "roster.group_member": shut,
};
