-- Roles whose work is with students, and where a grant of access may hold: the district, a school, a grade of a school, a
-- section, a team. Which students someone may see is claimed by the session (`guidepost.reach`: the district's id, schools,
-- students) and compared with the columns of the row, as everywhere else.

-- A team is a place of a school or of the district; a grant that holds there makes a member.
create table district.team (
  district_id uuid not null references district.district,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- null: of the district
  school_id uuid,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint team_slug_taken unique (district_id, slug),
  foreign key (district_id, school_id) references district.school
);
grant select, insert, update, delete on district.team to guidepost_app;
alter table district.team enable row level security;
alter table district.team force row level security;
create policy team_seen on district.team for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      nullif(current_setting('guidepost.person', true), '') is not null
      or 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
    )
  );
create policy team_kept on district.team for all to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
  );

alter table people.grant drop constraint grant_role_check;
alter table people.grant add constraint grant_role_check check (role in (
  'steward', 'leader', 'data_steward', 'board_member', 'principal', 'counselor', 'interventionist', 'coach', 'teacher', 'staff_member'
));
alter table people.grant
  add column grade text,
  add column section_id uuid,
  add column team_id uuid,
  add foreign key (district_id, team_id) references district.team;
alter table people.grant drop constraint grant_scope_wrong;
alter table people.grant add constraint grant_scope_wrong check (
  num_nonnulls(school_id, section_id, team_id) <= 1
  and (grade is null or school_id is not null)
  and case
    when role in ('steward', 'leader', 'data_steward', 'board_member') then
      num_nonnulls(school_id, section_id, team_id) = 0
    when role = 'principal' then school_id is not null and grade is null
    when role = 'counselor' then section_id is null and team_id is null
    when role = 'teacher' then num_nonnulls(school_id, section_id, team_id) = 1 and grade is null
    when role = 'staff_member' then num_nonnulls(grade, section_id, team_id) = 0
    else true
  end
);

-- Who belongs to a team is known to its members: they share its students.
drop policy grant_seen on people.grant;
create policy grant_seen on people.grant for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      person_id = nullif(current_setting('guidepost.person', true), '')::uuid
      or team_id = any (string_to_array(nullif(current_setting('guidepost.teams', true), ''), ',')::uuid[])
      or string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'system']
    )
  );

-- New rooms of the house are backed up without being named; the queue of jobs passes by itself.
create or replace function public.guidepost_let_backup_in() returns void language plpgsql as $$
declare
  part record;
begin
  for part in
    select n.nspname as schema, c.relname as name, c.relrowsecurity as secured
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|public$|jobs$)'
  loop
    execute format('grant usage on schema %I to guidepost_backup', part.schema);
    execute format('grant select, insert on %I.%I to guidepost_backup', part.schema, part.name);
    if part.secured and not exists (
      select from pg_policies where schemaname = part.schema and tablename = part.name and policyname = 'backed_up'
    ) then
      execute format('create policy backed_up on %I.%I to guidepost_backup using (true)', part.schema, part.name);
    end if;
  end loop;
  -- A restore brings rows in the order of the tables, not of their references: these are checked at its end.
  for part in
    select conrelid::regclass as place, conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where contype = 'f' and not condeferrable and n.nspname !~ '^(pg_|information_schema$|public$|jobs$)'
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', part.place, part.conname);
  end loop;
end
$$;
select public.guidepost_let_backup_in();
