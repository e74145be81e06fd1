-- Until when somebody is away for a time, and whether to study.

alter table transfer
  add column until_on date,
  add column is_study boolean not null default false,
  add constraint transfer_term_is_temporary check (kind = 'TEMPORARY' or (until_on is null and not is_study)),
  add constraint transfer_term_after_its_letter check (until_on > issued_on);
comment on column transfer.until_on is 'Last day of a temporary transfer, as its letter says; null of those issued before it was asked for.';
comment on column transfer.is_study is 'Whether it is full-time study, which may last longer.';
