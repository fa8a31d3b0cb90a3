/** Which students are in which schools. */
import type { Target } from "#modules/imports/definition.ts";
import { spokenOf, stays } from "../relations.ts";
import { ENDED, HERE } from "./ending.ts";

/** A stay is of one row of users in one school: a delta says anew which schools that row names. */
function placeTarget(source: "users" | "roles"): Target {
  const places =
    source === "users"
      ? `select u.line, u.sourced_id as user_id, o.org_id, u.grades, null::date as from_on, null::date as until_on, u.status
         from {users} u cross join lateral unnest(u.org_sourced_ids) as o(org_id)
         where u.role = 'student' and ${stays("u")}`
      : `select r.line, r.user_sourced_id, r.org_sourced_id, u.grades, r.begin_date, r.end_date, r.status
         from {roles} r left join {users} u on u.sourced_id = r.user_sourced_id where r.role = 'student'`;
  const orgs =
    source === "users"
      ? "select o.id from {users} u cross join lateral unnest(u.org_sourced_ids) as o(id) where u.role = 'student'"
      : "select r.org_sourced_id from {roles} r where r.role = 'student'";
  return {
    table: "roster.school_enrollment",
    source,
    key: ["sourced_id"],
    columns: ["student_id", "school_id", "grade", "until_on"],
    firstOnly: ["school_ids", "from_on"],
    merge: "replace",
    scope: `${HERE} and there.school_id in ${spokenOf(orgs)}`,
    kept: `
      select there.sourced_id from roster.school_enrollment there
      where there.district_id = {district} and left(there.sourced_id, -37) in (
        select r.${source === "users" ? "sourced_id" : "user_sourced_id"} from {${source}:refused} r
      )`,
    gone: { set: { until_on: ENDED } },
    rows: `
      with places as materialized (
        select distinct on (p.user_id, school.school_id) p.line, p.user_id || '@' || school.school_id as sourced_id, p.user_id,
          st.id as student_id, st.school_ids, school.school_id, p.grades as grade, p.from_on, p.until_on,
          p.status is not distinct from 'tobedeleted' as gone
        from (${places}) as p(line, user_id, org_id, grades, from_on, until_on, status)
          join roster.student_source s on s.district_id = {district} and s.sourced_id = p.user_id
          join roster.student st on st.district_id = s.district_id and st.id = s.student_id
          join roster.school_source school on school.district_id = {district} and school.sourced_id = p.org_id
        order by p.user_id, school.school_id, p.status = 'tobedeleted' nulls first, p.until_on desc nulls first, p.line
      ), first_day as materialized (
        select e.user_sourced_id as user_id, c.school_sourced_id as org_id, min(e.begin_date) as from_on
        from {enrollments} e join {classes} c on c.sourced_id = e.class_sourced_id
        where e.role = 'student' and e.begin_date <= {today}
        group by 1, 2
      )
      select p.line, p.sourced_id, p.student_id, p.school_ids, p.school_id,
        coalesce(p.grade, there.grade) as grade, coalesce(p.from_on, first_day.from_on) as from_on, p.until_on, p.gone
      from places p
        left join roster.school_enrollment there on there.district_id = {district} and there.sourced_id = p.sourced_id
        left join (
          select f.user_id, school.school_id, min(f.from_on) as from_on
          from first_day f join roster.school_source school on school.district_id = {district} and school.sourced_id = f.org_id
          group by 1, 2
        ) first_day on first_day.user_id = p.user_id and first_day.school_id = p.school_id${source === "users" ? MOVED : ""}`,
  };
}

/** In a delta, the schools that a row no longer names, and all those of a row that is to go: its student may be gone by now. */
const MOVED = `
      union all
      select u.line, there.sourced_id, there.student_id, there.school_ids, there.school_id, there.grade, there.from_on, there.until_on, true
      from {users} u
        join roster.school_enrollment there on there.district_id = {district} and left(there.sourced_id, -37) = u.sourced_id
      where {users:mode} = 'delta' and ${HERE}
        and (not (${stays("u")}) or (u.role = 'student' and u.org_sourced_ids is not null))
        and there.sourced_id not in (select p.sourced_id from places p)`;

export const STAY_TARGETS: readonly Target[] = [placeTarget("users"), placeTarget("roles")];
