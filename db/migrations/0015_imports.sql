create schema imports;
grant usage on schema imports to guidepost_app;

-- One set of files on its way in. `students`: whether it holds students; copied onto what hangs on it, as those who may see the
-- one may not see the other.
create table imports.import (
  district_id uuid not null references district.district,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  students boolean not null,
  state text not null default 'uploaded'
    check (state in ('uploaded', 'mapped', 'checked', 'rehearsed', 'published', 'reverted', 'refused', 'abandoned')),
  came text not null check (came in ('browser', 'command', 'folder')),
  -- on whose behalf; null: no one's (the command line, a watched folder)
  person_id uuid,
  handed_in_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- what a person must answer before it can go on: codes, the style of dates
  questions jsonb,
  -- what is under way and how far: {"doing", "done", "of"}
  progress jsonb,
  counts jsonb,
  strange jsonb,
  -- the bounds that stop it
  stops jsonb,
  -- why the set as a whole was refused
  problem jsonb,
  -- a person, or whoever handed it in, asks for the publication; the reason overrides the bounds
  publish_asked_at timestamptz,
  publish_asked_by uuid,
  override_reason text check (length(override_reason) between 1 and 500),
  revert_asked_at timestamptz,
  revert_asked_by uuid,
  revert_reason text check (length(revert_reason) between 1 and 500),
  -- who works on it; another may take over once the lease has run out
  worker text,
  leased_until timestamptz,
  primary key (district_id, id),
  unique (district_id, id, students),
  foreign key (district_id, person_id) references people.person,
  foreign key (district_id, publish_asked_by) references people.person,
  foreign key (district_id, revert_asked_by) references people.person
);
-- One import of a kind at a time.
create unique index import_open on imports.import (district_id, kind)
  where state in ('uploaded', 'mapped', 'checked', 'rehearsed');
create index import_by_time on imports.import (district_id, handed_in_at desc);
grant select, insert, update on imports.import to guidepost_app;

-- Each state it came to, when, by whom and why. Never changed.
create table imports.step (
  district_id uuid not null references district.district,
  import_id uuid not null,
  n int not null check (n > 0),
  students boolean not null,
  state text not null,
  at timestamptz not null default now(),
  person_id uuid,
  because text,
  primary key (district_id, import_id, n),
  foreign key (district_id, import_id, students) references imports.import (district_id, id, students),
  foreign key (district_id, person_id) references people.person
);
grant select, insert on imports.step to guidepost_app;

-- A file of the set. `facts`: what was found out about it (encoding, delimiter, columns, styles of dates). `staged_to`: the last
-- line that is staged, so that staging goes on where it stood.
create table imports.file (
  district_id uuid not null references district.district,
  id uuid not null,
  import_id uuid not null,
  n int not null check (n > 0),
  students boolean not null,
  name text not null check (length(name) between 1 and 300),
  source text,
  size bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  facts jsonb,
  staged_to int not null default 0,
  lines int,
  primary key (district_id, id),
  unique (district_id, import_id, n),
  foreign key (district_id, import_id, students) references imports.import (district_id, id, students)
);
grant select, insert, update on imports.file to guidepost_app;

-- Its bytes, in pieces, until the import is over.
create table imports.file_part (
  district_id uuid not null references district.district,
  file_id uuid not null,
  n int not null check (n > 0),
  students boolean not null,
  bytes bytea not null,
  primary key (district_id, file_id, n)
);
grant select, insert, delete on imports.file_part to guidepost_app;

-- A row of a file, its cells in the order of the declared columns, until the import is over. No foreign key: rows come by the
-- million, and go with their import.
create table imports.staged_row (
  district_id uuid not null,
  import_id uuid not null,
  source text not null,
  line int not null,
  cells text[] not null,
  -- null: it goes on
  out text check (out in ('refused', 'aside')),
  primary key (district_id, import_id, source, line)
);
grant select, insert, update, delete on imports.staged_row to guidepost_app;

