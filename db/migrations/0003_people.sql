create schema people;
grant usage on schema people to guidepost_app;

-- A person of a district. The account that signs in as this person may not exist yet (invited, or loaded from a file).
create table people.person (
  district_id uuid not null references district.district,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and email like '%_@_%'),
  account_id text,
  title text,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint person_email_taken unique (district_id, email),
  constraint person_account_taken unique (district_id, account_id)
);
grant select, insert, update on people.person to guidepost_app;
alter table people.person enable row level security;
alter table people.person force row level security;
-- Staff see who works here; an account finds its own person before anything else is known of it.
create policy person_seen on people.person for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      nullif(current_setting('guidepost.person', true), '') is not null
      or account_id = nullif(current_setting('guidepost.account', true), '')
      or 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
    )
  );
create policy person_added on people.person for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
  );
create policy person_changed on people.person for update to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      id = nullif(current_setting('guidepost.person', true), '')::uuid
      or string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
    )
  );

-- A grant of access: who, which role, where, from when, until when, by whom. It is ended, never deleted.
create table people.grant (
  district_id uuid not null references district.district,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('steward', 'leader', 'board_member', 'principal', 'staff_member')),
  -- null: the whole district
  school_id uuid,
  from_on date not null,
  until_on date,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  ended_by uuid,
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references people.person,
  foreign key (district_id, school_id) references district.school,
  foreign key (district_id, granted_by) references people.person,
  foreign key (district_id, ended_by) references people.person,
  constraint grant_until_before_from check (until_on is null or until_on >= from_on),
  -- a steward, a leader and a board member answer for the district; a principal for a school
  constraint grant_scope_wrong check (
    case role when 'principal' then school_id is not null when 'staff_member' then true else school_id is null end
  )
);
create index grant_of on people.grant (district_id, person_id);
grant select, insert, update on people.grant to guidepost_app;
alter table people.grant enable row level security;
alter table people.grant force row level security;
-- The steward keeps the grants, the leader sees them, everyone sees their own.
create policy grant_seen on people.grant for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      person_id = nullif(current_setting('guidepost.person', true), '')::uuid
      or string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'system']
    )
  );
create policy grant_given on people.grant for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
  );
create policy grant_ended on people.grant for update to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
  );

-- An invitation is a link that works once. Only the hash of its token is kept.
create table people.invitation (
  district_id uuid not null references district.district,
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  expires_at timestamptz not null,
  invited_by uuid,
  invited_at timestamptz not null default now(),
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (district_id, id),
  constraint invitation_token_taken unique (district_id, token_hash),
  foreign key (district_id, person_id) references people.person,
  foreign key (district_id, invited_by) references people.person
);
create index invitation_of on people.invitation (district_id, person_id);
grant select, insert, update on people.invitation to guidepost_app;
alter table people.invitation enable row level security;
alter table people.invitation force row level security;
create policy invitation_kept on people.invitation for all to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
  );

-- What happened, and nothing else: rows are added by the command that did it, in its own transaction, and never change.
create table people.event (
  district_id uuid not null references district.district,
  id uuid not null,
  at timestamptz not null default now(),
  -- null: the command line, or set-up before there was anyone
  person_id uuid,
  action text not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
  subject_kind text not null,
  subject_id text not null,
  because text,
  before jsonb,
  after jsonb,
  primary key (district_id, id),
  foreign key (district_id, person_id) references people.person
);
create index event_of_subject on people.event (district_id, subject_kind, subject_id);
create index event_by_time on people.event (district_id, at desc);
grant select, insert on people.event to guidepost_app;
alter table people.event enable row level security;
alter table people.event force row level security;
create policy event_seen on people.event for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'system']
  );
-- Signed by whoever does it: no one writes an event in another's name.
create policy event_written on people.event for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and (
      person_id = nullif(current_setting('guidepost.person', true), '')::uuid
      or (person_id is null and 'system' = any (string_to_array(current_setting('guidepost.role', true), ',')))
    )
  );

-- Not even the owner of the tables may rewrite what happened.
create function people.event_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is append-only' using errcode = 'restrict_violation', constraint = 'event_is_final';
end
$$;
revoke execute on function people.event_is_final() from public;
create trigger event_is_final before update or delete on people.event for each row execute function people.event_is_final();
create trigger event_is_kept before truncate on people.event for each statement execute function people.event_is_final();
