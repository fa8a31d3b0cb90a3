/** What is wrong with a roster across rows and files. In this order: each rule sees what the ones before it have left. */
import type { Check } from "#modules/imports/definition.ts";
import { CALLINGS, KNOWN_USERS, known, PLACES, PUPILS, stays } from "./relations.ts";
import { allLeadSomewhere, leadsSomewhere, noCircle, notEmpty, toBeDeleted } from "./rules.ts";

const KNOWN_SCHOOLS = known("orgs", "roster.school_source");
/** Where it need not be a school: an org whose row was refused is one all the same. */
const KNOWN_ORGS = `(
  select k.sourced_id from ${KNOWN_SCHOOLS} k
  union all
  select r.sourced_id from {orgs:refused} r
)`;
const KNOWN_SESSIONS = known("academic_sessions", "roster.session");

const refusing = (source: string, column: string | null, because: string, rows: string): Check => ({
  source,
  column,
  because,
  does: "refuse",
  rows,
});
const passing = (source: string, column: string | null, because: string, rows: string): Check => ({
  ...refusing(source, column, because, rows),
  does: "aside",
});

const reversed = (source: string, from: string, until: string, because: string): Check =>
  refusing(
    source,
    until,
    because,
    `select x.line, x.${until}::text as value from {${source}} x where x.${until} < x.${from} and ${stays("x")}`,
  );

const ORGS: Check[] = [toBeDeleted("orgs"), ...notEmpty("orgs", "name", "type"), noCircle("orgs", "org-circle")];

const SESSIONS: Check[] = [
  toBeDeleted("academic_sessions"),
  ...notEmpty("academic_sessions", "title", "type", "start_date", "end_date"),
  reversed("academic_sessions", "start_date", "end_date", "session-reversed"),
  refusing(
    "academic_sessions",
    "school_year",
    "school-year-elsewhere",
    `select s.line, s.school_year as value from {academic_sessions} s
     where s.school_year::int not between extract(year from s.start_date) and extract(year from s.end_date) + 1 and ${stays("s")}`,
  ),
  noCircle("academic_sessions", "session-circle"),
  leadsSomewhere({
    source: "academic_sessions",
    column: "parent_sourced_id",
    because: "session-nowhere",
    to: KNOWN_SESSIONS,
  }),
];

const COURSES: Check[] = [
  toBeDeleted("courses"),
  ...notEmpty("courses", "title"),
  leadsSomewhere({ source: "courses", column: "org_sourced_id", because: "org-nowhere", to: KNOWN_ORGS }),
];

const CLASSES: Check[] = [
  toBeDeleted("classes"),
  ...notEmpty("classes", "title"),
  refusing(
    "classes",
    "school_sourced_id",
    "class-without-school",
    `select c.line, null::text as value from {classes} c where c.school_sourced_id is null and ${stays("c")}`,
  ),
  leadsSomewhere({ source: "classes", column: "school_sourced_id", because: "org-nowhere", to: KNOWN_SCHOOLS }),
  refusing(
    "classes",
    "school_sourced_id",
    "class-in-no-school",
    `select c.line, c.school_sourced_id as value from {classes} c join {orgs} o on o.sourced_id = c.school_sourced_id
     where o.type <> 'school' and ${stays("c")}`,
  ),
  leadsSomewhere({
    source: "classes",
    column: "course_sourced_id",
    because: "course-nowhere",
    to: known("courses", "roster.course"),
  }),
  allLeadSomewhere({ source: "classes", column: "term_sourced_ids", because: "session-nowhere", to: KNOWN_SESSIONS }),
];

/** In 1.1 a user's row says it all; in 1.2 it takes a row of roles. */
const USERS: Check[] = [
  toBeDeleted("users"),
  passing(
    "users",
    "role",
    "family",
    `select u.line, u.role as value from {users} u where u.role = 'family'
     union all
     select u.line, 'family' from {users} u
     where u.role is null and u.sourced_id in (select r.user_sourced_id from {roles} r)
       and u.sourced_id not in (select r.user_sourced_id from {roles} r where r.role is distinct from 'family')`,
  ),
  ...notEmpty("users", "given_name", "family_name"),
  refusing(
    "users",
    "role",
    "user-without-role",
    `select u.line, null::text as value from {users} u
     where u.role is null and ${stays("u")} and u.sourced_id not in (select r.user_sourced_id from {roles} r)
       and not exists (select from {roles:refused} r where r.user_sourced_id = u.sourced_id)
       and (
         ({users:mode} = 'bulk' and {roles:mode} in ('bulk', 'absent'))
         or u.sourced_id not in (select c.user_id from ${CALLINGS} c)
       )`,
  ),
  refusing(
    "users",
    "org_sourced_ids",
    "user-without-org",
    `select u.line, null::text as value from {users} u
     where u.role is not null and coalesce(cardinality(u.org_sourced_ids), 0) = 0 and ${stays("u")}
       and u.sourced_id not in (select r.user_sourced_id from {roles} r)`,
  ),
  allLeadSomewhere({ source: "users", column: "org_sourced_ids", because: "org-nowhere", to: KNOWN_ORGS }),
];

