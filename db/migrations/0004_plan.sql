create schema plan;
grant usage on schema plan to guidepost_app;

-- A document that was handed in, its bytes and what was read from it. `reading` never changes; the review is a list of steps.
-- `org_id` says whose plan it holds: the district's own id, a school's or a department's.
create table plan.document (
  district_id uuid not null references district.district,
  id uuid not null,
  org_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  format text not null check (format in ('txt', 'md', 'html', 'docx', 'pdf', 'csv', 'xlsx')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  source jsonb not null,
  reading jsonb not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, id, org_id),
  foreign key (district_id, added_by) references people.person
);

-- A review of a document: who holds it now, and the plan version it became once accepted. What hangs on a row names its org
-- in the key, here and below: nobody slips a step into the review, or a version into the plan, of a school not theirs.
create table plan.review (
  district_id uuid not null references district.district,
  id uuid not null,
  org_id uuid not null,
  document_id uuid not null,
  held_by uuid,
  held_at timestamptz,
  version_id uuid,
  accepted_by uuid,
  accepted_at timestamptz,
  set_aside_by uuid,
  set_aside_at timestamptz,
  primary key (district_id, id),
  unique (district_id, id, org_id),
  constraint review_one_per_document unique (district_id, document_id),
  constraint review_accepted_as_whole check (num_nonnulls(version_id, accepted_at) in (0, 2)),
  foreign key (district_id, document_id, org_id) references plan.document (district_id, id, org_id),
  foreign key (district_id, held_by) references people.person,
  foreign key (district_id, accepted_by) references people.person,
  foreign key (district_id, set_aside_by) references people.person
);

-- One change that a reviewer made. The state of a review is its reading with these applied in order; an undone step is skipped.
create table plan.review_step (
  district_id uuid not null references district.district,
  review_id uuid not null,
  n int not null check (n > 0),
  org_id uuid not null,
  operation jsonb not null,
  taken_by uuid,
  taken_at timestamptz not null default now(),
  primary key (district_id, review_id, n),
  foreign key (district_id, review_id, org_id) references plan.review (district_id, id, org_id),
  foreign key (district_id, taken_by) references people.person
);

