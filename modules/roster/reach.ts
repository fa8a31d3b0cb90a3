/**
 * Whom someone may see today, as far as the roster says it: the sections a teacher teaches, those of a team, and who is in a
 * section, a team or a grade. Two short reads, the second at the claims that the first has found; people whose grants bring no
 * such place pay for neither.
 */
import { type ExpressionBuilder, sql } from "kysely";
import { type Actor, claimsOf, type Reach } from "#modules/district/actor.ts";
import { type Grant, isInForce } from "#modules/people/domain.ts";
import type { Database } from "#platform/db/database.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { DB } from "#platform/db/tables.ts";

/** `grants`: the actor's own, the ended ones too. */
export async function withRoster(
  { desk }: Pick<Database, "desk">,
  actor: Actor,
  grants: readonly Grant[],
  today: string,
): Promise<Actor> {
  const teaching = grants.filter((grant) => grant.role === "teacher" && isInForce(grant, today));
  const asked = actor.reach.some(({ through }) => through !== "district" && through !== "school");
  if (actor.person === null || (teaching.length === 0 && !asked)) return actor;
  const sectioned = await desk(claimsOf(actor)).read((tx) => withSections(tx, actor, teaching, today));
  if (!sectioned.reach.some(needsStudents)) return sectioned;
  return desk(claimsOf(sectioned)).read((tx) => withStudents(tx, sectioned, today));
}

const needsStudents = ({ through, sections }: Reach): boolean => through === "grade" || sections.length > 0;

async function withSections(tx: ReadTx, actor: Actor, teaching: readonly Grant[], today: string): Promise<Actor> {
  const own = actor.person?.id ?? "";
  const teams = actor.reach.flatMap(({ through, of }) => (through === "team" ? [of] : []));
  const members = teams.length === 0 ? [] : await listMembers(tx, actor.districtId, teams, today);
  const people = [...new Set([own, ...members.map(({ personId }) => personId)])];
  const taught = await listTaught(tx, actor.districtId, people, today);
  const places = await schoolsOf(tx, actor.districtId, teaching, teams);

  const reach = actor.reach.map((each): Reach => {
    if (each.through !== "team") return each;
    const school = places.teams.get(each.of) ?? null;
    const inTeam = members.filter(({ teamId }) => teamId === each.of).map(({ personId }) => personId);
    const sections = taught.filter(
      ({ personId, schoolId }) => inTeam.includes(personId ?? "") && (school === null || schoolId === school),
    );
    return { ...each, sections: [...new Set(sections.map(({ sectionId }) => sectionId))] };
  });
  const ownSections = taught.filter(
    ({ personId, schoolId }) => personId === own && (places.everywhere || places.schools.has(schoolId)),
  );
  const role = "teacher" as const;
  return {
    ...actor,
    reach: [
      ...reach,
      ...(teaching.length === 0 ? [] : ownSections).map(
        ({ sectionId }): Reach => ({
          role,
          through: "section",
          of: sectionId,
          sections: [sectionId],
          students: [],
          confided: false,
        }),
      ),
    ],
  };
}

/** Who shares a team today. */
const listMembers = (tx: ReadTx, districtId: string, teams: readonly string[], today: string) =>
  tx
    .selectFrom("people.grant")
    .select(["teamId", "personId"])
    .where("districtId", "=", districtId)
    .where("teamId", "in", teams)
    .where("endedAt", "is", null)
    .where((eb) => onDay(eb, "fromOn", "untilOn", today))
    .execute();

/** Sections of the roster that people teach, until the last day of their terms. */
const listTaught = (tx: ReadTx, districtId: string, people: readonly string[], today: string) =>
  tx
    .selectFrom("roster.sectionTeacher as teacher")
    .innerJoin("roster.section as section", (join) =>
      join.onRef("section.districtId", "=", "teacher.districtId").onRef("section.id", "=", "teacher.sectionId"),
    )
    .select(["teacher.personId", "teacher.sectionId", "section.schoolId"])
    .where("teacher.districtId", "=", districtId)
    .where("teacher.personId", "in", people)
    .where((eb) => onDay(eb, "teacher.fromOn", "teacher.untilOn", today))
    .where((eb) => isTaught(eb, today))
    .execute();

