-- Who is a student here, where and with whom. Every table of students carries the student's id and schools of today (kept in
-- step by a composite foreign key) and is seen only through the one door: `guidepost.look`, within `guidepost.reach`. What it
-- takes to know who belongs to a section or a grade (ids, no names) is claimed in `guidepost.sections` and `guidepost.grades`.
create schema roster;
grant usage on schema roster to guidepost_app;

-- Which row of a student information system means which school; several may mean one.
create table roster.school_source (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  school_id uuid not null,
  identifier text,
  primary key (district_id, id),
  constraint school_source_taken unique (district_id, sourced_id),
  foreign key (district_id, school_id) references district.school
);

-- Which row of a student information system means which person; a person may have one for each school.
create table roster.staff_source (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  -- null: no one here
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  identifier text,
  primary key (district_id, id),
  constraint staff_source_taken unique (district_id, sourced_id),
  foreign key (district_id, person_id) references people.person
);

-- A school year, semester, term or grading period.
create table roster.session (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  title text not null check (length(title) between 1 and 200),
  kind text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  parent_id uuid,
  -- the year in which the school year ends, as OneRoster counts
  school_year int,
  primary key (district_id, id),
  constraint session_source_taken unique (district_id, sourced_id),
  foreign key (district_id, parent_id) references roster.session
);

create table roster.course (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  title text not null check (length(title) between 1 and 300),
  code text,
  -- null: of the district
  school_id uuid,
  grades text[] not null default '{}',
  subjects text[] not null default '{}',
  primary key (district_id, id),
  constraint course_source_taken unique (district_id, sourced_id),
  foreign key (district_id, school_id) references district.school
);

-- A class as it is taught: a course, in a school, in its terms, in a period.
create table roster.section (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  school_id uuid not null,
  -- null: a homeroom of no course
  course_id uuid,
  title text not null check (length(title) between 1 and 300),
  code text,
  kind text not null check (kind in ('homeroom', 'scheduled')),
  session_ids uuid[] not null default '{}',
  periods text[] not null default '{}',
  grades text[] not null default '{}',
  subjects text[] not null default '{}',
  location text,
  -- the last day it was in the roster; null: it still is
  ended_on date,
  primary key (district_id, id),
  constraint section_source_taken unique (district_id, sourced_id),
  foreign key (district_id, school_id) references district.school,
  foreign key (district_id, course_id) references roster.course
);
create index section_of_school on roster.section (district_id, school_id);

-- Who teaches it. `person_id` is null for someone whom the source names and who is no one here.
create table roster.section_teacher (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  section_id uuid not null,
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  is_primary boolean not null default false,
  -- null: as long as the section
  from_on date,
  until_on date check (until_on >= from_on - 1),
  primary key (district_id, id),
  constraint section_teacher_source_taken unique (district_id, sourced_id),
  foreign key (district_id, section_id) references roster.section,
  foreign key (district_id, person_id) references people.person
);
create index section_teacher_of on roster.section_teacher (district_id, section_id);
create index section_teacher_who on roster.section_teacher (district_id, person_id);

-- One person, however many rows the source has. `school_ids`: the schools of today, in order (`roster.keep_day`).
create table roster.student (
  district_id uuid not null references district.district,
  id uuid not null,
  -- what tells this person from every other in the source: the local number, else the id of the one row
  known_by text not null,
  school_ids uuid[] not null default '{}',
  given_name text not null check (length(given_name) between 1 and 200),
  middle_name text,
  family_name text not null check (length(family_name) between 1 and 200),
  preferred_name text,
  -- the number that the school uses, and the state's
  identifier text,
  state_id text,
  born_on date,
  sex text check (sex in ('female', 'male', 'other', 'unspecified')),
  -- As it was answered; null where nothing was. How it rolls up follows the federal rule: Hispanic of any race first, then more
  -- than one race, then the one. Nothing answered is not a race.
  hispanic boolean,
  races text[] check (races <@ array['american-indian', 'asian', 'black', 'pacific-islander', 'white', 'mena']),
  several_races boolean,
  federal_race text generated always as (
    case
      when hispanic then 'HI7'
      when several_races or cardinality(races) > 1 then 'MU7'
      when races = array['american-indian'] then 'AM7'
      when races = array['asian'] then 'AS7'
      when races = array['black'] then 'BL7'
      when races = array['pacific-islander'] then 'PI7'
      when races = array['white'] or races = array['mena'] then 'WH7'
    end
  ) stored,
  -- null: has not left
  left_on date,
  primary key (district_id, id),
  unique (district_id, id, school_ids),
  constraint student_known_by_taken unique (district_id, known_by)
);
create index student_by_identifier on roster.student (district_id, identifier);
create index student_by_name on roster.student (district_id, lower(family_name), lower(given_name));
create index student_at on roster.student using gin (school_ids);

