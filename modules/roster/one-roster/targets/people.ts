/**
 * Who works here and who learns here. Staff are found by e-mail; no account is made and no grant given: teaching a section is what
 * gives reach.
 */
import type { Target } from "#modules/imports/definition.ts";
import { PLACES, PUPILS, raceList, spokenOf, stays, WHO } from "../relations.ts";

const PLACE_ORGS = `select p.org_id from ${PLACES} p`;

/** Staff of the file, with a name; in 1.2 what they are stands in roles. */
const STAFF = `(
  select u.line, u.sourced_id, u.email, coalesce(u.identifier, u.user_master_identifier) as identifier,
    concat_ws(' ', coalesce(u.preferred_given_name, u.given_name), u.family_name) as name
  from {users} u
  where ${stays("u")} and u.given_name is not null and u.sourced_id in (
    select p.user_id from ${PLACES} p where p.role not in ('student', 'family')
  )
)`;

const STAFF_TARGETS: Target[] = [
  {
    table: "people.person",
    source: "users",
    key: ["email"],
    columns: [],
    firstOnly: ["name"],
    merge: "add",
    rows: `
      select distinct on (s.email) s.line, s.email, left(s.name, 200) as name from ${STAFF} s
      where s.email is not null order by s.email, s.line`,
  },
  {
    table: "roster.staff_source",
    source: "users",
    key: ["sourced_id"],
    columns: ["person_id", "name", "identifier"],
    merge: "add",
    rows: `
      select s.line, s.sourced_id, person.id as person_id, left(s.name, 200) as name, s.identifier
      from ${STAFF} s left join people.person person on person.district_id = {district} and person.email = s.email`,
  },
];

/** Of someone who is in several schools, one of which this file says nothing of, it cannot say that they left. */
const WHOLLY_SPOKEN = `cardinality(there.school_ids) > 0
  and there.school_ids <@ array(select spoken.school_id from ${spokenOf(PLACE_ORGS)} spoken)`;

const STUDENTS: Target[] = [
  {
    table: "roster.student",
    source: "users",
    key: ["known_by"],
    columns: ["given_name", "middle_name", "family_name", "preferred_name", "identifier", "state_id", "left_on"],
    firstOnly: ["school_ids"],
    merge: "replace",
    scope: `there.left_on is null and ${WHOLLY_SPOKEN}`,
    kept: `
      select st.known_by from {users:refused} r
        join roster.student_source s on s.district_id = {district} and s.sourced_id = r.sourced_id
        join roster.student st on st.district_id = s.district_id and st.id = s.student_id`,
    gone: { set: { left_on: "{today} - 1" } },
    rows: `
      with who as materialized (select * from ${WHO} w), places as materialized (
        select who.known_by, array_agg(distinct school.school_id order by school.school_id) as ids
        from who join ${PLACES} place on place.user_id = who.sourced_id and place.role = 'student'
          join roster.school_source school on school.district_id = {district} and school.sourced_id = place.org_id
        where ${stays("place")} and coalesce(place.from_on <= {today}, true) and coalesce(place.until_on >= {today}, true)
        group by who.known_by
      ), others as materialized (
        select st.known_by from roster.student_source s
          join roster.student st on st.district_id = s.district_id and st.id = s.student_id
        where s.district_id = {district} and s.sourced_id not in (select who.sourced_id from who)
      )
      select distinct on (who.known_by) who.line, who.known_by, p.given_name, p.middle_name, p.family_name,
        p.preferred_given_name as preferred_name, p.number as identifier, p.state_id, null::date as left_on,
        coalesce(places.ids, '{}') as school_ids,
        bool_and(not (${stays("p")})) over (partition by who.known_by)
          and who.known_by not in (select others.known_by from others) as gone
      from who join ${PUPILS} p on p.line = who.line left join places on places.known_by = who.known_by
      order by who.known_by, p.status = 'tobedeleted' nulls first, who.line`,
  },
  {
    table: "roster.student_source",
    source: "users",
    key: ["sourced_id"],
    columns: ["student_id", "school_ids"],
    merge: "replace",
    scope: WHOLLY_SPOKEN,
    kept: "select r.sourced_id from {users:refused} r",
    gone: "delete",
    rows: `
      select who.line, who.sourced_id, st.id as student_id, st.school_ids, not (${stays("u")}) as gone
      from ${WHO} who
        join {users} u on u.line = who.line
        join roster.student st on st.district_id = {district} and st.known_by = who.known_by`,
  },
  ...demographicTargets(),
];

/** Answers of race are kept as they were given; how they roll up follows from them. */
function demographicTargets(): Target[] {
  return [
    {
      table: "roster.student",
      source: "demographics",
      key: ["known_by"],
      columns: ["born_on", "sex", "hispanic", "races", "several_races"],
      merge: "add",
      rows: `
        select distinct on (st.known_by) d.line, st.known_by, d.birth_date as born_on, d.sex,
          d.hispanic_or_latino_ethnicity as hispanic, ${raceList("d")} as races,
          d.demographic_race_two_or_more_races as several_races
        from {demographics} d
          join roster.student_source s on s.district_id = {district} and s.sourced_id = d.sourced_id
          join roster.student st on st.district_id = s.district_id and st.id = s.student_id
        where ${stays("d")}
        order by st.known_by, (d.birth_date is null), d.line`,
    },
  ];
}

export const PEOPLE_TARGETS: readonly Target[] = [...STAFF_TARGETS, ...STUDENTS];
