-- The way from source to official member: candidacies, their steps, papers and the people around them; the days that are not worked.

alter table person drop constraint person_state_known;
alter table person add constraint person_state_known check (state in ('CANDIDATE', 'PROBATIONARY', 'OFFICIAL', 'FORMER'));
comment on table person is 'Somebody on the way to membership, a member, or one who was. What is sensitive lies apart.';
alter table person add column version integer not null default 1;
create index person_twin_idx on person (birth_date, name_fold);

create table unit_power (
  unit_id uuid not null,
  position bigint not null,
  power text not null constraint unit_power_power_known check (power in ('DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES')),
  valid daterange not null constraint unit_power_valid_not_empty check (not isempty(valid)),
  document_number text,
  primary key (unit_id, power, valid without overlaps),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table unit_power is 'A power that was given to one unit for a time, beside those of its kind.';

create table holiday (
  day date primary key,
  name_vi text not null,
  name_en text not null
);
comment on table holiday is 'Public holidays and the days off in their place. Days that were swapped for a Saturday are not among them: they are worked elsewhere.';

create table holiday_change (
  unit_id uuid not null,
  position bigint not null,
  day date not null,
  is_holiday boolean not null,
  name text not null constraint holiday_change_name_length check (char_length(name) between 1 and 200),
  primary key (unit_id, day),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table holiday_change is 'What an operator added to the holidays, or took from them, for the tree below a unit.';

create table candidacy (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  position bigint not null,
  ordinal smallint not null default 1 constraint candidacy_ordinal_positive check (ordinal > 0),
  state text not null constraint candidacy_state_known check (state in (
    'SOURCE', 'LISTED', 'TRAINING', 'TRAINED', 'FILE_OPEN', 'VERIFYING', 'CELL_PROPOSED', 'GRASSROOTS_PROPOSED',
    'SUBMITTED', 'RETURNED', 'ADMISSION_DECIDED', 'PROBATIONARY', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED',
    'REMOVAL_PROPOSED', 'OFFICIAL', 'REFUSED', 'DROPPED', 'WITHDRAWN', 'REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST',
    'DECEASED', 'ADMISSION_ANNULLED')),
  rule_pack text not null,
  version integer not null default 1,
  began_on date not null,
  last_on date not null,
  certificate_on date,
  file_opened_on date,
  cell_proposed_on date,
  admission_decided_on date,
  decision_received_on date,
  ceremony_on date,
  recognition_proposed_on date,
  recognition_decided_on date,
  official_on date,
  left_on date,
  failed_votes smallint not null default 0,
  is_extended boolean not null default false,
  due_kind text constraint candidacy_due_kind_known check (due_kind in (
    'CERTIFICATE_EXPIRES', 'DOSSIER_AGES', 'ADMISSION_DECISION', 'CEREMONY', 'RECOGNITION_PROPOSAL',
    'RECOGNITION_DECISION')),
  due_on date,
  due_runs_from date,
  due_counted_in text constraint candidacy_due_counted_in_known check (due_counted_in in ('WORKING_DAYS', 'MONTHS')),
  constraint candidacy_person_ordinal_unique unique (person_id, ordinal),
  constraint candidacy_position_unique unique (id, position),
  constraint candidacy_due_whole check (num_nulls(due_kind, due_on, due_runs_from, due_counted_in) in (0, 4)),
  constraint candidacy_days_in_order check (last_on >= began_on),
  foreign key (person_id, position) references person (id, position) on update cascade on delete restrict
);
comment on table candidacy is 'One way of one person towards membership: what its steps add up to, kept for lists. A readmission is a second one.';
comment on column candidacy.official_on is 'Ceremony plus twelve months, whatever the date of the decision.';
create index candidacy_place_idx on candidacy (position, state);
create index candidacy_due_idx on candidacy (due_on, position) where due_on is not null;

create table candidacy_step (
  id uuid primary key default uuidv7(),
  candidacy_id uuid not null,
  position bigint not null,
  step text not null constraint candidacy_step_step_known check (step in (
    'IDENTIFIED', 'LISTED', 'ENROLLED', 'CERTIFIED', 'FILE_OPENED', 'VERIFICATION_STARTED', 'CELL_PROPOSED',
    'COMMITTEE_PROPOSED', 'SUBMITTED', 'RETURNED', 'REFUSED', 'EXTENDED', 'ADMISSION_DECIDED', 'CEREMONY_HELD',
    'VOTE_FAILED', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED', 'RECOGNISED', 'REMOVAL_PROPOSED',
    'REMOVAL_DECLINED', 'REMOVED', 'DROPPED', 'WITHDRAWN', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED',
    'ADMISSION_ANNULLED')),
  happened_on date not null,
  document_number text constraint candidacy_step_document_number_length check (char_length(document_number) between 1 and 100),
  certificate_number text constraint candidacy_step_certificate_number_length check (char_length(certificate_number) between 1 and 100),
  province_consent_number text constraint candidacy_step_province_consent_number_length check (char_length(province_consent_number) between 1 and 100),
  received_on date,
  reason text constraint candidacy_step_reason_length check (char_length(reason) between 1 and 1000),
  vote_base smallint,
  vote_present smallint,
  vote_in_favour smallint,
  due_on date,
  entry_event_id uuid,
  reverses uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  recorder_name text not null,
  constraint candidacy_step_vote_whole check (num_nulls(vote_base, vote_present, vote_in_favour) in (0, 3)),
  constraint candidacy_step_vote_possible check (vote_base > 0 and vote_in_favour between 0 and vote_present and vote_present <= vote_base),
  foreign key (candidacy_id, position) references candidacy (id, position) on update cascade on delete restrict
);
comment on table candidacy_step is 'Append-only: the timeline. A wrong step is undone by a row that reverses it and says why.';
comment on column candidacy_step.recorded_by is 'Null where it was loaded with the records of before.';
comment on column candidacy_step.due_on is 'The limit that ran when the step was taken.';
comment on column candidacy_step.entry_event_id is 'The event of the ledger that the step posted.';
create index candidacy_step_candidacy_idx on candidacy_step (candidacy_id, id);
create unique index candidacy_step_reversed_once_idx on candidacy_step (reverses) where reverses is not null;

create table paper (
  id uuid primary key default uuidv7(),
  candidacy_id uuid not null,
  position bigint not null,
  kind text not null constraint paper_kind_known check (kind in (
    'APPLICATION', 'BIOGRAPHY', 'VERIFICATION', 'MEMBER_INTRODUCTION', 'YOUTH_UNION_INTRODUCTION',
    'TRADE_UNION_INTRODUCTION', 'OPINION_SUMMARY', 'RESIDENCE_OPINION', 'MASS_ORGANISATION_OPINION',
    'AWARENESS_CERTIFICATE', 'CELL_RESOLUTION', 'COMMITTEE_RESOLUTION', 'ADMISSION_DECISION',
    'NEW_MEMBER_CERTIFICATE', 'SELF_REVIEW', 'HELPER_OPINION', 'PROBATION_OPINION', 'RECOGNITION_CELL_RESOLUTION',
    'RECOGNITION_COMMITTEE_RESOLUTION', 'RECOGNITION_DECISION')),
  is_there boolean not null,
  made_on date not null,
  number text constraint paper_number_length check (char_length(number) between 1 and 100),
  body text constraint paper_body_length check (char_length(body) between 1 and 200),
  conclusion text constraint paper_conclusion_known check (conclusion in ('FAVOURABLE', 'FAVOURABLE_WITH_REMARKS', 'UNFAVOURABLE')),
  reference text constraint paper_reference_length check (char_length(reference) between 1 and 200),
  recorded_at timestamptz not null default now(),
  recorder_name text not null,
  constraint paper_kind_unique unique (candidacy_id, kind),
  foreign key (candidacy_id, position) references candidacy (id, position) on update cascade on delete restrict
);
comment on table paper is 'A paper of the file: that it is there, or asked for, and where it lies. Of a background check never the content.';

create table participant (
  id uuid primary key default uuidv7(),
  candidacy_id uuid not null,
  position bigint not null,
  kind text not null constraint participant_kind_known check (kind in ('HELPER', 'INTRODUCER', 'NOMINATOR')),
  member_id uuid references person (id) on delete restrict,
  organisation text constraint participant_organisation_known check (organisation in ('YOUTH_UNION', 'TRADE_UNION', 'WOMEN', 'FARMERS', 'VETERANS', 'FRONT', 'STUDENT_ASSOC')),
  name text not null constraint participant_name_length check (char_length(name) between 1 and 200),
  valid daterange not null constraint participant_valid_not_empty check (not isempty(valid)),
  recorder_name text not null,
  constraint participant_is_one_or_the_other check (num_nonnulls(member_id, organisation) = 1),
  foreign key (candidacy_id, position) references candidacy (id, position) on update cascade on delete restrict
);
comment on table participant is 'Who helps, introduces or nominates: an official member, or a mass organisation.';
create index participant_candidacy_idx on participant (candidacy_id);

create table idempotency_key (
  account_id uuid not null references account (id) on delete cascade,
  key text not null constraint idempotency_key_form check (key ~ '^[!-~]{8,80}$'),
  input_hash bytea not null constraint idempotency_key_is_sha256 check (octet_length(input_hash) = 32),
  result_id uuid not null,
  used_at timestamptz not null default now(),
  primary key (account_id, key)
);
comment on table idempotency_key is 'What a creating mutation made under a key that its caller chose: sent again, it is told and not made twice.';

-- 2019 to 2027. Those of the last year are as the calendar has them: the swaps of that year are announced late.
insert into holiday (day, name_vi, name_en) values
  ('2019-01-01', 'Tết Dương lịch', 'New Year'),
  ('2019-02-04', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2019-02-05', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2019-02-06', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2019-02-07', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2019-02-08', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2019-04-15', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2019-04-30', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2019-05-01', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2019-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2020-01-01', 'Tết Dương lịch', 'New Year'),
  ('2020-01-23', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2020-01-24', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2020-01-27', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2020-01-28', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2020-01-29', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2020-04-02', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2020-04-30', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2020-05-01', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2020-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2021-01-01', 'Tết Dương lịch', 'New Year'),
  ('2021-02-10', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2021-02-11', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2021-02-12', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2021-02-15', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2021-02-16', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2021-04-21', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2021-04-30', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2021-05-03', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2021-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2021-09-03', 'Quốc khánh 2/9', 'National Day'),
  ('2022-01-03', 'Tết Dương lịch', 'New Year'),
  ('2022-01-31', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2022-02-01', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2022-02-02', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2022-02-03', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2022-02-04', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2022-04-11', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2022-05-02', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2022-05-03', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2022-09-01', 'Quốc khánh 2/9', 'National Day'),
  ('2022-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2023-01-02', 'Tết Dương lịch', 'New Year'),
  ('2023-01-20', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2023-01-23', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2023-01-24', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2023-01-25', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2023-01-26', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2023-05-01', 'Giỗ Tổ Hùng Vương (nghỉ bù)', 'Hùng Kings’ Commemoration, day off in its place'),
  ('2023-05-02', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2023-05-03', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2023-09-01', 'Quốc khánh 2/9', 'National Day'),
  ('2023-09-04', 'Quốc khánh 2/9', 'National Day'),
  ('2024-01-01', 'Tết Dương lịch', 'New Year'),
  ('2024-02-08', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2024-02-09', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2024-02-12', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2024-02-13', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2024-02-14', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2024-04-18', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2024-04-30', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2024-05-01', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2024-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2024-09-03', 'Quốc khánh 2/9', 'National Day'),
  ('2025-01-01', 'Tết Dương lịch', 'New Year'),
  ('2025-01-27', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2025-01-28', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2025-01-29', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2025-01-30', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2025-01-31', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2025-04-07', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2025-04-30', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2025-05-01', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2025-09-01', 'Quốc khánh 2/9', 'National Day'),
  ('2025-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2026-01-01', 'Tết Dương lịch', 'New Year'),
  ('2026-02-16', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-17', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-18', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-19', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-20', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-04-27', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2026-04-30', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2026-05-01', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2026-09-01', 'Quốc khánh 2/9', 'National Day'),
  ('2026-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2027-01-01', 'Tết Dương lịch', 'New Year'),
  ('2027-02-05', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2027-02-08', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2027-02-09', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2027-02-10', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2027-02-11', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2027-04-16', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration'),
  ('2027-04-30', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  ('2027-05-03', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  ('2027-09-02', 'Quốc khánh 2/9', 'National Day'),
  ('2027-09-03', 'Quốc khánh 2/9', 'National Day');
