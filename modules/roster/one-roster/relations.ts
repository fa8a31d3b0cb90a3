/**
 * Pieces of SQL that rules and targets share. `{users}` and the like are the staged rows of a file (`modules/imports/definition.ts`);
 * what a delta does not repeat stands in our tables.
 */
import { raceColumns } from "./sources.ts";

/** A deletion in a delta may hold nothing but its id. */
export const stays = (alias: string): string => `${alias}.status is distinct from 'tobedeleted'`;

/**
 * Ids that a reference may lead to: those of the file, and those of our table where the file does not claim to hold them all, or
 * holds them in a row that was refused.
 */
export const known = (source: string, table: string): string => `(
  select k.sourced_id from {${source}} k
  union all
  select k.sourced_id from ${table} k
  where k.district_id = {district}
    and ({${source}:mode} <> 'bulk' or k.sourced_id in (select r.sourced_id from {${source}:refused} r))
)`;

export const KNOWN_SCHOOLS = known("orgs", "roster.school_source");
/** Where it need not be a school: an org whose row was refused is one all the same. */
export const KNOWN_ORGS = `(
  select k.sourced_id from ${KNOWN_SCHOOLS} k
  union all
  select r.sourced_id from {orgs:refused} r
)`;
export const KNOWN_SESSIONS = known("academic_sessions", "roster.session");

/** Orgs that are no schools (the district, a state) stand in the file alone: in a delta they cannot be told from nothing. */
export const KNOWN_USERS = `(
  select k.sourced_id from {users} k
  union all
  select k.sourced_id from roster.student_source k
  where k.district_id = {district}
    and ({users:mode} <> 'bulk' or k.sourced_id in (select r.sourced_id from {users:refused} r))
  union all
  select k.sourced_id from roster.staff_source k
  where k.district_id = {district}
    and ({users:mode} <> 'bulk' or k.sourced_id in (select r.sourced_id from {users:refused} r))
)`;

/** Each org that a user belongs to, and as what: in 1.1 it stands in the user's row, in 1.2 in one of its own. */
export const PLACES = `(
  select u.line, u.sourced_id as user_id, o.org_id, u.role, u.status, null::date as from_on, null::date as until_on
  from {users} u cross join lateral unnest(u.org_sourced_ids) as o(org_id)
  where u.role is not null
  union all
  select r.line, r.user_sourced_id, r.org_sourced_id, r.role, r.status, r.begin_date, r.end_date from {roles} r
)`;

/** Who is a student and who works here, by the id of the user; what a delta does not say again is known from before. */
export const CALLINGS = `(
  select u.sourced_id as user_id, u.role = 'student' as is_student from {users} u where u.role <> 'family'
  union
  select r.user_sourced_id, r.role = 'student' from {roles} r where r.role <> 'family'
  union
  select s.sourced_id, true from roster.student_source s
  where s.district_id = {district}
    and s.sourced_id not in (select u.sourced_id from {users} u where u.role is not null)
    and s.sourced_id not in (select r.user_sourced_id from {roles} r)
  union
  select s.sourced_id, false from roster.staff_source s
  where s.district_id = {district}
    and s.sourced_id not in (select u.sourced_id from {users} u where u.role is not null)
    and s.sourced_id not in (select r.user_sourced_id from {roles} r)
)`;

/** Rows of users who are students, with the number that tells one person from another. */
export const PUPILS = `(
  select u.*, coalesce(u.user_master_identifier, u.identifier) as number,
    substring(u.user_ids from '(?i)[{]state[^:}]*:\\s*([^}]+)[}]') as state_id
  from {users} u
  where u.sourced_id in (select c.user_id from ${CALLINGS} c where c.is_student)
)`;

/**
 * Which student each row is: rows with one number are one person. Someone known keeps what they are known by, though the number is
 * put right meanwhile; what one is known by, no other takes.
 */
export const WHO = `(
  with own as materialized (
    select p.line, p.sourced_id, coalesce(p.number, 'sourcedId:' || p.sourced_id) as own, st.known_by as was
    from ${PUPILS} p
      left join roster.student_source s on s.district_id = {district} and s.sourced_id = p.sourced_id
      left join roster.student st on st.district_id = s.district_id and st.id = s.student_id
  ), persons as materialized (
    select o.own, min(o.was) as was, coalesce(bool_or(o.was = o.own), false) or min(st.known_by) is not null as is_known
    from own o left join roster.student st on st.district_id = {district} and st.known_by = o.own
    group by o.own
  ), claims as (
    select p.was, min(p.own) as own from persons p
    where not p.is_known and p.was is not null and p.was not in (select q.own from persons q)
    group by p.was
  )
  select o.line, o.sourced_id, o.own as number, coalesce(c.was, o.own) as known_by
  from own o left join claims c on c.own = o.own
)`;

/** Schools that a file speaks of are those for which it has rows. */
export const spokenOf = (orgIds: string): string => `(
  select sc.school_id from roster.school_source sc
  where sc.district_id = {district} and sc.sourced_id in (${orgIds})
)`;

/** Grade codes of a list as ours, in its order; others are passed over. */
export const gradesOf = (list: string): string => `array(
  select case when g.code ~ '^\\d$' then '0' || g.code when upper(g.code) in ('K', 'KF') then 'KG' else upper(g.code) end
  from unnest(${list}) with ordinality as g(code, n)
  where upper(g.code) ~ '^(\\d|0\\d|1[0-3]|K|KF|IT|PR|PK|TK|KG|PS|UG)$' and g.code not in ('0', '00')
  order by g.n
)`;

/** The races that a row says yes to, in the order of the columns; null where it answers none. */
export const raceList = (alias: string): string => `case
  when num_nonnulls(${raceColumns()
    .map(([column]) => `${alias}.${column}`)
    .join(", ")}) > 0
  then array_remove(array[${raceColumns()
    .map(([column, race]) => `case when ${alias}.${column} then '${race}' end`)
    .join(", ")}], null)
end`;
