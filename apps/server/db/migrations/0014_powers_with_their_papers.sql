-- A power that is given to a unit for a time has the document that gave it, the one that ended it, and who recorded them.

alter table unit_power
  add column id uuid not null default uuidv7(),
  add column version integer not null default 1,
  add column recorder_name text not null default '',
  add column recorded_at timestamptz not null default now(),
  add column ended_document_number text,
  add column ender_name text,
  add constraint unit_power_id_unique unique (id),
  add constraint unit_power_document_number_length check (char_length(document_number) between 1 and 100),
  add constraint unit_power_ended_document_number_length check (char_length(ended_document_number) between 1 and 100);
comment on column unit_power.recorder_name is 'Empty where it was loaded with the records of before.';
create index unit_power_position_idx on unit_power (position);
