/**
 * Where the rows of a roster go. What a file no longer has is ended, never deleted, and only in schools that the file speaks of. A
 * person who works here is found by e-mail; no account is made and no grant given: teaching a section is what gives reach.
 */
import type { Target } from "#modules/imports/definition.ts";
import { gradesOf, PLACES, PUPILS, raceList, spokenOf, stays, WHO } from "./relations.ts";
import { SCHOOL_TARGETS } from "./school-targets.ts";

const ENDED = "greatest({today} - 1, from_on - 1)";
/** Not over, and not ended before it ever began. */
const HERE = "(there.until_on is null or there.until_on >= greatest({today}, there.from_on))";

const CLASS_ORGS = "select c.school_sourced_id from {classes} c";
const PLACE_ORGS = `select p.org_id from ${PLACES} p`;

const SESSIONS: Target[] = [
  {
    table: "roster.session",
    source: "academic_sessions",
    key: ["sourced_id"],
    columns: ["title", "kind", "starts_on", "ends_on", "school_year"],
    merge: "add",
    rows: `
      select a.line, a.sourced_id, a.title, a.type as kind, a.start_date as starts_on, a.end_date as ends_on,
        a.school_year::int as school_year
      from {academic_sessions} a where ${stays("a")}`,
  },
  {
    table: "roster.session",
    source: "academic_sessions",
    key: ["sourced_id"],
    columns: ["parent_id"],
    merge: "add",
    rows: `
      select a.line, a.sourced_id, parent.id as parent_id
      from {academic_sessions} a
        left join roster.session parent on parent.district_id = {district} and parent.sourced_id = a.parent_sourced_id
      where ${stays("a")}`,
  },
];

const TAUGHT: Target[] = [
  {
    table: "roster.course",
    source: "courses",
    key: ["sourced_id"],
    columns: ["title", "code", "school_id", "grades", "subjects"],
    merge: "add",
    rows: `
      select c.line, c.sourced_id, c.title, c.course_code as code, school.school_id, ${gradesOf("c.grades")} as grades,
        coalesce(c.subjects, '{}') as subjects
      from {courses} c
        left join roster.school_source school on school.district_id = {district} and school.sourced_id = c.org_sourced_id
      where ${stays("c")}`,
  },
  {
    table: "roster.section",
    source: "classes",
    key: ["sourced_id"],
    columns: [
      ...[
        "school_id",
        "course_id",
        "title",
        "code",
        "kind",
        "session_ids",
        "periods",
        "grades",
        "subjects",
        "location",
      ],
      "ended_on",
    ],
    merge: "replace",
    scope: `there.ended_on is null and there.school_id in ${spokenOf(CLASS_ORGS)}`,
    kept: "select r.sourced_id from {classes:refused} r",
    gone: { set: { ended_on: "{today} - 1" } },
    rows: `
      with terms as materialized (
        select c.line, array_agg(t.id order by t.starts_on, t.id) as ids
        from {classes} c cross join lateral unnest(c.term_sourced_ids) as term(id)
          join roster.session t on t.district_id = {district} and t.sourced_id = term.id
        group by c.line
      )
      select c.line, c.sourced_id, school.school_id, course.id as course_id, c.title, c.class_code as code,
        coalesce(c.class_type, 'scheduled') as kind, coalesce(terms.ids, '{}') as session_ids,
        coalesce(c.periods, '{}') as periods, ${gradesOf("c.grades")} as grades, coalesce(c.subjects, '{}') as subjects,
        c.location, null::date as ended_on, false as gone
      from {classes} c
        join roster.school_source school on school.district_id = {district} and school.sourced_id = c.school_sourced_id
        left join roster.course course on course.district_id = {district} and course.sourced_id = c.course_sourced_id
        left join terms on terms.line = c.line
      where ${stays("c")}
      union all
      select c.line, c.sourced_id, there.school_id, there.course_id, there.title, there.code, there.kind, there.session_ids,
        there.periods, there.grades, there.subjects, there.location, there.ended_on, true
      from {classes} c join roster.section there on there.district_id = {district} and there.sourced_id = c.sourced_id
      where not (${stays("c")})`,
  },
];

