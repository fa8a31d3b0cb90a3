/** Terms, courses and classes. */
import type { Target } from "#modules/imports/definition.ts";
import { gradesOf, spokenOf, stays } from "../relations.ts";

const CLASS_ORGS = "select c.school_sourced_id from {classes} c";

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

export const TAUGHT_TARGETS: readonly Target[] = [...SESSIONS, ...TAUGHT];
