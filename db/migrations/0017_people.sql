-- Viewing as another: for an hour, of one session, pages are shown as both the viewer and the other may see them. The claims are
-- the intersection (`guidepost.person` is then no one); who really looks is `guidepost.viewer`, whom they view as `guidepost.viewed_as`.
create table people.viewing (
  district_id uuid not null references district.district,
  id uuid not null,
  viewer_id uuid not null,
  as_id uuid not null,
  session_id text not null,
  because text not null check (length(because) between 1 and 500),
  started_at timestamptz not null,
  until_at timestamptz not null check (until_at > started_at),
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, viewer_id) references people.person,
  foreign key (district_id, as_id) references people.person
);
create unique index viewing_open on people.viewing (district_id, session_id) where ended_at is null;
grant select, insert, update on people.viewing to guidepost_app;
alter table people.viewing enable row level security;
alter table people.viewing force row level security;
create policy viewing_seen on people.viewing for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      viewer_id = nullif(current_setting('guidepost.person', true), '')::uuid
      or string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'system']
    )
  );
create policy viewing_started on people.viewing for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and viewer_id = nullif(current_setting('guidepost.person', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader']
  );
create policy viewing_ended on people.viewing for update to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      viewer_id = nullif(current_setting('guidepost.person', true), '')::uuid
      or 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
    )
  );

-- A look that is made while viewing as another is signed by the viewer and carries both.
drop policy look_written on people.look;
create policy look_written on people.look for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and through = nullif(current_setting('guidepost.look', true), '')
    and as_person_id is not distinct from nullif(current_setting('guidepost.viewed_as', true), '')::uuid
    and (
      person_id = coalesce(
        nullif(current_setting('guidepost.viewer', true), ''), nullif(current_setting('guidepost.person', true), '')
      )::uuid
      or (person_id is null and 'system' = any (string_to_array(current_setting('guidepost.role', true), ',')))
    )
  );

select public.guidepost_let_backup_in();