/** Where a teacher's sections may be: at the schools of the grants, and at those of their teams. */
async function schoolsOf(tx: ReadTx, districtId: string, teaching: readonly Grant[], teams: readonly string[]) {
  const rows =
    teams.length === 0
      ? []
      : await tx
          .selectFrom("district.team")
          .select(["id", "schoolId"])
          .where("districtId", "=", districtId)
          .where("id", "in", teams)
          .execute();
  const ofTeams = new Map(rows.map(({ id, schoolId }) => [id, schoolId]));
  const places = teaching.flatMap(({ schoolId, teamId }) => schoolId ?? (teamId && ofTeams.get(teamId)) ?? []);
  const everywhere = teaching.some(({ teamId }) => teamId !== null && ofTeams.get(teamId) === null);
  return { teams: ofTeams, schools: new Set(places), everywhere };
}

async function withStudents(tx: ReadTx, actor: Actor, today: string): Promise<Actor> {
  const { districtId } = actor;
  const sections = [...new Set(actor.reach.flatMap((reach) => reach.sections))];
  const inSections = sections.length === 0 ? [] : await listInSections(tx, districtId, sections, today);
  const bySection = Map.groupBy(inSections, ({ sectionId }) => sectionId);
  const reach = [];
  for (const each of actor.reach) {
    const students =
      each.through === "grade"
        ? await listInGrade(tx, districtId, each.of, today)
        : each.sections.flatMap((id) => bySection.get(id) ?? []);
    reach.push({ ...each, students: [...new Set(students.map(({ studentId }) => studentId))] });
  }
  return { ...actor, reach };
}

const listInSections = (tx: ReadTx, districtId: string, sections: readonly string[], today: string) =>
  tx
    .selectFrom("roster.enrollment as enrollment")
    .innerJoin("roster.section as section", (join) =>
      join.onRef("section.districtId", "=", "enrollment.districtId").onRef("section.id", "=", "enrollment.sectionId"),
    )
    .select(["enrollment.sectionId", "enrollment.studentId"])
    .where("enrollment.districtId", "=", districtId)
    .where("enrollment.sectionId", "in", sections)
    .where((eb) => onDay(eb, "enrollment.fromOn", "enrollment.untilOn", today))
    .where((eb) => isTaught(eb, today))
    .execute();

const listInGrade = (tx: ReadTx, districtId: string, of: string, today: string) => {
  const [schoolId = "", grade = ""] = of.split(":");
  return tx
    .selectFrom("roster.schoolEnrollment")
    .select("studentId")
    .where("districtId", "=", districtId)
    .where("schoolId", "=", schoolId)
    .where("grade", "=", grade)
    .where((eb) => onDay(eb, "fromOn", "untilOn", today))
    .execute();
};

// biome-ignore lint/suspicious/noExplicitAny: the columns are named by the queries above
type Columns = ExpressionBuilder<any, any>;

export const onDay = (eb: Columns, from: string, until: string, today: string) =>
  eb.and([
    eb.or([eb(from, "is", null), eb(from, "<=", today)]),
    eb.or([eb(until, "is", null), eb(until, ">=", today)]),
  ]);

/** Not gone from the roster, and its terms (if any are named) are not over. */
const isTaught = (eb: ExpressionBuilder<DB & { section: DB["roster.section"] }, "section">, today: string) =>
  eb.and([
    eb.or([eb("section.endedOn", "is", null), eb("section.endedOn", ">=", today)]),
    sql<boolean>`(section.session_ids = '{}' or exists (
      select from roster.session s where s.district_id = section.district_id and s.id = any (section.session_ids)
      having max(s.ends_on) >= ${today}
    ))`,
  ]);
