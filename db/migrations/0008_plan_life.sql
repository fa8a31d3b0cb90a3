-- The life of a version: a draft may be proposed, an adopted one is sealed. What is sealed never changes again; like who may see
-- it, that is copied by the database onto every row of the version (the foreign keys cascade), and row security compares it there.
alter table plan.version
  drop constraint version_status_check,
  add column sealed boolean not null default false,
  add column proposed_at timestamptz,
  add column proposed_by uuid,
  -- null: proposed without asking for comment
  add column comment_until date,
  add constraint version_status_check check (status in ('draft', 'proposed', 'adopted')),
  add constraint version_sealed_check check (sealed = (status = 'adopted')),
  add constraint version_proposed_check check (status <> 'proposed' or proposed_at is not null),
  add foreign key (district_id, proposed_by) references people.person,
  add unique (district_id, id, org_id),
  add unique (district_id, id, org_id, audience, sealed);

do $$
declare
  part text;
begin
  foreach part in array array['level', 'statement', 'node', 'guardrail', 'measure', 'measure_node', 'focus'] loop
    execute format('alter table plan.%I add column sealed boolean not null default false', part);
    execute format('alter table plan.%I drop constraint %I', part, part || '_version');
    execute format($key$
      alter table plan.%I add constraint %I foreign key (district_id, version_id, org_id, audience, sealed)
        references plan.version (district_id, id, org_id, audience, sealed) on update cascade
    $key$, part, part || '_version');
  end loop;
end
$$;

-- How a version came into force: on whose authority, by which vote, and the fingerprint of exactly what was voted on. Every
-- sealed version has one, and none is unsealed as long as it stands.
create table plan.adoption (
  district_id uuid not null references district.district,
  version_id uuid not null,
  org_id uuid not null,
  audience text not null,
  sealed boolean not null default true check (sealed),
  authority text not null check (authority in ('board', 'committee', 'superintendent', 'steward')),
  decided_on date not null,
  decided_by text not null check (length(decided_by) between 1 and 300),
  motion text check (length(motion) between 1 and 4000),
  resolution text check (length(resolution) between 1 and 100),
  mover text,
  seconder text,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (district_id, version_id),
  constraint adoption_by_motion check (authority <> 'board' or num_nulls(motion, mover, seconder) = 0),
  foreign key (district_id, version_id, org_id, audience, sealed)
    references plan.version (district_id, id, org_id, audience, sealed) on update cascade,
  foreign key (district_id, recorded_by) references people.person
);
alter table plan.version
  add column adopted_as uuid generated always as (case when sealed then id end) stored,
  add constraint version_adopted foreign key (district_id, adopted_as) references plan.adoption deferrable initially deferred;

create table plan.vote (
  district_id uuid not null references district.district,
  version_id uuid not null,
  ordinal int not null check (ordinal > 0),
  org_id uuid not null,
  audience text not null,
  -- as it was then; the person may have another name since, or may never have been known here
  name text not null check (length(name) between 1 and 200),
  person_id uuid,
  choice text not null check (choice in ('yes', 'no', 'abstained', 'absent')),
  primary key (district_id, version_id, ordinal),
  constraint vote_once unique (district_id, version_id, person_id),
  foreign key (district_id, version_id) references plan.adoption,
  foreign key (district_id, version_id, org_id, audience) references plan.version (district_id, id, org_id, audience) on update cascade,
  foreign key (district_id, person_id) references people.person
);

-- What a later version changed of the one before it, and why. `changes` are the old and the new text, element by element.
create table plan.amendment (
  district_id uuid not null references district.district,
  version_id uuid not null,
  amends_id uuid not null,
  org_id uuid not null,
  audience text not null,
  type text not null check (type in ('editorial', 'action', 'measure', 'target', 'goal')),
  reason text not null check (length(reason) between 1 and 4000),
  changes jsonb not null,
  primary key (district_id, version_id),
  constraint amendment_of_one_text unique (district_id, amends_id),
  foreign key (district_id, version_id) references plan.adoption,
  foreign key (district_id, amends_id) references plan.adoption,
  foreign key (district_id, version_id, org_id, audience) references plan.version (district_id, id, org_id, audience) on update cascade
);

