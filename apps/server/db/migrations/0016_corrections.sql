-- What is kept about a person becomes correctable and complete: corrections, the personal number, and marks.

create table person_correction (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  position bigint not null,
  changes jsonb not null constraint person_correction_changes_something check (jsonb_typeof(changes) = 'object' and changes <> '{}'),
  since date,
  reason text not null constraint person_correction_reason_length check (char_length(reason) between 1 and 1000),
  entry_event_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  recorder_name text not null,
  foreign key (person_id, position) references person (id, position) on update cascade on delete restrict
);
comment on table person_correction is 'Append-only: what was changed of a person, by whom and why. A wrong correction is put right by another one.';
comment on column person_correction.changes is 'Field to the pair of before and after. Of the personal number only that it was changed.';
comment on column person_correction.since is 'The day since which what changed in life is so; null where what stood was wrong.';
comment on column person_correction.entry_event_id is 'The event under which the ledger took back what was counted wrongly.';
create index person_correction_person_idx on person_correction (person_id, id);

alter table entry add column first_recorded_at timestamptz;
comment on column entry.first_recorded_at is 'Of an entry that stands in the place of a wrong one: when its event was recorded. Null of all others.';

alter table person_sensitive add column personal_number text constraint person_sensitive_personal_number_form check (personal_number ~ '^[0-9]{12}$');
comment on column person_sensitive.personal_number is 'Twelve digits, held by one person of all trees who is a member or on the way. No list and no search shows it.';
create index person_sensitive_personal_number_idx on person_sensitive (personal_number) where personal_number is not null;

create table number_check (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account (id) on delete restrict,
  grant_id uuid not null references access_grant (id) on delete restrict,
  at timestamptz not null default now()
);
comment on table number_check is 'Insert-only: that an account asked whether a personal number is on record. Neither the number nor the answer is kept.';
create index number_check_account_idx on number_check (account_id, at);

create table mark (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  position bigint not null,
  kind text not null constraint mark_kind_known check (kind in ('AWARD', 'EMULATION_TITLE', 'WORK_RESULT', 'STUDY_RESULT', 'EXEMPTION', 'SUSPENSION')),
  title text constraint mark_title_length check (char_length(title) between 1 and 100),
  on_day date not null,
  until date,
  body text constraint mark_body_length check (char_length(body) between 1 and 100),
  document_number text constraint mark_document_number_length check (char_length(document_number) between 1 and 100),
  reason text constraint mark_reason_length check (char_length(reason) between 1 and 1000),
  replaces uuid,
  is_taken_back boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  recorder_name text not null,
  constraint mark_lasts_or_is_titled check (case when kind in ('EXEMPTION', 'SUSPENSION') then title is null and document_number is not null else title is not null and until is null end),
  constraint mark_days_in_order check (until >= on_day),
  constraint mark_of_person unique (id, person_id),
  foreign key (replaces, person_id) references mark (id, person_id) on delete restrict,
  constraint mark_replaced_for_a_reason check (replaces is null or reason is not null),
  constraint mark_taken_back_is_another check (not is_taken_back or replaces is not null),
  foreign key (person_id, position) references person (id, position) on update cascade on delete restrict
);
comment on table mark is 'Append-only: achievements of a person, and the times in which a member is exempt or suspended. A wrong line is replaced by one that says why. No count knows of them.';
comment on column mark.on_day is 'Day of the award, or first day of the exemption or suspension.';
comment on column mark.until is 'Last day of an exemption or suspension; null while it lasts.';
comment on column mark.replaces is 'The line that this one corrects, ends or takes back.';
create index mark_person_idx on mark (person_id, id);
create unique index mark_replaced_once_idx on mark (replaces) where replaces is not null;
create index mark_lasting_idx on mark (position) where kind in ('EXEMPTION', 'SUSPENSION');
