/** Users and their roles: who is there, as what, and whether two rows are one person. */
import type { Check } from "#modules/imports/definition.ts";
import { CALLINGS, KNOWN_ORGS, KNOWN_USERS, PLACES, PUPILS, stays } from "../relations.ts";
import { allLeadSomewhere, leadsSomewhere, notEmpty, passing, refusing, reversed, toBeDeleted } from "./rules.ts";

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

export const PEOPLE_CHECKS: readonly Check[] = [...USERS, ...ROLES, ...PERSONS];