-- Whose decision each type of amendment needs in this district. What is not said here has the default of the program.
create table plan.amendment_authority (
  district_id uuid not null references district.district,
  type text not null check (type in ('editorial', 'action', 'measure', 'target', 'goal')),
  authority text not null check (authority in ('board', 'committee', 'superintendent', 'steward')),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (district_id, type),
  foreign key (district_id, set_by) references people.person
);

-- One edit of a draft, as its changes: who was where, and the way back to every earlier text.
create table plan.edit (
  district_id uuid not null references district.district,
  version_id uuid not null,
  n int not null check (n > 0),
  org_id uuid not null,
  changes jsonb not null,
  edited_by uuid,
  edited_at timestamptz not null default now(),
  primary key (district_id, version_id, n),
  foreign key (district_id, version_id, org_id) references plan.version (district_id, id, org_id),
  foreign key (district_id, edited_by) references people.person
);

-- What someone says to a proposed version, or to one element of it. Anyone may write it, and it waits until someone has read it.
create table plan.comment (
  district_id uuid not null references district.district,
  id uuid not null,
  version_id uuid not null,
  element_id uuid,
  org_id uuid not null,
  audience text not null,
  name text check (length(name) between 1 and 100),
  text text not null check (length(text) between 1 and 5000),
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'hidden')),
  reason text check (length(reason) between 1 and 1000),
  written_at timestamptz not null default now(),
  moderated_by uuid,
  moderated_at timestamptz,
  primary key (district_id, id),
  constraint comment_hidden_why check (state <> 'hidden' or reason is not null),
  foreign key (district_id, version_id, org_id, audience) references plan.version (district_id, id, org_id, audience) on update cascade,
  foreign key (district_id, element_id) references plan.element,
  foreign key (district_id, moderated_by) references people.person
);
create index comment_of on plan.comment (district_id, version_id, written_at);

-- What became of the plan before this one: for each of its elements, by address, a fate and why. Final once it is published.
create table plan.crosswalk (
  district_id uuid not null references district.district,
  plan_id uuid not null,
  org_id uuid not null,
  audience text not null,
  lines jsonb not null,
  said_by uuid,
  said_at timestamptz not null default now(),
  published_by uuid,
  published_at timestamptz,
  primary key (district_id, plan_id),
  foreign key (district_id, plan_id, org_id, audience) references plan.plan (district_id, id, org_id, audience) on update cascade,
  foreign key (district_id, said_by) references people.person,
  foreign key (district_id, published_by) references people.person
);

do $$
declare
  part text;
  own_district text := $own$ district_id = nullif(current_setting('guidepost.district', true), '')::uuid $own$;
  decides text := $decides$ string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'system'] $decides$;
  keeps text := $keeps$ (
    string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'system']
    or (
      'principal' = any (string_to_array(current_setting('guidepost.role', true), ','))
      and org_id::text = any (string_to_array(current_setting('guidepost.schools', true), ','))
    )
  ) $keeps$;
  is_staff text := $staff$ (
    nullif(current_setting('guidepost.person', true), '') is not null
    or 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  ) $staff$;
