-- The tables of the sign-in library (better-auth), in the shape it asks for. They belong to an account, not to a district, and
-- only `guidepost_sign_in` may touch them: a request working as `guidepost_app` cannot read a password or a session at all.
create schema sign_in;
grant usage on schema sign_in to guidepost_sign_in;

create table sign_in.account_holder (
  id text primary key,
  name text not null,
  email text not null constraint email_taken unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in.session (
  id text primary key,
  user_id text not null references sign_in.account_holder on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of on sign_in.session (user_id);

create table sign_in.credential (
  id text primary key,
  user_id text not null references sign_in.account_holder on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credential_of on sign_in.credential (user_id);

create table sign_in.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_of on sign_in.verification (identifier);

-- Attempts to sign in that failed, so that guessing is slowed by account and by address, across restarts and processes.
create table sign_in.failed_attempt (
  id text primary key,
  kind text not null check (kind in ('account', 'address')),
  subject text not null,
  at timestamptz not null
);
create index failed_attempt_of on sign_in.failed_attempt (kind, subject, at);

grant select, insert, update, delete on all tables in schema sign_in to guidepost_sign_in;
