/** What is known of a student beside the name. */
import type { Check } from "#modules/imports/definition.ts";
import { CALLINGS, KNOWN_USERS, PUPILS } from "../relations.ts";
import { leadsSomewhere, passing, refusing, toBeDeleted } from "./rules.ts";

/** No one in a school is older; a state may teach until 22, some to 26. */
const OLDEST = 27;

export const DEMOGRAPHIC_CHECKS: readonly Check[] = [
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
