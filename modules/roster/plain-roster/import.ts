/**
 * One list for a school without a student information system: a row for each student, with grade, school, class and teacher as
 * far as they are known. A student in two classes has two rows.
 */
import type { Check, Column, ColumnType, Source, Target } from "#modules/imports/definition.ts";
import { GRADE, SEX } from "../one-roster/vocabularies.ts";

const column = (name: string, header: string, type: ColumnType, more: Partial<Column> = {}): Column => ({
  name,
  header,
  type,
  ...more,
});

const ROSTER: Source = {
  name: "roster",
  files: ["roster.csv", "students.csv"],
  required: true,
  columns: [
    column("number", "student number", "text", {
      aliases: ["student id", "studentId", "number", "local id", "identifier"],
      required: true,
      filled: true,
      longest: 60,
    }),
    column("first_name", "first name", "text", { aliases: ["given name"], required: true, filled: true, longest: 200 }),
    column("middle_name", "middle name", "text", { longest: 200 }),
    column("last_name", "last name", "text", {
      aliases: ["family name", "surname"],
      required: true,
      filled: true,
      longest: 200,
    }),
    column("preferred_name", "preferred name", "text", { aliases: ["nickname"], longest: 200 }),
    column("grade", "grade", GRADE, { aliases: ["grade level"], required: true, filled: true }),
    column("school", "school", "text", { aliases: ["school name"], longest: 200 }),
    column("birth_date", "birth date", "date", { aliases: ["date of birth", "dob", "birthday"] }),
    column("sex", "sex", SEX, { aliases: ["gender"] }),
    column("class", "class", "text", { aliases: ["homeroom", "section", "class name"], longest: 200 }),
    column("teacher", "teacher", "text", { aliases: ["teacher name", "homeroom teacher"], longest: 200 }),
    column("teacher_email", "teacher email", "text", {
      aliases: ["teacher e-mail", "homeroom teacher email"],
      longest: 254,
      lower: true,
      like: { pattern: "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", expected: "email" },
    }),
  ],
  key: ["number", "class"],
};

/** Rows with their school: the one that they name, or the only one there is. Names are compared without case. */
const ROWS = `(
  select r.*, coalesce(named.id, sole.id) as school_id
  from {roster} r
    left join district.school named on named.district_id = {district} and lower(named.name) = lower(r.school)
    left join (
      select (array_agg(s.id))[1] as id from district.school s where s.district_id = {district} having count(*) = 1
    ) sole on r.school is null
)`;

const SPOKEN = `select r.school_id from ${ROWS} r`;
const WHOLLY_SPOKEN = `cardinality(there.school_ids) > 0 and there.school_ids <@ array(${SPOKEN})`;
const HERE = "(there.until_on is null or there.until_on >= greatest({today}, there.from_on))";
const ENDED = "greatest({today} - 1, from_on - 1)";
/** What this file made is told from what a system brought by how its rows are called. */
const OWN = "there.sourced_id like 'list:%'";

const classId = (alias: string): string => `'list:' || ${alias}.school_id || ':' || lower(${alias}.class)`;

/** A class stays, though every row of it was refused: told by its name, as the school of such a row may be what is wrong. */
const KEPT_CLASSES = `
  select sec.sourced_id from roster.section sec
    join {roster:refused} r on lower(r.class) = lower(sec.title)
  where sec.district_id = {district} and sec.sourced_id like 'list:%'`;

const check = (column: string | null, because: string, rows: string): Check => ({
  source: "roster",
  column,
  because,
  does: "refuse",
  rows,
});

const CHECKS: Check[] = [
  check(
    "school",
    "school-unknown",
    `select r.line, r.school as value from ${ROWS} r where r.school is not null and r.school_id is null`,
  ),
  check("school", "school-unsaid", `select r.line, null::text as value from ${ROWS} r where r.school_id is null`),
  check(
    "birth_date",
    "birth-in-future",
    "select r.line, r.birth_date::text as value from {roster} r where r.birth_date > {today}",
  ),
  check(
    "birth_date",
    "birth-implausible",
    `select r.line, r.birth_date::text as value from {roster} r
     where r.birth_date < {today} - 27 * 365 or (r.grade ~ '^(KG|\\d\\d)$' and r.birth_date > {today} - 3 * 365)`,
  ),
  check(
    "number",
    "number-shared",
    `select n.line, n.number as value from (
       select r.line, r.number, lower(r.first_name) as given, lower(r.last_name) as family,
         first_value(lower(r.first_name)) over same as first_given, first_value(lower(r.last_name)) over same as first_family
       from {roster} r window same as (partition by r.number order by r.line)
     ) n where n.given <> n.first_given and n.family <> n.first_family`,
  ),
  check(
    "birth_date",
    "two-birth-dates",
    `select n.line, n.birth_date::text as value from (
       select r.line, r.birth_date, first_value(r.birth_date) over (partition by r.number order by r.line) as first
       from {roster} r where r.birth_date is not null
     ) n where n.birth_date <> n.first`,
  ),
  check(
    "teacher_email",
    "two-teachers",
    `select n.line, n.teacher_email as value from (
       select r.line, r.teacher_email, first_value(r.teacher_email) over (partition by r.school_id, lower(r.class) order by r.line) as first
       from ${ROWS} r where r.class is not null and r.teacher_email is not null
     ) n where n.teacher_email <> n.first`,
  ),
];

