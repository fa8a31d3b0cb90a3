-- Who looked at which students, when, and through which page or export. A row is written by the one door (`desk.look`) in the
-- transaction that read them, and never changes.
create table people.look (
  district_id uuid not null references district.district,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  -- null: the program itself
  person_id uuid,
  -- whom the person was viewing as; null: no one
  as_person_id uuid,
  through text not null check (through ~ '^[a-z]+(-[a-z]+)*$'),
  -- the path of the page, without what was asked of it: a search holds names
  address text not null check (length(address) between 1 and 500 and address !~ '[?#]'),
  student_ids uuid[] not null check (cardinality(student_ids) > 0),
  -- the reason that the policy gave: the key of a sentence
  because text,
  primary key (district_id, id),
  foreign key (district_id, person_id) references people.person,
  foreign key (district_id, as_person_id) references people.person
);
create index look_at_student on people.look using gin (student_ids);
create index look_by_person on people.look (district_id, person_id, id);
create index look_by_time on people.look (district_id, at);
grant select, insert on people.look to guidepost_app;
alter table people.look enable row level security;
alter table people.look force row level security;
-- Whoever answers for student records sees who looked; everyone sees their own looks.
create policy look_seen on people.look for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      person_id = nullif(current_setting('guidepost.person', true), '')::uuid
      or string_to_array(current_setting('guidepost.role', true), ',') && array['leader', 'data_steward', 'system']
    )
  );
-- Signed by whoever looks, and only while the door stands open: no one writes that another looked.
create policy look_written on people.look for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and through = nullif(current_setting('guidepost.look', true), '')
    and (
      person_id = nullif(current_setting('guidepost.person', true), '')::uuid
      or (person_id is null and 'system' = any (string_to_array(current_setting('guidepost.role', true), ',')))
    )
  );

create function people.look_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the record of who looked is append-only' using errcode = 'restrict_violation', constraint = 'look_is_final';
end
$$;
revoke execute on function people.look_is_final() from public;
create trigger look_is_final before update or delete on people.look for each row execute function people.look_is_final();
create trigger look_is_kept before truncate on people.look for each statement execute function people.look_is_final();

select public.guidepost_let_backup_in();
