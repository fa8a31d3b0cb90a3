-- The receipt of a student's record that was deleted: when, by whom, why, and how many rows of which table. It names no student; the
-- id leads to the looks of the time before, which stay.
create table roster.deletion (
  district_id uuid not null references district.district,
  id uuid not null,
  subject_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamptz not null,
  because text not null check (length(because) between 1 and 500),
  counts jsonb not null,
  -- of all the above, as the receipt prints it
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (district_id, id),
  foreign key (district_id, deleted_by) references people.person
);
create index deletion_by_time on roster.deletion (district_id, deleted_at desc);
grant select, insert on roster.deletion to guidepost_app;
alter table roster.deletion enable row level security;
alter table roster.deletion force row level security;
create policy deletion_seen on roster.deletion for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['leader', 'data_steward', 'system']
  );
create policy deletion_written on roster.deletion for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );
select public.guidepost_let_backup_in();