/** Staff of the file, with a name; in 1.2 what they are stands in roles. */
const STAFF = `(
  select u.line, u.sourced_id, u.email, coalesce(u.identifier, u.user_master_identifier) as identifier,
    concat_ws(' ', coalesce(u.preferred_given_name, u.given_name), u.family_name) as name
  from {users} u
  where ${stays("u")} and u.given_name is not null and u.sourced_id in (
    select p.user_id from ${PLACES} p where p.role not in ('student', 'family')
  )
)`;

const STAFF_TARGETS: Target[] = [
  {
    table: "people.person",
    source: "users",
    key: ["email"],
    columns: [],
    firstOnly: ["name"],
    merge: "add",
    rows: `
      select distinct on (s.email) s.line, s.email, left(s.name, 200) as name from ${STAFF} s
      where s.email is not null order by s.email, s.line`,
  },
  {
    table: "roster.staff_source",
    source: "users",
    key: ["sourced_id"],
    columns: ["person_id", "name", "identifier"],
    merge: "add",
    rows: `
      select s.line, s.sourced_id, person.id as person_id, left(s.name, 200) as name, s.identifier
      from ${STAFF} s left join people.person person on person.district_id = {district} and person.email = s.email`,
  },
];

/** Of someone who is in several schools, one of which this file says nothing of, it cannot say that they left. */
const WHOLLY_SPOKEN = `cardinality(there.school_ids) > 0
  and there.school_ids <@ array(select spoken.school_id from ${spokenOf(PLACE_ORGS)} spoken)`;

const STUDENTS: Target[] = [
  {
    table: "roster.student",
    source: "users",
    key: ["known_by"],
    columns: ["given_name", "middle_name", "family_name", "preferred_name", "identifier", "state_id", "left_on"],
    firstOnly: ["school_ids"],
    merge: "replace",
    scope: `there.left_on is null and ${WHOLLY_SPOKEN}`,
    kept: `
      select st.known_by from {users:refused} r
        join roster.student_source s on s.district_id = {district} and s.sourced_id = r.sourced_id
        join roster.student st on st.district_id = s.district_id and st.id = s.student_id`,
    gone: { set: { left_on: "{today} - 1" } },
    rows: `
      with who as materialized (select * from ${WHO} w), places as materialized (
        select who.known_by, array_agg(distinct school.school_id order by school.school_id) as ids
        from who join ${PLACES} place on place.user_id = who.sourced_id and place.role = 'student'
          join roster.school_source school on school.district_id = {district} and school.sourced_id = place.org_id
        where ${stays("place")} and coalesce(place.from_on <= {today}, true) and coalesce(place.until_on >= {today}, true)
        group by who.known_by
      ), others as materialized (
        select st.known_by from roster.student_source s
          join roster.student st on st.district_id = s.district_id and st.id = s.student_id
        where s.district_id = {district} and s.sourced_id not in (select who.sourced_id from who)
      )
      select distinct on (who.known_by) who.line, who.known_by, p.given_name, p.middle_name, p.family_name,
        p.preferred_given_name as preferred_name, p.number as identifier, p.state_id, null::date as left_on,
        coalesce(places.ids, '{}') as school_ids,
        bool_and(not (${stays("p")})) over (partition by who.known_by)
          and who.known_by not in (select others.known_by from others) as gone
      from who join ${PUPILS} p on p.line = who.line left join places on places.known_by = who.known_by
      order by who.known_by, p.status = 'tobedeleted' nulls first, who.line`,
  },
  {
    table: "roster.student_source",
    source: "users",
    key: ["sourced_id"],
    columns: ["student_id", "school_ids"],
    merge: "replace",
    scope: WHOLLY_SPOKEN,
    kept: "select r.sourced_id from {users:refused} r",
    gone: "delete",
    rows: `
      select who.line, who.sourced_id, st.id as student_id, st.school_ids, not (${stays("u")}) as gone
      from ${WHO} who
        join {users} u on u.line = who.line
        join roster.student st on st.district_id = {district} and st.known_by = who.known_by`,
  },
  ...demographicTargets(),
];

