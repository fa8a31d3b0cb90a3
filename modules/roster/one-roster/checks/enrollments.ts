/** Who is in which class and who teaches it, within its terms. */
import type { Check } from "#modules/imports/definition.ts";
import { CALLINGS, KNOWN_ORGS, KNOWN_USERS, known, stays } from "../relations.ts";
import { leadsSomewhere, notEmpty, passing, refusing, reversed, toBeDeleted } from "./rules.ts";

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

export const ENROLLMENT_CHECKS: readonly Check[] = [
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
