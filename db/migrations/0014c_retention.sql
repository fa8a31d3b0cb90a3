-- How long the logs are kept, where a district has said so; without a row, for ever.
create table people.retention (
  district_id uuid not null references district.district,
  log text not null check (log in ('event', 'look')),
  years int not null check (years between 1 and 100),
  primary key (district_id, log)
);
grant select, insert, update, delete on people.retention to guidepost_app;
alter table people.retention enable row level security;
alter table people.retention force row level security;
create policy retention_seen on people.retention for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'data_steward', 'system']
  );
create policy retention_kept on people.retention for all to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'system']
  );

-- What was let go of, always from the beginning of a log: up to link `n`, whose hash the rest of the chain goes on from.
create table people.cut (
  district_id uuid not null references district.district,
  log text not null check (log in ('event', 'look')),
  n bigint not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- how many rows, all from before this moment
  rows bigint not null check (rows > 0),
  before timestamptz not null,
  -- the rule by which: how many years the district keeps this log
  years int not null,
  at timestamptz not null default now(),
  primary key (district_id, log, n)
);
grant select, insert on people.cut to guidepost_app;
alter table people.cut enable row level security;
alter table people.cut force row level security;
create policy cut_seen on people.cut for select to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'leader', 'data_steward', 'system']
  );
create policy cut_made on people.cut for insert to guidepost_app
  with check (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );
create trigger cut_is_final before update or delete on people.cut for each row execute function people.event_is_final();
create trigger cut_is_kept before truncate on people.cut for each statement execute function people.event_is_final();

-- A cut is made only where the district's own rule is due: its years, no row younger, the true hash, the right number of rows, and
-- the last link stays.
create function people.cut_is_due() returns trigger language plpgsql as $$
declare
  last bigint := coalesce((select max(n) from people.cut where district_id = new.district_id and log = new.log), 0);
  young boolean;
begin
  if new.log = 'event' then
    select exists (
      select from people.chain_link link join people.event it on it.district_id = link.district_id and it.id = link.row_id
      where link.district_id = new.district_id and link.log = new.log and link.n <= new.n and it.at >= new.before
    ) into young;
  else
    select exists (
      select from people.chain_link link join people.look it on it.district_id = link.district_id and it.id = link.row_id
      where link.district_id = new.district_id and link.log = new.log and link.n <= new.n and it.at >= new.before
    ) into young;
  end if;
  if young
    or new.n - last <> new.rows
    or new.before > now() - make_interval(years => new.years)
    or not exists (
      select from people.retention where district_id = new.district_id and log = new.log and years <= new.years
    )
    or not exists (
      select from people.chain_link
      where district_id = new.district_id and log = new.log and n = new.n and hash = new.hash
    )
    or not exists (select from people.chain where district_id = new.district_id and log = new.log and n > new.n)
  then
    raise exception 'nothing of this log is due to be let go of' using errcode = 'restrict_violation', constraint = 'cut_is_due';
  end if;
  return new;
end
$$;
revoke execute on function people.cut_is_due() from public;
-- A restored cut was due when it was made, and its rows are gone.
create trigger cut_is_due before insert on people.cut
  for each row when (current_user <> 'guidepost_backup') execute function people.cut_is_due();

-- What a cut has let go of, and nothing else, may be removed, by the program alone.
create function people.log_is_final() returns trigger language plpgsql as $$
declare
  place bigint;
begin
  if tg_op = 'DELETE' then
    if tg_table_name = 'chain_link' then
      place := old.n;
    else
      select n into place from people.chain_link
      where district_id = old.district_id and log = tg_table_name and row_id = old.id;
    end if;
    perform from people.cut
    where district_id = old.district_id and n >= place
      and log = case tg_table_name when 'chain_link' then to_jsonb(old) ->> 'log' else tg_table_name end;
    if found then
      return old;
    end if;
  end if;
  raise exception 'the logs are append-only' using errcode = 'restrict_violation',
    constraint = case tg_table_name when 'look' then 'look_is_final' else 'event_is_final' end;
end
$$;
revoke execute on function people.log_is_final() from public;
drop trigger event_is_final on people.event;
drop trigger look_is_final on people.look;
drop trigger chain_link_is_final on people.chain_link;
create trigger event_is_final before update or delete on people.event for each row execute function people.log_is_final();
create trigger look_is_final before update or delete on people.look for each row execute function people.log_is_final();
create trigger chain_link_is_final before update or delete on people.chain_link for each row execute function people.log_is_final();

grant delete on people.event, people.look, people.chain_link to guidepost_app;
create policy event_let_go on people.event for delete to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );
create policy look_let_go on people.look for delete to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );
create policy chain_link_let_go on people.chain_link for delete to guidepost_app
  using (
    district_id = nullif(current_setting('guidepost.district', true), '')::uuid
    and 'system' = any (string_to_array(current_setting('guidepost.role', true), ','))
  );

select public.guidepost_let_backup_in();
