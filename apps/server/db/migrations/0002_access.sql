-- Accounts, grants, sessions, the audit log and the counters of wrong sign-ins.

create table account (
  id uuid primary key default uuidv7(),
  name text not null,
  name_key text not null generated always as (lower(normalize(name, nfc))) stored constraint account_name_unique unique,
  display_name text not null,
  password_hash text not null,
  active boolean not null default true,
  is_demonstration boolean not null default false,
  constraint account_name_form check (name ~ '^[^[:space:][:cntrl:]]{1,120}$')
);

create table access_grant (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete restrict,
  role text not null constraint access_grant_role_known check (role in ('ADMINISTRATOR', 'STAFF', 'BOARD', 'SECRETARY', 'AUDITOR', 'OBSERVER')),
  unit_id uuid not null,
  position bigint not null,
  valid daterange not null constraint access_grant_valid_not_empty check (not isempty(valid)),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
create index access_grant_account_idx on access_grant (account_id);
create index access_grant_position_idx on access_grant (position);

create table session (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  grant_id uuid not null references access_grant on delete cascade,
  credential_hash bytea not null constraint session_credential_unique unique constraint session_credential_is_sha256 check (octet_length(credential_hash) = 32),
  network text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account_idx on session (account_id);

create table audit_event (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  request_id text not null,
  account_id uuid,
  grant_id uuid,
  session_id uuid,
  position bigint,
  network text not null,
  action text not null,
  subject_kind text,
  subject_id uuid,
  result text not null constraint audit_event_result_known check (result in ('DONE', 'REFUSED')),
  code text
);
comment on table audit_event is 'Insert-only. Holds ids and codes, never values.';
create index audit_event_position_idx on audit_event (position, at);

create table sign_in_attempt (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
comment on table sign_in_attempt is 'Wrong sign-ins per account and network, in the layout of rate-limiter-flexible.';
