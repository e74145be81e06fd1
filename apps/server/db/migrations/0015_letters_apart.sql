-- What a letter of transfer says to the new unit alone lies apart from it; a move has a day, and a code an end.

create table transfer_receiver (
  transfer_id uuid primary key references transfer (id) on delete cascade,
  unit_id uuid not null,
  position bigint not null,
  accepter_name text constraint transfer_receiver_accepter_name_length check (char_length(accepter_name) between 1 and 200),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table transfer_receiver is 'The unit that a letter is addressed to or was accepted by, and who signed there: what the old unit does not learn.';
create index transfer_receiver_position_idx on transfer_receiver (position, transfer_id);

insert into transfer_receiver (transfer_id, unit_id, position, accepter_name)
select id, to_unit_id, to_position, accepter_name from transfer where to_unit_id is not null;

-- They ask for columns that go; each is made anew with the others after the migrations.
drop policy if exists scope_and_role_read on transfer;
drop policy if exists staff_inserts on transfer;
drop policy if exists staff_updates on transfer;
alter table transfer
  drop constraint transfer_to_whole,
  drop constraint transfer_to_another,
  drop constraint transfer_reaches_somebody,
  drop constraint transfer_accepted_whole,
  drop column to_unit_id,
  drop column to_position,
  drop column accepter_name,
  add column is_under_one_upper boolean not null default false,
  add column moved_on date,
  add column start_due_on date,
  add column claim_until date;
-- A code that is on its way keeps the days that any code has.
update transfer set claim_until = issued_at::date + 180 where claim_hash is not null;
alter table transfer
  add constraint transfer_accepted_whole check ((state in ('ACCEPTED', 'ENDED')) = (accepted_on is not null)),
  add constraint transfer_move_has_a_limit check ((moved_on is null) = (start_due_on is null) and start_due_on >= moved_on),
  add constraint transfer_code_has_an_end check ((claim_hash is null) = (claim_until is null));
comment on column transfer.is_under_one_upper is 'Whether only a cell under the same body of the upper tier may claim it: the grassroots committee issues such a letter.';
comment on column transfer.moved_on is 'Day of the decision or the move; null where it is not known.';
comment on column transfer.start_due_on is 'Last day on which the member begins activity at the new place in time.';
comment on column transfer.claim_until is 'Last day on which the code of the paper can be used.';
