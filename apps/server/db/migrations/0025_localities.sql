-- Hamlets and quarters are kept like the other records of a unit: by whom and when, in which version, until which day, and taken back where one was wrong.

alter table locality
  add column version integer not null default 1,
  add column ended_on date,
  add column end_reason text constraint locality_end_reason_length check (char_length(end_reason) between 1 and 1000),
  add column ender_name text,
  add column taken_back_reason text constraint locality_taken_back_reason_length check (char_length(taken_back_reason) between 1 and 1000),
  add column taken_back_by text,
  add column recorder_name text not null default '',
  add column recorded_at timestamptz not null default now(),
  add constraint locality_days_in_order check (least(own_cell_since, shared_cell_since, member_since, ended_on) >= since),
  add constraint locality_ended_whole check ((ended_on is null) = (end_reason is null) and (ended_on is null) = (ender_name is null)),
  add constraint locality_taken_back_whole check ((taken_back_reason is null) = (taken_back_by is null));
alter table locality alter column recorder_name drop default;
comment on column locality.ended_on is 'First day on which it is no longer there: it was merged, or renamed into another.';
