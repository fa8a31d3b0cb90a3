-- Signing in through the district's own identity, and second factors.

-- A provider that a district has set up: where people prove who they are. `issuer` and `settings` are what is said of it in public
-- anyway (addresses, the client's name there, certificates); the client's secret stands in sign_in.provider_secret.
create table people.sign_on_provider (
  district_id uuid not null references district.district,
  id uuid not null,
  kind text not null check (kind in ('google', 'entra', 'classlink', 'oidc', 'saml')),
  name text not null check (length(name) between 1 and 80),
  -- null until it has been set up
  issuer text check (length(issuer) between 1 and 1000),
  settings jsonb not null default '{}',
  -- whose addresses this provider answers for: "haywater.org"
  domains text[] not null default '{}',
  -- it asks for a second factor itself, and the district lets that count
  second_factor boolean not null default false,
  enabled boolean not null default false,
  -- the last test, and when one went well with the settings as they are now
  test jsonb,
  tested_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint sign_on_untested check (not enabled or (tested_at is not null and issuer is not null))
);

-- What the district asks of those who sign in. No row: passwords for everyone, a second factor of no one.
create table people.sign_on_rules (
  district_id uuid primary key references district.district,
  second_factor_roles text[] not null default '{}',
  passwords text not null default 'everyone' check (passwords in ('everyone', 'stewards'))
);

do $$
declare
  place text;
begin
  foreach place in array array['sign_on_provider', 'sign_on_rules'] loop
    execute format('grant select, insert, update, delete on people.%I to guidepost_app', place);
    execute format('alter table people.%I enable row level security', place);
    execute format('alter table people.%I force row level security', place);
    execute format($policy$
      create policy %I on people.%I for all to guidepost_app
        using (
          district_id = nullif(current_setting('guidepost.district', true), '')::uuid
          and string_to_array(current_setting('guidepost.role', true), ',') && array['steward', 'system']
        )
    $policy$, place || '_kept', place);
  end loop;
end
$$;

-- The secret that a provider gave us, sealed with a key that is not in the database.
create table sign_in.provider_secret (
  district_id uuid not null,
  provider_id uuid not null,
  sealed text not null,
  primary key (district_id, provider_id)
);

-- Whom a provider means: its issuer and subject, for good, whatever becomes of the address. Of a district, because the same
-- issuer may be named by another district whose word counts for nothing here.
create table sign_in.identity (
  district_id uuid not null,
  issuer text not null,
  subject text not null,
  account_id text not null references sign_in.account_holder on delete cascade,
  email text,
  linked_at timestamptz not null default now(),
  primary key (district_id, issuer, subject),
  constraint identity_one_each unique (district_id, issuer, account_id)
);
create index identity_of on sign_in.identity (account_id);

-- What has been answered with once: a response of a provider, a code of an authenticator. Kept until it would have run out.
create table sign_in.used_proof (
  proof text primary key,
  expires_at timestamptz not null
);
create index used_proof_by_end on sign_in.used_proof (expires_at);

-- Second factors, in the shape that the library asks for.
alter table sign_in.account_holder add column two_factor_enabled boolean not null default false;
alter table sign_in.session add column second_factor boolean not null default false;

create table sign_in.two_factor (
  id text primary key,
  user_id text not null references sign_in.account_holder on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factor_of on sign_in.two_factor (user_id);

create table sign_in.passkey (
  id text primary key,
  name text,
  public_key text not null,
  user_id text not null references sign_in.account_holder on delete cascade,
  credential_id text not null constraint passkey_taken unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz not null default now(),
  aaguid text
);
create index passkey_of on sign_in.passkey (user_id);

grant select, insert, update, delete
  on sign_in.provider_secret, sign_in.identity, sign_in.used_proof, sign_in.two_factor, sign_in.passkey
  to guidepost_sign_in;

select public.guidepost_let_backup_in();