const ROLES: Check[] = [
  toBeDeleted("roles"),
  passing("roles", "role", "family", "select r.line, r.role as value from {roles} r where r.role = 'family'"),
  ...notEmpty("roles", "user_sourced_id", "role", "org_sourced_id"),
  leadsSomewhere({ source: "roles", column: "user_sourced_id", because: "user-nowhere", to: KNOWN_USERS }),
  leadsSomewhere({ source: "roles", column: "org_sourced_id", because: "org-nowhere", to: KNOWN_ORGS }),
  reversed("roles", "begin_date", "end_date", "dates-reversed"),
  refusing(
    "roles",
    "role",
    "student-and-staff",
    `select r.line, r.role as value from {roles} r
       join (
         select u.user_sourced_id, min(u.line) as line, (array_agg(u.role order by u.line))[1] = 'student' as is_student
         from {roles} u group by u.user_sourced_id
       ) first on first.user_sourced_id = r.user_sourced_id
     where (r.role = 'student') <> first.is_student and ${stays("r")}`,
  ),
];

/** Rules about persons, who may have several rows. */
const PERSONS: Check[] = [
  refusing(
    "users",
    "org_sourced_ids",
    "student-without-school",
    `select p.line, array_to_string(p.org_sourced_ids, ',') as value from ${PUPILS} p
     where ${stays("p")} and {users:mode} = 'bulk'
       and not exists (
         select from ${PLACES} pl where pl.user_id = p.sourced_id and pl.org_id in (
           select o.sourced_id from {orgs} o where o.type = 'school'
           union all
           select s.sourced_id from roster.school_source s where s.district_id = {district} and {orgs:mode} <> 'bulk'
           union all
           select r.sourced_id from {orgs:refused} r
         )
       )
       and not exists (select from {roles:refused} r where r.user_sourced_id = p.sourced_id)`,
  ),
  refusing(
    "users",
    "identifier",
    "number-shared",
    `select n.line, n.number as value, n.first from (
       select p.line, p.number, lower(p.given_name) as given, lower(p.family_name) as family,
         first_value(p.line) over by_number as first,
         first_value(lower(p.given_name)) over by_number as first_given,
         first_value(lower(p.family_name)) over by_number as first_family
       from ${PUPILS} p where p.number is not null and ${stays("p")}
       window by_number as (partition by p.number order by p.line)
     ) n
     where n.given <> n.first_given and n.family <> n.first_family`,
  ),
];

/** When the sessions of a class begin and end. */
const SPANS = `(
  select c.sourced_id, min(s.starts_on) as starts_on, max(s.ends_on) as ends_on
  from {classes} c cross join lateral unnest(c.term_sourced_ids) as term(id)
    join (
      select a.sourced_id, a.start_date as starts_on, a.end_date as ends_on from {academic_sessions} a
      union all
      select t.sourced_id, t.starts_on, t.ends_on from roster.session t
      where t.district_id = {district} and t.sourced_id not in (select a.sourced_id from {academic_sessions} a)
    ) s on s.sourced_id = term.id
  group by c.sourced_id
  union all
  select sec.sourced_id, min(t.starts_on), max(t.ends_on)
  from roster.section sec cross join lateral unnest(sec.session_ids) as term(id)
    join roster.session t on t.district_id = sec.district_id and t.id = term.id
  where sec.district_id = {district} and sec.sourced_id not in (select c.sourced_id from {classes} c)
  group by sec.sourced_id
)`;

const overlap = (one: string, other: string): string =>
  `coalesce(${one}.begin_date, '-infinity') <= coalesce(${other}.end_date, 'infinity')
   and coalesce(${other}.begin_date, '-infinity') <= coalesce(${one}.end_date, 'infinity')`;

/** Schedules are made in summer and closed after the last day: so much before and after its session an enrollment may begin and end. */
const EARLY = 120;
const LATE = 31;