-- The rows of the source that are this person.
create table roster.student_source (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  student_id uuid not null,
  school_ids uuid[] not null default '{}',
  primary key (district_id, id),
  constraint student_source_taken unique (district_id, sourced_id)
);
create index student_source_of on roster.student_source (district_id, student_id);

-- A student is at a school, in a grade, from a day to a day (null: not said; still).
create table roster.school_enrollment (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  student_id uuid not null,
  school_ids uuid[] not null default '{}',
  school_id uuid not null,
  -- null: not said
  grade text,
  from_on date,
  until_on date check (until_on >= from_on - 1),
  primary key (district_id, id),
  constraint school_enrollment_source_taken unique (district_id, sourced_id),
  foreign key (district_id, school_id) references district.school
);
create index school_enrollment_of on roster.school_enrollment (district_id, student_id);
create index school_enrollment_at on roster.school_enrollment (district_id, school_id, grade);

-- A student is in a section.
create table roster.enrollment (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  student_id uuid not null,
  school_ids uuid[] not null default '{}',
  section_id uuid not null,
  school_id uuid not null,
  from_on date,
  until_on date check (until_on >= from_on - 1),
  primary key (district_id, id),
  constraint enrollment_source_taken unique (district_id, sourced_id),
  foreign key (district_id, section_id) references roster.section,
  foreign key (district_id, school_id) references district.school
);
create index enrollment_of on roster.enrollment (district_id, student_id);
create index enrollment_in on roster.enrollment (district_id, section_id);

-- A student group: what it is called, who is in it. Data of the district, begun with the federal ones.
create table roster.group (
  district_id uuid not null references district.district,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('all', 'race', 'gender', 'program', 'composite')),
  -- null: the words that Guidepost has for it, in every language
  label text check (length(label) between 1 and 100),
  -- how reports write it; of a race and a gender also what stands in the student's row
  code text,
  -- seen only by those to whom it is confided: a place to live, a family, an income
  confidential boolean not null default false,
  -- of a composite: in one of these (if any are named), in all of these, in none of these
  any_of text[] not null default '{}',
  all_of text[] not null default '{}',
  none_of text[] not null default '{}',
  ordinal int not null default 0,
  from_on date,
  until_on date check (until_on >= from_on),
  primary key (district_id, key),
  unique (district_id, key, confidential),
  constraint group_composite check (
    (kind = 'composite') = (cardinality(any_of) + cardinality(all_of) + cardinality(none_of) > 0)
  ),
  constraint group_code_needed check (kind not in ('race', 'gender') or code is not null)
);

-- A student belongs to a program's group. Races and genders stand in the student's own row, composites in the group.
create table roster.group_member (
  district_id uuid not null references district.district,
  id uuid not null,
  sourced_id text not null,
  student_id uuid not null,
  school_ids uuid[] not null default '{}',
  group_key text not null,
  confidential boolean not null,
  from_on date,
  until_on date check (until_on >= from_on - 1),
  -- the kind of file that said so
  source text not null,
  primary key (district_id, id),
  constraint group_member_source_taken unique (district_id, sourced_id),
  foreign key (district_id, group_key, confidential) references roster.group (district_id, key, confidential) on update cascade
);
create index group_member_of on roster.group_member (district_id, student_id);
create index group_member_in on roster.group_member (district_id, group_key);

-- How many there are, so that a page of counts reads no student. From a day to a day (null: today).
create table roster.headcount (
  district_id uuid not null references district.district,
  school_id uuid not null,
  -- '': not said
  grade text not null,
  group_key text not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  confidential boolean not null,
  n int not null check (n > 0),
  primary key (district_id, school_id, grade, group_key, from_on),
  foreign key (district_id, school_id) references district.school,
  foreign key (district_id, group_key, confidential) references roster.group (district_id, key, confidential) on update cascade
);

-- The day for which schools and headcounts were last worked out.
create table roster.day (
  district_id uuid not null references district.district,
  kept_on date not null,
  primary key (district_id)
);

alter table people.grant add foreign key (district_id, section_id) references roster.section;

do $$
declare
  part text;