-- Why a row was refused, or left aside.
create table imports.refusal (
  district_id uuid not null references district.district,
  id uuid not null,
  import_id uuid not null,
  students boolean not null,
  source text not null,
  line int not null,
  does text not null check (does in ('refuse', 'aside')),
  column_name text,
  value text,
  because text not null,
  said jsonb not null default '{}',
  primary key (district_id, id),
  foreign key (district_id, import_id, students) references imports.import (district_id, id, students)
);
create index refusal_of on imports.refusal (district_id, import_id, source, line);
grant select, insert, delete on imports.refusal to guidepost_app;

-- The original cells of a refused row, so that it can be put right and handed in again.
create table imports.refused_row (
  district_id uuid not null references district.district,
  import_id uuid not null,
  students boolean not null,
  source text not null,
  line int not null,
  raw text[] not null,
  primary key (district_id, import_id, source, line),
  foreign key (district_id, import_id, students) references imports.import (district_id, id, students)
);
grant select, insert, delete on imports.refused_row to guidepost_app;

-- What a code of a file means here, answered once.
create table imports.mapping (
  district_id uuid not null references district.district,
  kind text not null,
  column_name text not null,
  code text not null,
  students boolean not null,
  -- null: it means nothing
  value text,
  answered_by uuid,
  answered_at timestamptz not null default now(),
  primary key (district_id, kind, column_name, code),
  foreign key (district_id, answered_by) references people.person
);
grant select, insert, update on imports.mapping to guidepost_app;

-- What a publication did to each row: its image before (null: it was new), and a mark of the row after, by which a revert sees
-- whether anything else has changed it since. Kept as long as the import can be reverted. No foreign key, like staged rows.
create table imports.change (
  district_id uuid not null,
  import_id uuid not null,
  target int not null,
  n bigint not null,
  source text not null,
  line int,
  did text not null check (did in ('new', 'changed', 'gone')),
  row_key jsonb not null,
  before jsonb,
  mark bigint,
  primary key (district_id, import_id, target, n)
);
grant select, insert, delete on imports.change to guidepost_app;

-- The data steward loads files; the plan steward those that hold no students; the program does the work.
do $$
declare
  part text;
begin
  foreach part in array array['import', 'step', 'file', 'refusal', 'refused_row', 'mapping'] loop
    execute format('alter table imports.%I enable row level security', part);
    execute format('alter table imports.%I force row level security', part);
    execute format($policy$
      create policy %I on imports.%I for all to guidepost_app using (
        district_id = nullif(current_setting('guidepost.district', true), '')::uuid
        and (
          string_to_array(current_setting('guidepost.role', true), ',') && array['data_steward', 'system']
          or (not students and 'steward' = any (string_to_array(current_setting('guidepost.role', true), ',')))
        )
      )
    $policy$, part || '_kept', part);
  end loop;
  foreach part in array array['staged_row', 'change'] loop
    execute format('alter table imports.%I enable row level security', part);
    execute format('alter table imports.%I force row level security', part);
    execute format($policy$
      create policy %I on imports.%I for all to guidepost_app using (
        district_id = nullif(current_setting('guidepost.district', true), '')::uuid
        and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
      )
    $policy$, part || '_worked', part);
  end loop;
end
$$;
-- Whoever hands a file in adds its bytes; only the program reads them.
alter table imports.file_part enable row level security;
alter table imports.file_part force row level security;
create policy file_part_added on imports.file_part for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      string_to_array(current_setting('guidepost.role', true), ',') && array['data_steward', 'system']
      or (not students and 'steward' = any (string_to_array(current_setting('guidepost.role', true), ',')))
    )
  );
create policy file_part_read on imports.file_part for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );
create policy file_part_dropped on imports.file_part for delete to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );

-- A UUIDv7 made by the database, for rows that come by the hundred thousand (PostgreSQL 18 has its own).
create function imports.new_id() returns uuid language sql volatile as $$
  select (left(part, 8) || '-' || right(part, 4) || '-7' || substr(gen_random_uuid()::text, 16))::uuid
  from lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') as part
$$;
revoke execute on function imports.new_id() from public;
grant execute on function imports.new_id() to guidepost_app;

-- A person that a file brought, and that nothing else speaks of, goes when the import is reverted.
grant delete on people.person to guidepost_app;
create policy person_taken_back on people.person for delete to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );

select public.guidepost_let_backup_in();
