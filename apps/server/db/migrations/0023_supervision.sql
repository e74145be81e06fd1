-- Supervision: who is in charge of which unit, by whose decision, from when to when. Each assignment is a grant.

alter table access_grant drop constraint access_grant_role_known, drop constraint access_grant_valid_not_empty;
alter table access_grant
  add constraint access_grant_role_known check (role in ('ADMINISTRATOR', 'STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR', 'AUDITOR', 'OBSERVER')),
  -- An assignment that was ended on its first day, or before it, leaves a grant that holds on no day.
  add constraint access_grant_valid_not_empty check (not isempty(valid) or role = 'SUPERVISOR');

create table supervision (
  id uuid primary key default uuidv7(),
  grant_id uuid not null constraint supervision_grant_unique unique references access_grant on delete restrict,
  account_id uuid not null references account on delete restrict,
  person_name text not null,
  unit_id uuid not null,
  position bigint not null,
  unit_name text not null,
  body_id uuid not null,
  body_position bigint not null,
  body_name text not null,
  role_kind text not null constraint supervision_role_kind_known check (role_kind in ('IN_CHARGE', 'FOLLOW_UP')),
  post text not null constraint supervision_post_length check (char_length(post) between 1 and 100),
  starts_on date not null constraint supervision_starts_on_possible check (starts_on >= '1930-02-03'),
  ends_on date,
  document_id uuid references document on delete restrict,
  document_number text not null constraint supervision_document_number_length check (char_length(document_number) between 1 and 100),
  document_issued_on date not null,
  change_reason text constraint supervision_change_reason_length check (char_length(change_reason) between 1 and 1000),
  version integer not null default 1,
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  end_cause text constraint supervision_end_cause_known check (end_cause in ('ENDED_EARLY', 'UNIT_MOVED', 'UNIT_CLOSED')),
  end_reason text constraint supervision_end_reason_length check (char_length(end_reason) between 1 and 1000),
  ender_name text,
  constraint supervision_days_in_order check (starts_on <= ends_on),
  constraint supervision_ended_whole check ((ended_at is null) = (end_cause is null)),
  constraint supervision_ended_early_with_reason check (end_cause is distinct from 'ENDED_EARLY' or (end_reason is not null and ender_name is not null)),
  constraint supervision_once exclude using gist (account_id with =, unit_id with =, daterange(starts_on, ends_on, '[]') with &&) where (ended_at is null),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict,
  foreign key (body_id, body_position) references unit (id, lo) on update cascade on delete restrict
);
comment on table supervision is 'Who is in charge of a unit for a time. Never deleted; the grant follows it.';
comment on column supervision.person_name is 'The name of the account when it was assigned.';
comment on column supervision.unit_name is 'The name of the unit when it was assigned: who no longer reads the unit does not learn its later names.';
comment on column supervision.body_id is 'The unit that assigned it.';
comment on column supervision.post is 'The post that the person held at the time.';
comment on column supervision.ends_on is 'Last day; null without end. What was ended before that says so in ended_at.';
create index supervision_place_idx on supervision (position);
create index supervision_unit_idx on supervision (unit_id);
create index supervision_body_idx on supervision (body_id);
create index supervision_account_idx on supervision (account_id);

create table supervision_change (
  supervision_id uuid not null references supervision on delete restrict,
  version integer not null,
  role_kind text not null,
  post text not null,
  starts_on date not null,
  ends_on date,
  document_id uuid references document on delete restrict,
  document_number text not null,
  document_issued_on date not null,
  change_reason text,
  recorder_name text not null,
  recorded_at timestamptz not null,
  primary key (supervision_id, version)
);
comment on table supervision_change is 'What stood of an assignment before each change. Kept by the database alone.';
