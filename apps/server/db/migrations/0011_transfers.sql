-- Transfers of activity: a letter that the old unit signs and the new one, and what it says.

create table transfer (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id) on delete restrict,
  kind text not null constraint transfer_kind_known check (kind in ('OFFICIAL', 'TEMPORARY', 'INTERNAL')),
  state text not null default 'ISSUED' constraint transfer_state_known check (state in ('ISSUED', 'ACCEPTED', 'CANCELLED', 'ENDED')),
  version integer not null default 1,
  from_unit_id uuid not null,
  from_position bigint not null,
  to_unit_id uuid,
  to_position bigint,
  from_name text not null constraint transfer_from_name_length check (char_length(from_name) between 1 and 200),
  destination text not null constraint transfer_destination_length check (char_length(destination) between 1 and 200),
  person_name text not null constraint transfer_person_name_length check (char_length(person_name) between 1 and 200),
  person_birth_date date not null,
  letter_number text constraint transfer_letter_number_length check (char_length(letter_number) between 1 and 100),
  issued_on date not null,
  issuer_name text not null constraint transfer_issuer_name_length check (char_length(issuer_name) between 1 and 200),
  issued_at timestamptz not null default now(),
  due_on date not null,
  claim_hash bytea constraint transfer_claim_hash_is_sha256 check (octet_length(claim_hash) = 32),
  accepted_on date,
  accepter_name text constraint transfer_accepter_name_length check (char_length(accepter_name) between 1 and 200),
  cancel_reason text constraint transfer_cancel_reason_length check (char_length(cancel_reason) between 1 and 1000),
  ended_on date,
  entry_event_id uuid,
  constraint transfer_to_whole check ((to_unit_id is null) = (to_position is null)),
  constraint transfer_to_another check (to_unit_id <> from_unit_id),
  constraint transfer_reaches_somebody check (to_unit_id is not null or claim_hash is not null),
  constraint transfer_letter_has_a_number check (letter_number is not null or kind = 'INTERNAL'),
  constraint transfer_accepted_whole check ((state in ('ACCEPTED', 'ENDED')) = (accepted_on is not null) and (accepted_on is null) = (accepter_name is null)
    and (accepted_on is null or to_unit_id is not null)),
  constraint transfer_cancelled_for_a_reason check ((state = 'CANCELLED') = (cancel_reason is not null)),
  constraint transfer_ended_is_temporary check ((state = 'ENDED') = (ended_on is not null) and (state <> 'ENDED' or kind = 'TEMPORARY')),
  constraint transfer_temporary_posts_nothing check (entry_event_id is null or (kind <> 'TEMPORARY' and state = 'ACCEPTED')),
  constraint transfer_days_in_order check (due_on >= issued_on and accepted_on >= issued_on and ended_on >= accepted_on),
  foreign key (from_unit_id, from_position) references unit (id, lo) on update cascade on delete restrict,
  foreign key (to_unit_id, to_position) references unit (id, lo) on update cascade on delete restrict
);
comment on table transfer is 'A letter with two signatures. Until the second one the person stays with the old unit.';
comment on column transfer.from_unit_id is 'The unit of the person, for as long as the letter is open.';
comment on column transfer.to_unit_id is 'Null until it is accepted, where the receiver lies outside the scope of the sender.';
comment on column transfer.destination is 'Where to, as the sender wrote it: all of it that the old unit learns.';
comment on column transfer.claim_hash is 'SHA-256 of the code on the paper, shown once to the sender. Not readable by the application.';
comment on column transfer.due_on is 'Last day on which the member presents the letter in time.';
create unique index transfer_open_once_idx on transfer (person_id) where state = 'ISSUED' or (state = 'ACCEPTED' and kind = 'TEMPORARY');
create unique index transfer_claim_idx on transfer (claim_hash) where claim_hash is not null;
create index transfer_person_idx on transfer (person_id);
create index transfer_from_idx on transfer (from_position, due_on, id);
create index transfer_to_idx on transfer (to_position, due_on, id) where to_position is not null;
