/**
 * Schools and school years, which the district may have made itself already. A school of the file is the one that it was before,
 * else the one of that name, else a new one; its name here is the district's own and stays.
 */
import type { Target } from "#modules/imports/definition.ts";
import { PLACES, stays } from "../relations.ts";

const slug = (name: string): string =>
  `coalesce(nullif(trim(both '-' from regexp_replace(
    regexp_replace(lower(normalize(${name}, NFD)), '[\\u0300-\\u036f]', '', 'g'), '[^a-z0-9]+', '-', 'g')), ''), 'school')`;

/** Each school of the file with its address here. Those of one name are told apart by their order, now and after they are made. */
const PLACED = `(
  with listed as materialized (
    select o.line, o.sourced_id, o.name, o.identifier, ${slug("o.name")} as base, school.slug as was
    from {orgs} o
      left join roster.school_source s on s.district_id = {district} and s.sourced_id = o.sourced_id
      left join district.school school on school.district_id = s.district_id and school.id = s.school_id
    where o.type = 'school' and ${stays("o")}
  ), unknown as materialized (
    select l.*, row_number() over (partition by l.base order by l.line) as nth from listed l where l.was is null
  ), free as materialized (
    select school.slug, ${slug("school.name")} as base,
      row_number() over (partition by ${slug("school.name")} order by school.slug) as nth
    from district.school school
    where school.district_id = {district}
      and not exists (select from roster.school_source s where s.district_id = {district} and s.school_id = school.id)
  )
  select l.line, l.sourced_id, l.name, l.identifier, l.was as slug from listed l where l.was is not null
  union all
  select u.line, u.sourced_id, u.name, u.identifier, coalesce(free.slug,
    case when u.nth = 1 and not exists (select from district.school s where s.district_id = {district} and s.slug = u.base)
      then u.base else u.base || '-' || left(md5(u.sourced_id), 4) end)
  from unknown u left join free on free.base = u.base and free.nth = u.nth
)`;

const GRADE_ORDER = `array['IT', 'PR', 'PK', 'TK', 'KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13']`;

const grade = (which: "min" | "max", otherwise: string): string =>
  `coalesce((${GRADE_ORDER})[${which}(array_position(${GRADE_ORDER}, u.grades))], '${otherwise}')`;

export const SCHOOL_TARGETS: readonly Target[] = [
  {
    table: "district.school",
    source: "orgs",
    key: ["slug"],
    columns: [],
    firstOnly: ["name", "lowest_grade", "highest_grade"],
    merge: "add",
    rows: `
      select distinct on (placed.slug) placed.line, placed.slug, left(placed.name, 200) as name,
        coalesce(taught.lowest, 'KG') as lowest_grade, coalesce(taught.highest, '12') as highest_grade
      from ${PLACED} placed left join (
        select place.org_id, ${grade("min", "KG")} as lowest, ${grade("max", "12")} as highest
        from ${PLACES} place join {users} u on u.sourced_id = place.user_id
        where place.role = 'student' group by place.org_id
      ) taught on taught.org_id = placed.sourced_id
      order by placed.slug, placed.line`,
  },
  {
    table: "roster.school_source",
    source: "orgs",
    key: ["sourced_id"],
    columns: ["school_id", "identifier"],
    merge: "add",
    rows: `
      select placed.line, placed.sourced_id, school.id as school_id, placed.identifier
      from ${PLACED} placed join district.school school on school.district_id = {district} and school.slug = placed.slug`,
  },
  {
    table: "district.school_year",
    source: "academic_sessions",
    key: ["name"],
    columns: [],
    firstOnly: ["starts_on", "ends_on"],
    merge: "add",
    rows: `
      select distinct on (name) a.line, (a.school_year::int - 1)::text || '-' || right(a.school_year, 2) as name,
        a.start_date as starts_on, a.end_date as ends_on
      from {academic_sessions} a
      where a.type = 'schoolYear' and ${stays("a")} and a.school_year is not null
        and extract(year from a.start_date) = a.school_year::int - 1 and extract(year from a.end_date) = a.school_year::int
      order by name, a.line`,
  },
];
