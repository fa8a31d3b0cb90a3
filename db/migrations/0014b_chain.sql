-- Each row of the two logs (people.event, people.look) is linked to the one before by a hash, so that a row that was altered,
-- removed or put between is found. The links stand beside the rows, which never change themselves.
--
--   hash of link n = sha256( hash of link n-1 || newline || n || newline || the row's text ), in hexadecimal;
--   the hash before link 1 is 64 zeros.
--
-- The row's text is its fields in a fixed order, one a line. A field is `length:value`, the length in bytes of UTF-8, or `-` where
-- there is none. Times are UTC with microseconds, ids in lower case, JSON as PostgreSQL writes jsonb; students are the sha256 of
-- their ids with a space between. modules/people/audit/row-text.ts says the same; a test compares the two.

create function people.field(value text) returns text language sql immutable parallel safe
  return coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || E'\n';
create function people.field(value timestamptz) returns text language sql stable parallel safe
  return people.field(to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'));

create function people.row_text(it people.event) returns text language sql stable
  return people.field('event') || people.field(it.district_id::text) || people.field(it.id::text) || people.field(it.at)
    || people.field(it.person_id::text) || people.field(it.action) || people.field(it.subject_kind)
    || people.field(it.subject_id) || people.field(it.because) || people.field(it.before::text) || people.field(it.after::text);
create function people.row_text(it people.look) returns text language sql stable
  return people.field('look') || people.field(it.district_id::text) || people.field(it.id::text) || people.field(it.at)
    || people.field(it.person_id::text) || people.field(it.as_person_id::text) || people.field(it.through)
    || people.field(it.address)
    || people.field(encode(sha256(convert_to(array_to_string(it.student_ids, ' '), 'UTF8')), 'hex'))
    || people.field(it.because);
create function people.link_hash(before text, n bigint, row_text text) returns text language sql immutable parallel safe
  return encode(sha256(convert_to(before || E'\n' || n || E'\n' || row_text, 'UTF8')), 'hex');

revoke execute on function people.field(text), people.field(timestamptz), people.row_text(people.event),
  people.row_text(people.look), people.link_hash(text, bigint, text) from public;
grant execute on function people.field(text), people.field(timestamptz), people.row_text(people.event),
  people.row_text(people.look), people.link_hash(text, bigint, text) to guidepost_app, guidepost_backup;

-- The end of each chain: whoever adds a link takes it from here, one after the other.
create table people.chain (
  district_id uuid not null references district.district,
  log text not null check (log in ('event', 'look')),
  n bigint not null check (n >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (district_id, log)
) with (fillfactor = 50);
create table people.chain_link (
  district_id uuid not null references district.district,
  log text not null check (log in ('event', 'look')),
  n bigint not null check (n > 0),
  row_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (district_id, log, n),
  constraint chain_link_of_row unique (district_id, log, row_id)
);
grant select, insert, update on people.chain to guidepost_app;
grant select, insert on people.chain_link to guidepost_app;
alter table people.chain enable row level security;
alter table people.chain force row level security;
alter table people.chain_link enable row level security;
alter table people.chain_link force row level security;
-- Only the trigger below writes here; whoever answers for a log may see its chain.
create policy chain_kept on people.chain to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid and pg_trigger_depth() > 0
  );
create policy chain_seen on people.chain for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'data_steward', 'system']
  );
create policy chain_link_added on people.chain_link for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid and pg_trigger_depth() > 0
  );
create policy chain_link_seen on people.chain_link for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'data_steward', 'system']
  );
create trigger chain_link_is_final before update or delete on people.chain_link for each row execute function people.event_is_final();
create trigger chain_link_is_kept before truncate on people.chain_link for each statement execute function people.event_is_final();
create trigger chain_is_kept before delete on people.chain for each row execute function people.event_is_final();
create trigger chain_is_kept_whole before truncate on people.chain for each statement execute function people.event_is_final();

select public.guidepost_let_backup_in();

-- What happened before there was a chain, in the order in which it happened.
set local role guidepost_backup;
do $$
declare
  each record;
  made people.chain_link;
begin
  for each in
    select 'event' as log, it.district_id, it.id, people.row_text(it) as words from people.event it
    union all
    select 'look', it.district_id, it.id, people.row_text(it) from people.look it
    order by 1, 2, 3
  loop
    if made.log is distinct from each.log or made.district_id is distinct from each.district_id then
      made := (each.district_id, each.log, 0, null, repeat('0', 64));
    end if;
    made.n := made.n + 1;
    made.row_id := each.id;
    made.hash := people.link_hash(made.hash, made.n, each.words);
    insert into people.chain_link values (made.*);
  end loop;
  insert into people.chain (district_id, log, n, hash)
  select distinct on (district_id, log) district_id, log, n, hash from people.chain_link order by district_id, log, n desc;
end
$$;
set local role none;

-- At the end of the transaction that added the row, so that no one holds the end of the chain while waiting for anything else.
create function people.chain_row() returns trigger language plpgsql as $$
declare
  made people.chain;
begin
  loop
    -- One statement: whoever had to wait goes on from what the chain has become.
    update people.chain as it
    set n = it.n + 1, hash = people.link_hash(it.hash, it.n + 1, people.row_text(new))
    where it.district_id = new.district_id and it.log = tg_table_name
    returning it.* into made;
    exit when found;
    insert into people.chain values (new.district_id, tg_table_name, 0, repeat('0', 64)) on conflict do nothing;
  end loop;
  insert into people.chain_link values (new.district_id, tg_table_name, made.n, new.id, made.hash);
  return null;
end
$$;
revoke execute on function people.chain_row() from public;
-- A restored row brings its link.
create constraint trigger event_is_linked after insert on people.event deferrable initially deferred
  for each row when (current_user <> 'guidepost_backup') execute function people.chain_row();
create constraint trigger look_is_linked after insert on people.look deferrable initially deferred
  for each row when (current_user <> 'guidepost_backup') execute function people.chain_row();
