-- Who unlocked the ethnic group and religion of one person, why, and when.

create table sensitive_unlock (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account (id) on delete restrict,
  grant_id uuid not null references access_grant (id) on delete restrict,
  person_id uuid not null,
  position bigint not null,
  reason text not null constraint sensitive_unlock_reason_known check (reason in ('COMPLETING_FILE', 'VERIFYING', 'REPORTING', 'CORRECTION', 'INSPECTION')),
  note text constraint sensitive_unlock_note_length check (char_length(note) between 1 and 1000),
  at timestamptz not null default now(),
  foreign key (person_id, position) references person (id, position) on update cascade on delete restrict
);
comment on table sensitive_unlock is 'Insert-only. An unlock holds for a quarter of an hour, for the grant that asked, and for one person.';
create index sensitive_unlock_account_idx on sensitive_unlock (account_id, at);
create index sensitive_unlock_person_idx on sensitive_unlock (person_id, at);