const ENROLLMENTS: Check[] = [
  toBeDeleted("enrollments"),
  ...notEmpty("enrollments", "class_sourced_id", "user_sourced_id", "role"),
  passing(
    "enrollments",
    "role",
    "neither-taught-nor-teaching",
    "select e.line, e.role as value from {enrollments} e where e.role not in ('student', 'teacher')",
  ),
  leadsSomewhere({
    source: "enrollments",
    column: "class_sourced_id",
    because: "class-nowhere",
    to: known("classes", "roster.section"),
  }),
  leadsSomewhere({ source: "enrollments", column: "user_sourced_id", because: "user-nowhere", to: KNOWN_USERS }),
  leadsSomewhere({ source: "enrollments", column: "school_sourced_id", because: "org-nowhere", to: KNOWN_ORGS }),
  refusing(
    "enrollments",
    "role",
    "student-teaches",
    `select e.line, e.user_sourced_id as value from {enrollments} e join ${CALLINGS} c on c.user_id = e.user_sourced_id
     where e.role = 'teacher' and c.is_student and ${stays("e")}`,
  ),
  refusing(
    "enrollments",
    "role",
    "staff-is-taught",
    `select e.line, e.user_sourced_id as value from {enrollments} e join ${CALLINGS} c on c.user_id = e.user_sourced_id
     where e.role = 'student' and not c.is_student and ${stays("e")}`,
  ),
  reversed("enrollments", "begin_date", "end_date", "dates-reversed"),
  refusing(
    "enrollments",
    "begin_date",
    "outside-session",
    `select e.line, e.begin_date::text as value, s.starts_on as starts, s.ends_on as ends
     from {enrollments} e join ${SPANS} s on s.sourced_id = e.class_sourced_id
     where (e.begin_date > s.ends_on or e.begin_date < s.starts_on - ${EARLY}) and ${stays("e")}`,
  ),
  refusing(
    "enrollments",
    "end_date",
    "outside-session",
    `select e.line, e.end_date::text as value, s.starts_on as starts, s.ends_on as ends
     from {enrollments} e join ${SPANS} s on s.sourced_id = e.class_sourced_id
     where (e.end_date < s.starts_on or e.end_date > s.ends_on + ${LATE}) and ${stays("e")}`,
  ),
  refusing(
    "enrollments",
    "begin_date",
    "after-leaving",
    `select e.line, e.begin_date::text as value from {enrollments} e
       join (
         select r.user_sourced_id, max(coalesce(r.end_date, 'infinity')) as left_on from {roles} r group by r.user_sourced_id
       ) r on r.user_sourced_id = e.user_sourced_id
     where e.begin_date > r.left_on and ${stays("e")}`,
  ),
  refusing(
    "enrollments",
    "is_primary",
    "two-primary-teachers",
    `with primaries as materialized (
       select e.line, e.class_sourced_id, e.user_sourced_id, e.begin_date, e.end_date from {enrollments} e
       where e.role = 'teacher' and e.is_primary and ${stays("e")}
     )
     select p.line, p.user_sourced_id as value, min(o.line)::text as first
     from primaries p join primaries o on o.class_sourced_id = p.class_sourced_id and o.line < p.line
     where o.user_sourced_id <> p.user_sourced_id and ${overlap("o", "p")}
     group by p.line, p.user_sourced_id
     union all
     select p.line, p.user_sourced_id, '' from primaries p
       join roster.section sec on sec.district_id = {district} and sec.sourced_id = p.class_sourced_id
       join roster.section_teacher o on o.district_id = sec.district_id and o.section_id = sec.id and o.is_primary
       left join roster.staff_source s on s.district_id = {district} and s.sourced_id = p.user_sourced_id
     where {enrollments:mode} = 'delta' and o.person_id is distinct from s.person_id
       and o.sourced_id not in (select e.sourced_id from {enrollments} e)
       and coalesce(p.begin_date, '-infinity') <= coalesce(o.until_on, 'infinity')
       and coalesce(o.from_on, '-infinity') <= coalesce(p.end_date, 'infinity')`,
  ),
];

/** No one in a school is older; a state may teach until 22, some to 26. */
const OLDEST = 27;

const DEMOGRAPHICS: Check[] = [
  toBeDeleted("demographics"),
  leadsSomewhere({ source: "demographics", column: "sourced_id", because: "user-nowhere", to: KNOWN_USERS }),
  passing(
    "demographics",
    null,
    "not-a-student",
    `select d.line, d.sourced_id as value from {demographics} d join ${CALLINGS} c on c.user_id = d.sourced_id
     where not c.is_student`,
  ),
  refusing(
    "demographics",
    "birth_date",
    "birth-in-future",
    "select d.line, d.birth_date::text as value from {demographics} d where d.birth_date > {today}",
  ),
  refusing(
    "demographics",
    "birth_date",
    "birth-implausible",
    `select d.line, d.birth_date::text as value from {demographics} d
       left join {users} u on u.sourced_id = d.sourced_id
     where d.birth_date <= {today} and (
       d.birth_date < {today} - ${OLDEST} * 365
       or (u.grades ~ '^(KG|\\d\\d)$' and d.birth_date > {today} - 3 * 365)
     )`,
  ),
  refusing(
    "demographics",
    "birth_date",
    "two-birth-dates",
    `select n.line, n.birth_date::text as value, n.first from (
       select d.line, d.birth_date, first_value(d.birth_date) over (partition by p.number order by d.line) as first
       from {demographics} d join ${PUPILS} p on p.sourced_id = d.sourced_id
       where p.number is not null and d.birth_date is not null
     ) n where n.birth_date <> n.first`,
  ),
];

export const ONE_ROSTER_CHECKS: readonly Check[] = [
  ...ORGS,
  ...SESSIONS,
  ...COURSES,
  ...CLASSES,
  ...USERS,
  ...ROLES,
  ...PERSONS,
  ...ENROLLMENTS,
  ...DEMOGRAPHICS,
];