/** Answers of race are kept as they were given; how they roll up follows from them. */
function demographicTargets(): Target[] {
  return [
    {
      table: "roster.student",
      source: "demographics",
      key: ["known_by"],
      columns: ["born_on", "sex", "hispanic", "races", "several_races"],
      merge: "add",
      rows: `
        select distinct on (st.known_by) d.line, st.known_by, d.birth_date as born_on, d.sex,
          d.hispanic_or_latino_ethnicity as hispanic, ${raceList("d")} as races,
          d.demographic_race_two_or_more_races as several_races
        from {demographics} d
          join roster.student_source s on s.district_id = {district} and s.sourced_id = d.sourced_id
          join roster.student st on st.district_id = s.district_id and st.id = s.student_id
        where ${stays("d")}
        order by st.known_by, (d.birth_date is null), d.line`,
    },
  ];
}

/** A stay is of one row of users in one school: a delta says anew which schools that row names. */
function placeTarget(source: "users" | "roles"): Target {
  const places =
    source === "users"
      ? `select u.line, u.sourced_id as user_id, o.org_id, u.grades, null::date as from_on, null::date as until_on, u.status
         from {users} u cross join lateral unnest(u.org_sourced_ids) as o(org_id)
         where u.role = 'student' and ${stays("u")}`
      : `select r.line, r.user_sourced_id, r.org_sourced_id, u.grades, r.begin_date, r.end_date, r.status
         from {roles} r left join {users} u on u.sourced_id = r.user_sourced_id where r.role = 'student'`;
  const orgs =
    source === "users"
      ? "select o.id from {users} u cross join lateral unnest(u.org_sourced_ids) as o(id) where u.role = 'student'"
      : "select r.org_sourced_id from {roles} r where r.role = 'student'";
  return {
    table: "roster.school_enrollment",
    source,
    key: ["sourced_id"],
    columns: ["student_id", "school_id", "grade", "until_on"],
    firstOnly: ["school_ids", "from_on"],
    merge: "replace",
    scope: `${HERE} and there.school_id in ${spokenOf(orgs)}`,
    kept: `
      select there.sourced_id from roster.school_enrollment there
      where there.district_id = {district} and left(there.sourced_id, -37) in (
        select r.${source === "users" ? "sourced_id" : "user_sourced_id"} from {${source}:refused} r
      )`,
    gone: { set: { until_on: ENDED } },
    rows: `
      with places as materialized (
        select distinct on (p.user_id, school.school_id) p.line, p.user_id || '@' || school.school_id as sourced_id, p.user_id,
          st.id as student_id, st.school_ids, school.school_id, p.grades as grade, p.from_on, p.until_on,
          p.status is not distinct from 'tobedeleted' as gone
        from (${places}) as p(line, user_id, org_id, grades, from_on, until_on, status)
          join roster.student_source s on s.district_id = {district} and s.sourced_id = p.user_id
          join roster.student st on st.district_id = s.district_id and st.id = s.student_id
          join roster.school_source school on school.district_id = {district} and school.sourced_id = p.org_id
        order by p.user_id, school.school_id, p.status = 'tobedeleted' nulls first, p.until_on desc nulls first, p.line
      ), first_day as materialized (
        select e.user_sourced_id as user_id, c.school_sourced_id as org_id, min(e.begin_date) as from_on
        from {enrollments} e join {classes} c on c.sourced_id = e.class_sourced_id
        where e.role = 'student' and e.begin_date <= {today}
        group by 1, 2
      )
      select p.line, p.sourced_id, p.student_id, p.school_ids, p.school_id,
        coalesce(p.grade, there.grade) as grade, coalesce(p.from_on, first_day.from_on) as from_on, p.until_on, p.gone
      from places p
        left join roster.school_enrollment there on there.district_id = {district} and there.sourced_id = p.sourced_id
        left join (
          select f.user_id, school.school_id, min(f.from_on) as from_on
          from first_day f join roster.school_source school on school.district_id = {district} and school.sourced_id = f.org_id
          group by 1, 2
        ) first_day on first_day.user_id = p.user_id and first_day.school_id = p.school_id${source === "users" ? MOVED : ""}`,
  };
}