begin
  foreach part in array array['adoption', 'vote', 'amendment', 'amendment_authority', 'edit', 'comment', 'crosswalk'] loop
    execute format('grant select, insert on plan.%I to guidepost_app', part);
    execute format('alter table plan.%I enable row level security', part);
    execute format('alter table plan.%I force row level security', part);
  end loop;
  -- Recorded once by those who decide for the district or on its behalf, and never rewritten.
  foreach part in array array['adoption', 'vote', 'amendment'] loop
    execute format('create policy %I on plan.%I for insert to guidepost_app with check (%s and %s)', part || '_added', part, own_district, decides);
    execute format('create policy %I on plan.%I for select to guidepost_app using (%s and (audience = ''public'' or %s))', part || '_seen', part, own_district, is_staff);
  end loop;

  -- Which authority a change needs is no secret.
  grant update on plan.amendment_authority to guidepost_app;
  execute format('create policy amendment_authority_seen on plan.amendment_authority for select to guidepost_app using (%s)', own_district);
  execute format('create policy amendment_authority_set on plan.amendment_authority for insert to guidepost_app with check (%s and %s)',
    own_district, $s$ string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system'] $s$);
  execute format('create policy amendment_authority_changed on plan.amendment_authority for update to guidepost_app using (%s and %s)',
    own_district, $s$ string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system'] $s$);

  execute format('create policy edit_seen on plan.edit for select to guidepost_app using (%s and %s)', own_district, keeps);
  execute format('create policy edit_added on plan.edit for insert to guidepost_app with check (%s and %s)', own_district, keeps);

  grant update on plan.comment to guidepost_app;
  execute format($c$
    create policy comment_seen on plan.comment for select to guidepost_app
      using (%s and (%s or (state = 'shown' and (audience = 'public' or %s))))
  $c$, own_district, keeps, is_staff);
  execute format($c$
    create policy comment_written on plan.comment for insert to guidepost_app with check (%s and audience = 'public' and state = 'waiting')
  $c$, own_district);
  execute format('create policy comment_moderated on plan.comment for update to guidepost_app using (%s and %s)', own_district, keeps);

  grant update on plan.crosswalk to guidepost_app;
  execute format($c$
    create policy crosswalk_seen on plan.crosswalk for select to guidepost_app
      using (%s and (%s or (audience = 'public' and published_at is not null)))
  $c$, own_district, is_staff);
  execute format('create policy crosswalk_said on plan.crosswalk for insert to guidepost_app with check (%s and %s)', own_district, keeps);
  execute format('create policy crosswalk_changed on plan.crosswalk for update to guidepost_app using (%s and %s and published_at is null) with check (%s and %s)',
    own_district, keeps, own_district, keeps);

  -- The words of a version, as before, until it is sealed.
  foreach part in array array['level', 'statement', 'node', 'guardrail', 'measure', 'measure_node', 'focus'] loop
    execute format('drop policy %I on plan.%I', part || '_added', part);
    execute format('drop policy %I on plan.%I', part || '_changed', part);
    execute format('drop policy %I on plan.%I', part || '_removed', part);
    execute format('create policy %I on plan.%I for insert to guidepost_app with check (%s and %s and not sealed)', part || '_added', part, own_district, keeps);
    execute format('create policy %I on plan.%I for update to guidepost_app using (%s and %s and not sealed)', part || '_changed', part, own_district, keeps);
    execute format('create policy %I on plan.%I for delete to guidepost_app using (%s and %s and not sealed)', part || '_removed', part, own_district, keeps);
  end loop;
end
$$;

-- Of a sealed version itself only who may see it changes. Not even the owner of the tables may rewrite the rest.
create function plan.version_is_final() returns trigger language plpgsql as $$
begin
  -- (a generated column is not made yet here)
  if to_jsonb(new) - array['audience', 'shown_by', 'shown_at', 'adopted_as']
    <> to_jsonb(old) - array['audience', 'shown_by', 'shown_at', 'adopted_as']
  then
    raise exception 'an adopted version does not change' using errcode = 'restrict_violation', constraint = 'version_is_final';
  end if;
  return new;
end
$$;
revoke execute on function plan.version_is_final() from public;
create trigger version_is_final before update on plan.version for each row when (old.sealed) execute function plan.version_is_final();

select public.guidepost_let_backup_in();