-- The plan itself: what lasts through all its versions.
create table plan.plan (
  district_id uuid not null references district.district,
  id uuid not null,
  org_kind text not null check (org_kind in ('district', 'school', 'department')),
  org_id uuid not null,
  audience text not null default 'staff' check (audience in ('staff', 'public')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (length(title) between 1 and 300),
  kind text not null check (kind in ('strategic', 'school_improvement', 'department', 'board_goals')),
  supersedes_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint plan_slug_taken unique (district_id, slug),
  constraint plan_org_district check ((org_kind = 'district') = (org_id = district_id)),
  unique (district_id, id, org_id),
  unique (district_id, id, org_id, audience),
  foreign key (district_id, supersedes_id) references plan.plan,
  foreign key (district_id, created_by) references people.person
);

-- One exact text of a plan. Whoever may see it is copied onto every row of it by the database (the foreign keys cascade), so
-- that row security compares with the row alone. `draft` is the only status yet; adoption brings the others.
create table plan.version (
  district_id uuid not null references district.district,
  id uuid not null,
  plan_id uuid not null,
  n int not null check (n > 0),
  org_id uuid not null,
  audience text not null default 'staff' check (audience in ('staff', 'public')),
  status text not null default 'draft' check (status in ('draft')),
  period_start text,
  period_end text,
  period_printed text,
  adoption_date text,
  adoption_body text,
  adoption_printed text,
  document_id uuid,
  change_note text,
  shown_by uuid,
  shown_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint version_number_taken unique (district_id, plan_id, n),
  unique (district_id, id, org_id, audience),
  foreign key (district_id, plan_id, org_id) references plan.plan (district_id, id, org_id),
  foreign key (district_id, document_id) references plan.document,
  foreign key (district_id, shown_by) references people.person,
  foreign key (district_id, created_by) references people.person
);
alter table plan.review add foreign key (district_id, version_id) references plan.version;

-- What an element of a plan is through all versions: its address never changes and is never given to another.
create table plan.element (
  district_id uuid not null references district.district,
  id uuid not null,
  plan_id uuid not null,
  org_id uuid not null,
  audience text not null default 'staff',
  kind text not null check (kind in ('statement', 'node', 'guardrail', 'measure')),
  address text not null check (address ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$'),
  primary key (district_id, id),
  constraint element_address_taken unique (district_id, plan_id, address),
  foreign key (district_id, plan_id, org_id, audience) references plan.plan (district_id, id, org_id, audience) on update cascade
);

create table plan.level (
  district_id uuid not null references district.district,
  version_id uuid not null,
  key text not null,
  org_id uuid not null,
  audience text not null,
  rank int not null,
  label text not null check (length(label) between 1 and 100),
  printed boolean not null default true,
  numbering jsonb not null,
  primary key (district_id, version_id, key)
);

create table plan.statement (
  district_id uuid not null references district.district,
  version_id uuid not null,
  element_id uuid not null,
  org_id uuid not null,
  audience text not null,
  kind text not null,
  parent_id uuid,
  ordinal int not null,
  text text not null check (length(text) between 1 and 20000),
  owner text,
  source jsonb,
  primary key (district_id, version_id, element_id),
  foreign key (district_id, version_id, parent_id) references plan.statement
);

create table plan.node (
  district_id uuid not null references district.district,
  version_id uuid not null,
  element_id uuid not null,
  org_id uuid not null,
  audience text not null,
  parent_id uuid,
  level_key text not null,
  ordinal int not null,
  code text,
  title text check (length(title) between 1 and 20000),
  statement text check (length(statement) <= 40000),
  placeholder boolean not null default false,
  owner text,
  dates text,
  phase text,
  horizon text,
  tag text,
  mark text check (mark in ('new', 'modified', 'continuing')),
  amount text,
  source jsonb,
  primary key (district_id, version_id, element_id),
  constraint node_own_parent check (parent_id <> element_id),
  foreign key (district_id, version_id, parent_id) references plan.node,
  foreign key (district_id, version_id, level_key) references plan.level
);

create table plan.guardrail (
  district_id uuid not null references district.district,
  version_id uuid not null,
  element_id uuid not null,
  org_id uuid not null,
  audience text not null,
  ordinal int not null,
  code text,
  text text not null check (length(text) between 1 and 20000),
  actor text,
  source jsonb,
  primary key (district_id, version_id, element_id)
);

-- A measure as its sentence, with what a reader could mark in it, as printed. The measures module makes it compute.
create table plan.measure (
  district_id uuid not null references district.district,
  version_id uuid not null,
  element_id uuid not null,
  org_id uuid not null,
  audience text not null,
  ordinal int not null,
  role text not null,
  code text,
  tag text,
  text text not null check (length(text) between 1 and 20000),
  baseline text,
  target text,
  by_when text,
  series jsonb not null default '[]',
  guardrail_id uuid,
  source jsonb,
  primary key (district_id, version_id, element_id),
  foreign key (district_id, version_id, guardrail_id) references plan.guardrail
);

create table plan.measure_node (
  district_id uuid not null references district.district,
  version_id uuid not null,
  measure_id uuid not null,
  node_id uuid not null,
  org_id uuid not null,
  audience text not null,
  primary key (district_id, version_id, measure_id, node_id),
  foreign key (district_id, version_id, measure_id) references plan.measure,
  foreign key (district_id, version_id, node_id) references plan.node
);

-- The nodes that a plan names as the work of one year.
create table plan.focus (
  district_id uuid not null references district.district,
  version_id uuid not null,
  node_id uuid not null,
  year text not null,
  org_id uuid not null,
  audience text not null,
  primary key (district_id, version_id, node_id, year),
  foreign key (district_id, version_id, node_id) references plan.node
);

-- An element supports one of another plan (a school's the district's), or answers an outside framework.
create table plan.alignment (
  district_id uuid not null references district.district,
  id uuid not null,
  version_id uuid not null,
  element_id uuid not null,
  org_id uuid not null,
  audience text not null,
  kind text not null check (kind in ('supports', 'answers')),
  to_element_id uuid,
  framework text,
  framework_code text,
  primary key (district_id, id),
  constraint alignment_one_end check (
    (to_element_id is not null and framework is null and framework_code is null)
    or (to_element_id is null and framework is not null and framework_code is not null)
  ),
  constraint alignment_taken unique nulls not distinct (district_id, version_id, element_id, to_element_id, framework, framework_code),
  foreign key (district_id, to_element_id) references plan.element
);

-- Every row of a version belongs to it, with its school and its audience; elements exist before they are said.
do $$
declare
  part text;
begin
  foreach part in array array['level', 'statement', 'node', 'guardrail', 'measure', 'measure_node', 'focus', 'alignment'] loop
    execute format($key$
      alter table plan.%I add constraint %I foreign key (district_id, version_id, org_id, audience)
        references plan.version (district_id, id, org_id, audience) on update cascade
    $key$, part, part || '_version');
    execute format('create index %I on plan.%I (district_id, version_id)', part || '_of_version', part);
  end loop;
  foreach part in array array['statement', 'node', 'guardrail', 'measure', 'alignment'] loop
    execute format('alter table plan.%I add foreign key (district_id, element_id) references plan.element', part);
  end loop;
end
$$;
create index version_of_plan on plan.version (district_id, plan_id);
create index element_of_plan on plan.element (district_id, plan_id);

-- Documents and reviews are the work of whoever keeps the plan of that org: steward and leader for all, a principal for the
-- own school. Plans in the making are seen by all staff; the public sees what was shown to it.
do $$
declare
  part text;
  own_district text := $own$ district_id = nullif(current_setting('guidepost.district', true), '')::uuid $own$;
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
  foreach part in array array['document', 'review', 'review_step', 'plan', 'version', 'element', 'level', 'statement', 'node',
                              'guardrail', 'measure', 'measure_node', 'focus', 'alignment'] loop
    execute format('grant select, insert, update, delete on plan.%I to guidepost_app', part);
    execute format('alter table plan.%I enable row level security', part);
    execute format('alter table plan.%I force row level security', part);
    execute format('create policy %I on plan.%I for insert to guidepost_app with check (%s and %s)', part || '_added', part, own_district, keeps);
    execute format('create policy %I on plan.%I for update to guidepost_app using (%s and %s)', part || '_changed', part, own_district, keeps);
    execute format('create policy %I on plan.%I for delete to guidepost_app using (%s and %s)', part || '_removed', part, own_district, keeps);
    if part in ('document', 'review', 'review_step') then
      execute format('create policy %I on plan.%I for select to guidepost_app using (%s and %s)', part || '_seen', part, own_district, keeps);
    else
      execute format('create policy %I on plan.%I for select to guidepost_app using (%s and (audience = ''public'' or %s))', part || '_seen', part, own_district, is_staff);
    end if;
  end loop;
end
$$;

-- A document, its steps and the identity of an element are history: they are added and never rewritten.
revoke update, delete on plan.document, plan.review_step from guidepost_app;
revoke delete on plan.review, plan.plan, plan.version, plan.element from guidepost_app;
drop policy document_changed on plan.document;
drop policy document_removed on plan.document;
drop policy review_step_changed on plan.review_step;
drop policy review_step_removed on plan.review_step;
drop policy review_removed on plan.review;
drop policy plan_removed on plan.plan;
drop policy version_removed on plan.version;
drop policy element_removed on plan.element;
