/** Reads of the roster that name no student: what is taught, by whom, and how many there are. */
import { sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import { onDay } from "./reach.ts";

export interface Headcount {
  schoolId: string;
  /** "": not said. */
  grade: string;
  groupKey: string;
  n: number;
}

/** How many there were on a day: of the whole district, or at one school. */
export async function listHeadcounts(
  tx: ReadTx,
  districtId: string,
  day: string,
  schoolId?: string,
): Promise<Headcount[]> {
  let query = tx
    .selectFrom("roster.headcount")
    .select(["schoolId", "grade", "groupKey", "n"])
    .where("districtId", "=", districtId)
    .where((eb) => onDay(eb, "fromOn", "untilOn", day));
  if (schoolId !== undefined) query = query.where("schoolId", "=", schoolId);
  return query.execute();
}

export interface Section {
  id: string;
  schoolId: string;
  school: string;
  schoolSlug: string;
  title: string;
  code: string | null;
  kind: "homeroom" | "scheduled";
  course: string | null;
  periods: string[];
  grades: string[];
  location: string | null;
  sessionIds: string[];
  endedOn: string | null;
  teachers: { name: string; personId: string | null; isPrimary: boolean }[];
}

/** Sections with who teaches them today, the homerooms first. */
export async function listSections(
  tx: ReadTx,
  districtId: string,
  today: string,
  where: { schoolId: string } | { ids: readonly string[] },
): Promise<Section[]> {
  let query = tx
    .selectFrom("roster.section as section")
    .innerJoin("district.school as school", (join) =>
      join.onRef("school.districtId", "=", "section.districtId").onRef("school.id", "=", "section.schoolId"),
    )
    .leftJoin("roster.course as course", (join) =>
      join.onRef("course.districtId", "=", "section.districtId").onRef("course.id", "=", "section.courseId"),
    )
    .select(["section.id", "section.schoolId", "section.title", "section.code", "section.kind", "section.periods"])
    .select(["section.grades", "section.location", "section.sessionIds", "section.endedOn"])
    .select(["school.name as school", "school.slug as schoolSlug", "course.title as course"])
    .where("section.districtId", "=", districtId)
    .orderBy("section.kind")
    .orderBy(sql`coalesce(section.grades[1], '')`)
    .orderBy("section.title")
    .orderBy("section.code");
  query =
    "ids" in where
      ? query.where("section.id", "in", where.ids.length > 0 ? where.ids : [NO_ID])
      : query
          .where("section.schoolId", "=", where.schoolId)
          .where((eb) => eb.or([eb("section.endedOn", "is", null), eb("section.endedOn", ">=", today)]));
  const sections = await query.execute();
  const teachers = await listTeachers(
    tx,
    districtId,
    today,
    sections.map(({ id }) => id),
  );
  return sections.map((section) => ({
    ...section,
    kind: section.kind as Section["kind"],
    teachers: teachers.get(section.id) ?? [],
  }));
}

const NO_ID = "00000000-0000-0000-0000-000000000000";

async function listTeachers(tx: ReadTx, districtId: string, today: string, sectionIds: readonly string[]) {
  if (sectionIds.length === 0) return new Map<string, Section["teachers"]>();
  const rows = await tx
    .selectFrom("roster.sectionTeacher")
    .select(["sectionId", "name", "personId", "isPrimary"])
    .where("districtId", "=", districtId)
    .where(sql<boolean>`section_id = any (${sectionIds})`)
    .where((eb) => onDay(eb, "fromOn", "untilOn", today))
    .orderBy("isPrimary", "desc")
    .orderBy("name")
    .execute();
  return Map.groupBy(rows, ({ sectionId }) => sectionId);
}

export interface Session {
  id: string;
  title: string;
  kind: string;
  startsOn: string;
  endsOn: string;
}

/** Terms, the earliest first. */
export const listSessions = (tx: ReadTx, districtId: string): Promise<Session[]> =>
  tx
    .selectFrom("roster.session")
    .select(["id", "title", "kind", "startsOn", "endsOn"])
    .where("districtId", "=", districtId)
    .orderBy("startsOn")
    .orderBy("endsOn", "desc")
    .execute();

/** The day of the roster; null where none was ever loaded. */
export async function findRosterDay(tx: ReadTx, districtId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("roster.day")
    .select("keptOn")
    .where("districtId", "=", districtId)
    .where((eb) => eb.exists(eb.selectFrom("roster.section").select("id").where("districtId", "=", districtId)))
    .executeTakeFirst();
  return row?.keptOn ?? null;
}