/** In a delta, the schools that a row no longer names, and all those of a row that is to go: its student may be gone by now. */
const MOVED = `
      union all
      select u.line, there.sourced_id, there.student_id, there.school_ids, there.school_id, there.grade, there.from_on, there.until_on, true
      from {users} u
        join roster.school_enrollment there on there.district_id = {district} and left(there.sourced_id, -37) = u.sourced_id
      where {users:mode} = 'delta' and ${HERE}
        and (not (${stays("u")}) or (u.role = 'student' and u.org_sourced_ids is not null))
        and there.sourced_id not in (select p.sourced_id from places p)`;

/** In a delta, rows that ask to go need no more than their id. */
const going = (table: string, columns: readonly string[]): string => `
      union all
      select e.line, e.sourced_id, ${columns.map((column) => `there.${column}`).join(", ")}, true
      from {enrollments} e join ${table} there on there.district_id = {district} and there.sourced_id = e.sourced_id
      where not (${stays("e")})`;

const SECTION_SCOPE = `there.section_id in (
    select sec.id from roster.section sec
    where sec.district_id = {district} and sec.school_id in ${spokenOf(`
      select c.school_sourced_id from {enrollments} e join {classes} c on c.sourced_id = e.class_sourced_id
      union select e.school_sourced_id from {enrollments} e`)}
  )`;

const ENROLLED: Target[] = [
  {
    table: "roster.section_teacher",
    source: "enrollments",
    key: ["sourced_id"],
    columns: ["section_id", "person_id", "name", "is_primary", "from_on", "until_on"],
    merge: "replace",
    scope: `${HERE} and ${SECTION_SCOPE}`,
    kept: "select r.sourced_id from {enrollments:refused} r",
    gone: { set: { until_on: ENDED } },
    rows: `
      select e.line, e.sourced_id, sec.id as section_id, s.person_id, s.name, coalesce(e.is_primary, false) as is_primary,
        e.begin_date as from_on, e.end_date as until_on, false as gone
      from {enrollments} e
        join roster.staff_source s on s.district_id = {district} and s.sourced_id = e.user_sourced_id
        join roster.section sec on sec.district_id = {district} and sec.sourced_id = e.class_sourced_id
      where e.role = 'teacher' and ${stays("e")}${going("roster.section_teacher", ["section_id", "person_id", "name", "is_primary", "from_on", "until_on"])}`,
  },
  {
    table: "roster.enrollment",
    source: "enrollments",
    key: ["sourced_id"],
    columns: ["student_id", "section_id", "school_id", "from_on", "until_on"],
    firstOnly: ["school_ids"],
    merge: "replace",
    scope: `${HERE} and ${SECTION_SCOPE}`,
    kept: "select r.sourced_id from {enrollments:refused} r",
    gone: { set: { until_on: ENDED } },
    rows: `
      select e.line, e.sourced_id, st.id as student_id, sec.id as section_id, sec.school_id, e.begin_date as from_on,
        e.end_date as until_on, st.school_ids, false as gone
      from {enrollments} e
        join roster.student_source s on s.district_id = {district} and s.sourced_id = e.user_sourced_id
        join roster.student st on st.district_id = s.district_id and st.id = s.student_id
        join roster.section sec on sec.district_id = {district} and sec.sourced_id = e.class_sourced_id
      where e.role = 'student' and ${stays("e")}${going("roster.enrollment", ["student_id", "section_id", "school_id", "from_on", "until_on", "school_ids"])}`,
  },
];

export const ONE_ROSTER_TARGETS: readonly Target[] = [
  ...SCHOOL_TARGETS,
  ...SESSIONS,
  ...TAUGHT,
  ...STAFF_TARGETS,
  ...STUDENTS,
  placeTarget("users"),
  placeTarget("roles"),
  ...ENROLLED,
];
