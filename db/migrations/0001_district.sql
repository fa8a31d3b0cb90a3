-- The roles that work is done as: requests, the sign-in library, backup. The owner of the database must be allowed to create
-- roles, or an administrator makes these three beforehand and grants them to the owner.
do $$
declare
  wanted text;
  own_role text := current_setting('role');
begin
  foreach wanted in array array['guidepost_app', 'guidepost_sign_in', 'guidepost_backup'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null; -- roles belong to the whole server: another start has made it meanwhile
      end;
    end if;
    begin
      perform set_config('role', wanted, true);
      perform set_config('role', own_role, true);
    exception when insufficient_privilege then
      execute format('grant %I to current_user', wanted);
    end;
  end loop;
end
$$;

create schema district;
grant usage on schema district to guidepost_app;

-- Which district answers at which address. It names no person and decides nothing, so all may read it; it has no district
-- key because it is how the district is found ('*' is every address without a row of its own).
create table district.address (
  host text primary key check (host = lower(host) and length(host) between 1 and 253),
  district_id uuid not null
);
grant select, insert on district.address to guidepost_app;
alter table district.address enable row level security;
alter table district.address force row level security;
create policy address_seen on district.address for select to guidepost_app using (true);
create policy address_made on district.address for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );

create table district.district (
  district_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  state text check (state ~ '^[A-Z]{2}$'),
  time_zone text not null default 'America/Chicago',
  language text not null default 'en' check (language in ('en', 'es')),
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);
grant select, insert, update on district.district to guidepost_app;
alter table district.district enable row level security;
alter table district.district force row level security;
create policy district_seen on district.district for select to guidepost_app
  using (district_id = nullif(current_setting('guidepost.district', true), '')::uuid);
create policy district_made on district.district for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );
create policy district_changed on district.district for update to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
  );

create table district.school (
  district_id uuid not null references district.district,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  lowest_grade text not null,
  highest_grade text not null,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint school_slug_taken unique (district_id, slug)
);

create table district.department (
  district_id uuid not null references district.district,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint department_slug_taken unique (district_id, slug)
);

create table district.school_year (
  district_id uuid not null references district.district,
  id uuid not null,
  name text not null check (name ~ '^\d{4}-\d{2}$'),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  primary key (district_id, id),
  constraint school_year_taken unique (district_id, name)
);

-- Schools, departments and school years are public facts, kept by the steward.
do $$
declare
  place text;
begin
  foreach place in array array['school', 'department', 'school_year'] loop
    execute format('grant select, insert, update, delete on district.%I to guidepost_app', place);
    execute format('alter table district.%I enable row level security', place);
    execute format('alter table district.%I force row level security', place);
    execute format($policy$
      create policy %I on district.%I for select to guidepost_app
        using (district_id = nullif(current_setting('guidepost.district', true), '')::uuid)
    $policy$, place || '_seen', place);
    execute format($policy$
      create policy %I on district.%I for all to guidepost_app
        using (
          district_id = nullif(current_setting('guidepost.district', true), '')::uuid
          and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
        )
    $policy$, place || '_kept', place);
  end loop;
end
$$;
