-- Facts as signed, dated entries; counters that are their sums; the queue of entries not yet folded into counters.

create table entry (
  id uuid primary key default uuidv7(),
  event_id uuid not null,
  unit_id uuid not null references unit (id) on delete restrict,
  position_then bigint not null,
  position_now bigint not null,
  other_then bigint,
  other_now bigint,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  measure text collate "C" not null constraint entry_measure_known check (measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS',
    'ADMITTED', 'RECOGNISED', 'TRANSFERRED_IN', 'TRANSFERRED_OUT', 'REMOVED', 'EXPELLED', 'LEFT', 'DECEASED',
    'REORGANISED_IN', 'REORGANISED_OUT', 'UNITS', 'GRASSROOTS_ORGANISATIONS', 'CELLS', 'UNITS_FOUNDED', 'UNITS_CLOSED')),
  delta smallint not null constraint entry_delta_is_one check (delta in (-1, 1)),
  subject_kind text collate "C" not null constraint entry_subject_kind_known check (subject_kind in ('PERSON', 'UNIT')),
  subject_id uuid not null,
  gender text collate "C" constraint entry_gender_known check (gender in ('F', 'M', 'UNKNOWN')),
  age_band text collate "C" constraint entry_age_band_known check (age_band in ('AGE_18_30', 'AGE_31_40', 'AGE_41_50', 'AGE_51_60', 'AGE_OVER_60', 'UNKNOWN')),
  youth_union text collate "C" constraint entry_youth_union_known check (youth_union in ('YES', 'NO', 'UNKNOWN')),
  occupation text collate "C" constraint entry_occupation_known check (occupation in ('CADRE_CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'BUSINESS_EMPLOYEE',
    'WORKER', 'FARMER', 'ARMY', 'POLICE', 'PUPIL', 'STUDENT', 'RETIRED', 'SELF_EMPLOYED', 'OTHER', 'UNKNOWN')),
  enterprise_relation text collate "C" constraint entry_enterprise_relation_known check (enterprise_relation in ('NOT_APPLICABLE', 'OWNER', 'MANAGER', 'WORKER', 'UNKNOWN')),
  education text collate "C" constraint entry_education_known check (education in ('ILLITERATE_OR_LITERATE_ONLY', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'UNKNOWN')),
  unit_type text collate "C" not null,
  areas text[] collate "C" not null,
  reverses uuid,
  constraint entry_person_has_slices check (subject_kind = 'UNIT' or (gender is not null and age_band is not null and youth_union is not null
    and occupation is not null and enterprise_relation is not null and education is not null)),
  constraint entry_other_only_at_a_border check ((other_then is null) = (measure not in ('TRANSFERRED_IN', 'TRANSFERRED_OUT', 'REORGANISED_IN', 'REORGANISED_OUT'))),
  constraint entry_other_both check ((other_then is null) = (other_now is null))
);
comment on table entry is 'Append-only. A correction is a reversing entry and a new one. position_then never changes; a reorganisation rewrites position_now.';
comment on column entry.occurred_on is 'The day on which it was true.';
comment on column entry.recorded_at is 'When we knew it: set by the database.';
comment on column entry.other_then is 'Transfers and reorganisation flows: position of the other unit. Counted only by units that do not hold both.';
create index entry_place_idx on entry (position_then, measure, occurred_on) include (delta, other_then);
create index entry_day_idx on entry (measure, occurred_on) include (position_then, delta, other_then);
create index entry_now_idx on entry (position_now, measure, occurred_on) include (delta, other_now);
create index entry_subject_idx on entry (subject_id);
create unique index entry_reversed_once_idx on entry (reverses) where reverses is not null;

create table entry_sensitive (
  entry_id uuid primary key,
  position_then bigint not null,
  position_now bigint not null,
  ethnic_minority text collate "C" not null constraint entry_sensitive_ethnic_minority_known check (ethnic_minority in ('YES', 'NO', 'UNKNOWN')),
  religion text collate "C" not null constraint entry_sensitive_religion_known check (religion in ('YES', 'NO', 'UNKNOWN'))
);
comment on table entry_sensitive is 'Ethnic minority and religion of an entry''s person, apart so that they have a policy of their own. A trigger checks the entry, for a whole statement at once.';

create table entry_position (
  entry_id uuid not null references entry (id) on delete restrict,
  until date not null,
  position bigint not null,
  other bigint,
  primary key (entry_id, until)
);
comment on table entry_position is 'What position_now was before the reorganisation of that day: for figures restated onto the tree of an earlier day.';
create index entry_position_place_idx on entry_position (position, until);
create index entry_position_until_idx on entry_position (until);

create table pending (
  entry_id uuid primary key,
  position bigint not null
);
comment on table pending is 'Entries that no counter holds yet, written by a trigger on entry. A read adds them; the compactor folds them.';
create index pending_position_idx on pending (position);

create table counter (
  unit_id uuid not null,
  position bigint not null,
  measure text collate "C" not null,
  grain text collate "C" not null constraint counter_grain_known check (grain in ('MONTH', 'YEAR')),
  starts_on date not null,
  value integer not null,
  primary key (unit_id, measure, grain, starts_on) include (value),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);

create table slice_counter (
  unit_id uuid not null,
  position bigint not null,
  measure text collate "C" not null,
  dimension text collate "C" not null,
  key text collate "C" not null,
  starts_on date not null,
  value integer not null,
  primary key (unit_id, measure, dimension, starts_on, key) include (value),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table slice_counter is 'Sums per quarter and slice. Ethnic minority and religion stand here as counts only.';