begin
  foreach part in array array[
    'school_source', 'staff_source', 'session', 'course', 'section', 'section_teacher', 'student', 'student_source',
    'school_enrollment', 'enrollment', 'group', 'group_member', 'headcount', 'day'
  ] loop
    execute format('grant select, insert, update, delete on roster.%I to guidepost_app', part);
    execute format('alter table roster.%I enable row level security', part);
    execute format('alter table roster.%I force row level security', part);
  end loop;

  -- Staff see what is taught, by whom and to how many; the data steward keeps it.
  foreach part in array array['session', 'course', 'section', 'section_teacher', 'group', 'school_source', 'staff_source', 'day'] loop
    execute format($policy$
      create policy %I on roster.%I for select to guidepost_app
        using (
          district_id = nullif(current_setting('guidepost.district', true), '')::uuid
          and (
            nullif(current_setting('guidepost.person', true), '') is not null
            or 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
          )
        )
    $policy$, part || '_seen', part);
  end loop;
  foreach part in array array['session', 'course', 'section', 'section_teacher', 'group'] loop
    execute format($policy$
      create policy %I on roster.%I for all to guidepost_app
        using (
          district_id = nullif(current_setting('guidepost.district', true), '')::uuid
          and string_to_array(current_setting('guidepost.role', true), ',') && array['data_steward', 'system']
        )
    $policy$, part || '_kept', part);
  end loop;

  -- Students are written by the program alone: by an import, by a deletion, each on someone's behalf.
  foreach part in array array[
    'school_source', 'staff_source', 'student', 'student_source', 'school_enrollment', 'enrollment', 'group_member', 'headcount', 'day'
  ] loop
    execute format($policy$
      create policy %I on roster.%I for all to guidepost_app
        using (
          district_id = nullif(current_setting('guidepost.district', true), '')::uuid
          and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
        )
    $policy$, part || '_kept', part);
  end loop;

  foreach part in array array['student_source', 'school_enrollment', 'enrollment', 'group_member'] loop
    execute format($key$
      alter table roster.%I add constraint %I foreign key (district_id, student_id, school_ids)
        references roster.student (district_id, id, school_ids) on update cascade
    $key$, part, part || '_student');
  end loop;
  foreach part in array array['student_source', 'school_enrollment', 'enrollment'] loop
    execute format($policy$
      create policy %I on roster.%I for select to guidepost_app
        using (
          district_id = nullif(current_setting('guidepost.district', true), '')::uuid
          and nullif(current_setting('guidepost.look', true), '') is not null
          and string_to_array(nullif(current_setting('guidepost.reach', true), ''), ',')::uuid[]
            && (array[district_id, student_id] || school_ids)
        )
    $policy$, part || '_seen', part);
  end loop;
end
$$;

create policy student_seen on roster.student for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and nullif(current_setting('guidepost.look', true), '') is not null
    and string_to_array(nullif(current_setting('guidepost.reach', true), ''), ',')::uuid[] && (array[district_id, id] || school_ids)
  );
-- What is confidential is seen by those to whom it is confided, of the students whom it concerns.
create policy group_member_seen on roster.group_member for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and nullif(current_setting('guidepost.look', true), '') is not null
    and string_to_array(nullif(current_setting('guidepost.reach', true), ''), ',')::uuid[]
      && (array[district_id, student_id] || school_ids)
    and (
      not confidential
      or string_to_array(nullif(current_setting('guidepost.confided', true), ''), ',')::uuid[]
        && (array[district_id, student_id] || school_ids)
    )
  );
create policy headcount_seen on roster.headcount for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and nullif(current_setting('guidepost.person', true), '') is not null
    and (
      not confidential
      or string_to_array(nullif(current_setting('guidepost.confided', true), ''), ',')::uuid[] && array[district_id, school_id]
    )
  );
-- Who belongs to a section or a grade must be known before it can be claimed whom someone reaches: ids, and no door.
create policy enrollment_counted on roster.enrollment for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and section_id = any (string_to_array(nullif(current_setting('guidepost.sections', true), ''), ',')::uuid[])
  );
create policy school_enrollment_counted on roster.school_enrollment for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and school_id || ':' || grade = any (string_to_array(current_setting('guidepost.grades', true), ','))
  );

