/**
 * Who is in which program, in a file of its own: OneRoster has no place for it. One row says one program of one student, with days
 * if the system knows them. It may come in the same set as OneRoster's files, or alone.
 */
import type { Check, Source, Target } from "#modules/imports/definition.ts";
import { PROGRAM } from "../one-roster/vocabularies.ts";

export const PROGRAM_FLAGS: Source = {
  name: "program_flags",
  mayBeEmpty: true,
  files: ["programFlags.csv", "userFlags.csv", "programs.csv"],
  columns: [
    {
      name: "student_number",
      header: "identifier",
      aliases: ["studentNumber", "studentId", "localId", "localStudentId"],
      type: "text",
    },
    { name: "user_sourced_id", header: "userSourcedId", aliases: ["studentSourcedId", "sourcedId"], type: "text" },
    {
      name: "flag",
      header: "flag",
      aliases: ["program", "programCode", "userFlag"],
      type: PROGRAM,
      required: true,
      filled: true,
    },
    { name: "begin_date", header: "beginDate", aliases: ["startDate", "from", "entryDate"], type: "date" },
    { name: "end_date", header: "endDate", aliases: ["until", "exitDate"], type: "date" },
  ],
};

/** Rows with the student whom they name, by the number or by the id of the system. */
const NAMED = `(
  select f.line, f.flag, f.begin_date, f.end_date, coalesce(by_source.student_id, by_number.id) as student_id
  from {program_flags} f
    left join roster.student_source by_source
      on by_source.district_id = {district} and by_source.sourced_id = f.user_sourced_id
    left join roster.student by_number
      on by_number.district_id = {district} and by_number.identifier = f.student_number and by_source.student_id is null
)`;

/** `more`: SQL for students who are new in the same set, as `known_by` and `sourced_id`. */
export function programChecks(more?: string): Check[] {
  const known = `
    select st.identifier as number, null::text as sourced_id from roster.student st
    where st.district_id = {district} and st.identifier is not null
    union all
    select null, s.sourced_id from roster.student_source s where s.district_id = {district}
    ${more === undefined ? "" : `union all ${more}`}`;
  const check = (column: string, because: string, rows: string): Check => ({
    source: "program_flags",
    column,
    because,
    does: "refuse",
    rows,
  });
  return [
    check(
      "student_number",
      "flag-of-no-one",
      `select f.line, null::text as value from {program_flags} f where f.student_number is null and f.user_sourced_id is null`,
    ),
    check(
      "student_number",
      "student-nowhere",
      `with known as materialized (${known})
       select f.line, coalesce(f.student_number, f.user_sourced_id) as value from {program_flags} f
       where not exists (select from known k where k.number = f.student_number)
         and not exists (select from known k where k.sourced_id = f.user_sourced_id)`,
    ),
    check(
      "end_date",
      "dates-reversed",
      "select f.line, f.end_date::text as value from {program_flags} f where f.end_date < f.begin_date",
    ),
    check(
      "begin_date",
      "program-in-future",
      "select f.line, f.begin_date::text as value from {program_flags} f where f.begin_date > {today} + 366",
    ),
    check(
      "flag",
      "program-twice",
      `select n.line, n.flag as value from (
         select f.line, f.flag, row_number() over (
           partition by coalesce(f.student_number, f.user_sourced_id), f.flag order by f.begin_date desc nulls last, f.line
         ) as nth
         from {program_flags} f where f.flag is not null and (f.end_date is null or f.end_date >= {today})
       ) n where n.nth > 1`,
    ),
  ];
}

/** Of a program that someone left and came back to, each stay is kept, told apart by its first day. */
export const programTarget = (kind: string): Target => ({
  table: "roster.group_member",
  source: "program_flags",
  key: ["sourced_id"],
  columns: ["student_id", "group_key", "confidential", "from_on", "until_on"],
  firstOnly: ["school_ids", "source"],
  merge: "replace",
  // Only of students in schools of which the file says something: a school's own file says nothing of another school.
  scope: `(there.until_on is null or there.until_on >= greatest({today}, there.from_on)) and cardinality(there.school_ids) > 0
    and there.school_ids <@ array(
      select distinct at.school_id from ${NAMED} n
        join roster.student st on st.district_id = {district} and st.id = n.student_id
        cross join lateral unnest(st.school_ids) as at(school_id))`,
  kept: `
    select m.sourced_id from {program_flags:refused} r
      join roster.student st on st.district_id = {district} and st.identifier = r.student_number
      join roster.group_member m on m.district_id = st.district_id and m.student_id = st.id
    union
    select m.sourced_id from {program_flags:refused} r
      join roster.student_source s on s.district_id = {district} and s.sourced_id = r.user_sourced_id
      join roster.group_member m on m.district_id = s.district_id and m.student_id = s.student_id`,
  gone: { set: { until_on: "greatest({today} - 1, from_on - 1)" } },
  rows: `
    select distinct on (n.student_id, g.key, n.begin_date) n.line,
      n.student_id || ':' || g.key || ':' || coalesce(n.begin_date::text, '') as sourced_id, n.student_id, st.school_ids,
      g.key as group_key, g.confidential, n.begin_date as from_on, n.end_date as until_on, '${kind}' as source
    from ${NAMED} n
      join roster.student st on st.district_id = {district} and st.id = n.student_id
      join roster.group g on g.district_id = {district} and g.key = n.flag and g.kind = 'program'
    order by n.student_id, g.key, n.begin_date, n.end_date desc nulls first, n.line`,
});