const TARGETS: Target[] = [
  {
    table: "people.person",
    source: "roster",
    key: ["email"],
    columns: [],
    firstOnly: ["name"],
    merge: "add",
    rows: `
      select distinct on (r.teacher_email) r.line, r.teacher_email as email, coalesce(r.teacher, r.teacher_email) as name
      from {roster} r where r.teacher_email is not null order by r.teacher_email, r.teacher is null, r.line`,
  },
  {
    table: "roster.section",
    source: "roster",
    key: ["sourced_id"],
    columns: ["school_id", "title", "kind", "grades", "ended_on"],
    merge: "replace",
    scope: `${OWN} and there.ended_on is null and there.school_id in (${SPOKEN})`,
    kept: KEPT_CLASSES,
    gone: { set: { ended_on: "{today} - 1" } },
    rows: `
      select min(r.line) as line, ${classId("r")} as sourced_id, r.school_id, min(r.class) as title, 'homeroom' as kind,
        array_agg(distinct r.grade order by r.grade) as grades, null::date as ended_on
      from ${ROWS} r where r.class is not null group by r.school_id, lower(r.class)`,
  },
  {
    table: "roster.section_teacher",
    source: "roster",
    key: ["sourced_id"],
    columns: ["section_id", "person_id", "name", "is_primary", "until_on"],
    merge: "replace",
    scope: `${OWN} and ${HERE} and there.section_id in (
      select sec.id from roster.section sec where sec.district_id = {district} and sec.school_id in (${SPOKEN}))`,
    kept: `select kept.sourced_id || ':teacher' as sourced_id from (${KEPT_CLASSES}) kept`,
    gone: { set: { until_on: ENDED } },
    rows: `
      select distinct on (sec.id) r.line, sec.sourced_id || ':teacher' as sourced_id, sec.id as section_id, person.id as person_id,
        coalesce(r.teacher, person.name) as name, true as is_primary, null::date as until_on
      from ${ROWS} r join roster.section sec on sec.district_id = {district} and sec.sourced_id = ${classId("r")}
        left join people.person person on person.district_id = {district} and person.email = r.teacher_email
      where coalesce(r.teacher, person.name) is not null
      order by sec.id, person.id is null, r.line`,
  },
  {
    table: "roster.student",
    source: "roster",
    key: ["known_by"],
    columns: ["given_name", "middle_name", "family_name", "preferred_name", "identifier", "born_on", "sex", "left_on"],
    givenBy: {
      middle_name: ["middle_name"],
      preferred_name: ["preferred_name"],
      born_on: ["birth_date"],
      sex: ["sex"],
    },
    firstOnly: ["school_ids"],
    merge: "replace",
    scope: `there.left_on is null and ${WHOLLY_SPOKEN}`,
    kept: "select r.number as known_by from {roster:refused} r",
    gone: { set: { left_on: "{today} - 1" } },
    rows: `
      select distinct on (r.number) r.line, r.number as known_by, r.first_name as given_name, r.middle_name,
        r.last_name as family_name, r.preferred_name, r.number as identifier, r.birth_date as born_on, r.sex, null::date as left_on,
        (select array_agg(distinct o.school_id order by o.school_id) from ${ROWS} o where o.number = r.number) as school_ids
      from {roster} r order by r.number, r.birth_date is null, r.line`,
  },
  {
    table: "roster.school_enrollment",
    source: "roster",
    key: ["sourced_id"],
    columns: ["student_id", "school_id", "grade", "until_on"],
    firstOnly: ["school_ids"],
    merge: "replace",
    scope: `${OWN} and ${HERE} and there.school_id in (${SPOKEN})`,
    kept: `
      select there.sourced_id from roster.school_enrollment there
        join roster.student st on st.district_id = there.district_id and st.id = there.student_id
      where there.district_id = {district} and st.known_by in (select r.number from {roster:refused} r)`,
    gone: { set: { until_on: ENDED } },
    rows: `
      select distinct on (st.id, r.school_id) r.line, 'list:' || st.known_by || '@' || r.school_id as sourced_id, st.id as student_id,
        st.school_ids, r.school_id, r.grade, null::date as until_on
      from ${ROWS} r join roster.student st on st.district_id = {district} and st.known_by = r.number
      order by st.id, r.school_id, r.line`,
  },
  {
    table: "roster.enrollment",
    source: "roster",
    key: ["sourced_id"],
    columns: ["student_id", "section_id", "school_id", "until_on"],
    firstOnly: ["school_ids"],
    merge: "replace",
    scope: `${OWN} and ${HERE} and there.school_id in (${SPOKEN})`,
    kept: `
      select there.sourced_id from roster.enrollment there
        join roster.student st on st.district_id = there.district_id and st.id = there.student_id
      where there.district_id = {district} and st.known_by in (select r.number from {roster:refused} r)`,
    gone: { set: { until_on: ENDED } },
    rows: `
      select r.line, 'list:' || st.known_by || '@' || sec.id as sourced_id, st.id as student_id, sec.id as section_id, sec.school_id,
        st.school_ids, null::date as until_on
      from ${ROWS} r
        join roster.student st on st.district_id = {district} and st.known_by = r.number
        join roster.section sec on sec.district_id = {district} and sec.sourced_id = ${classId("r")}`,
  },
];

export const PLAIN = { sources: [ROSTER], checks: CHECKS, targets: TARGETS };