-- What depends on the day: the schools of each student, and the headcounts. Once a day, and whenever a roster was published.
create function roster.keep_day(of_district uuid, on_day date) returns void language plpgsql as $$
begin
  if exists (select from roster.day where district_id = of_district and kept_on > on_day) then
    return;
  end if;

  update roster.student s set school_ids = today.ids
  from (
    select st.id, coalesce(placed.ids, '{}') as ids
    from roster.student st left join (
      select e.student_id, array_agg(distinct e.school_id order by e.school_id) as ids
      from roster.school_enrollment e
      where e.district_id = of_district and coalesce(e.from_on <= on_day, true) and coalesce(e.until_on >= on_day, true)
      group by e.student_id
    ) placed on placed.student_id = st.id
    where st.district_id = of_district
  ) today
  where s.district_id = of_district and s.id = today.id and s.school_ids <> today.ids;

  with belonging as (
    select m.student_id, array_agg(distinct m.group_key) as keys
    from roster.group_member m
    where m.district_id = of_district and coalesce(m.from_on <= on_day, true) and coalesce(m.until_on >= on_day, true)
    group by m.student_id
  ), here as (
    select distinct e.school_id, coalesce(e.grade, '') as grade, e.student_id, s.federal_race, s.sex, coalesce(b.keys, '{}') as keys
    from roster.school_enrollment e
      join roster.student s on s.district_id = e.district_id and s.id = e.student_id
      left join belonging b on b.student_id = e.student_id
    where e.district_id = of_district and coalesce(e.from_on <= on_day, true) and coalesce(e.until_on >= on_day, true)
  ), counted as (
    select here.school_id, here.grade, g.key as group_key, g.confidential, count(*)::int as n
    from here join roster.group g on g.district_id = of_district
      and coalesce(g.from_on <= on_day, true) and coalesce(g.until_on >= on_day, true)
      and case g.kind
        when 'all' then true
        when 'race' then g.code = here.federal_race
        when 'gender' then g.code = here.sex
        when 'program' then g.key = any (here.keys)
        else (g.any_of = '{}' or here.keys && g.any_of) and here.keys @> g.all_of and not here.keys && g.none_of
      end
    group by 1, 2, 3, 4
  ), over as (
    select h.school_id, h.grade, h.group_key, h.from_on
    from roster.headcount h left join counted c on (c.school_id, c.grade, c.group_key) = (h.school_id, h.grade, h.group_key)
    where h.district_id = of_district and h.until_on is null and c.n is distinct from h.n
  ), ended as (
    update roster.headcount h set until_on = on_day - 1 from over
    where h.district_id = of_district and (h.school_id, h.grade, h.group_key, h.from_on) = (over.school_id, over.grade, over.group_key, over.from_on)
      and h.from_on < on_day
  ), never_were as (
    delete from roster.headcount h using over
    where h.district_id = of_district and (h.school_id, h.grade, h.group_key, h.from_on) = (over.school_id, over.grade, over.group_key, over.from_on)
      and h.from_on = on_day
      and not exists (select from counted c where (c.school_id, c.grade, c.group_key) = (h.school_id, h.grade, h.group_key))
  )
  insert into roster.headcount (district_id, school_id, grade, group_key, from_on, confidential, n)
  select of_district, c.school_id, c.grade, c.group_key, on_day, c.confidential, c.n
  from counted c
  where not exists (
    select from roster.headcount h
    where h.district_id = of_district and (h.school_id, h.grade, h.group_key) = (c.school_id, c.grade, c.group_key)
      and h.until_on is null and h.n = c.n
  )
  on conflict (district_id, school_id, grade, group_key, from_on) do update set n = excluded.n;

  insert into roster.day (district_id, kept_on) values (of_district, on_day)
  on conflict (district_id) do update set kept_on = excluded.kept_on;
end
$$;
revoke execute on function roster.keep_day(uuid, date) from public;
grant execute on function roster.keep_day(uuid, date) to guidepost_app;

-- The federal groups (EDFacts file specifications; ESSA report cards), with which every district begins.
create function roster.begin_groups(of_district uuid) returns void language sql as $$
  insert into roster.group (district_id, key, kind, code, confidential, ordinal) values
    (of_district, 'all', 'all', 'ALL', false, 0),
    (of_district, 'american-indian', 'race', 'AM7', false, 1),
    (of_district, 'asian', 'race', 'AS7', false, 2),
    (of_district, 'black', 'race', 'BL7', false, 3),
    (of_district, 'hispanic', 'race', 'HI7', false, 4),
    (of_district, 'pacific-islander', 'race', 'PI7', false, 5),
    (of_district, 'white', 'race', 'WH7', false, 6),
    (of_district, 'two-or-more', 'race', 'MU7', false, 7),
    (of_district, 'female', 'gender', 'female', false, 8),
    (of_district, 'male', 'gender', 'male', false, 9),
    (of_district, 'el', 'program', 'ELL', false, 10),
    (of_district, 'swd', 'program', 'CWD', false, 11),
    (of_district, '504', 'program', '504', false, 12),
    (of_district, 'ecd', 'program', 'ECD', true, 13),
    (of_district, 'migrant', 'program', 'MIG', false, 14),
    (of_district, 'military', 'program', 'AFD', false, 15),
    (of_district, 'homeless', 'program', 'HOM', true, 16),
    (of_district, 'foster', 'program', 'FOS', true, 17);
$$;
revoke execute on function roster.begin_groups(uuid) from public;
grant execute on function roster.begin_groups(uuid) to guidepost_app, guidepost_backup;
create function roster.groups_begin() returns trigger language plpgsql as $$
begin
  perform roster.begin_groups(new.district_id);
  return null;
end
$$;
revoke execute on function roster.groups_begin() from public;
-- A restore brings the groups that were kept.
create trigger groups_begin after insert on district.district for each row
  when (current_user <> 'guidepost_backup') execute function roster.groups_begin();

select public.guidepost_let_backup_in();
set local role guidepost_backup;
select roster.begin_groups(district_id) from district.district;
set local role none;
