/** Schools, terms, courses and classes: what is taught, where and when. */
import type { Check } from "#modules/imports/definition.ts";
import { KNOWN_ORGS, KNOWN_SCHOOLS, KNOWN_SESSIONS, known, stays } from "../relations.ts";
import { allLeadSomewhere, leadsSomewhere, noCircle, notEmpty, refusing, reversed, toBeDeleted } from "./rules.ts";

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

export const TAUGHT_CHECKS: readonly Check[] = [...ORGS, ...SESSIONS, ...COURSES, ...CLASSES];
