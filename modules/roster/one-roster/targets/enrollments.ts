/** Who is in which class, and who teaches it. */
import type { Target } from "#modules/imports/definition.ts";
import { spokenOf, stays } from "../relations.ts";
import { ENDED, HERE } from "./ending.ts";

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

export const ENROLLMENT_TARGETS: readonly Target[] = [
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
