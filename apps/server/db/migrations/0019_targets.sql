-- Targets: what a unit is asked for, the versions of it, and how a unit divides its own over the units below.

create table target (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  issuer_id uuid not null,
  issuer_position bigint not null,
  parent_id uuid,
  indicator text not null constraint target_indicator_known check (indicator in (
    'ADMITTED', 'RECOGNISED', 'LISTED', 'CERTIFIED', 'UNITS_FOUNDED', 'PLACES_WITHOUT_CELL')),
  dimension text constraint target_dimension_known check (dimension in ('GENDER', 'AGE_BAND', 'ETHNIC_MINORITY', 'RELIGION', 'YOUTH_UNION',
    'OCCUPATION', 'ENTERPRISE_RELATION', 'UNIT_TYPE', 'AREA', 'EDUCATION')),
  slice_key text,
  period text not null constraint target_period_length check (char_length(period) between 4 and 40),
  starts_on date not null,
  ends_on date,
  closed_on date,
  closed_result int,
  constraint target_whole unique (id, unit_id, position),
  constraint target_slice_whole check ((dimension is null) = (slice_key is null)),
  constraint target_days_in_order check (ends_on >= starts_on),
  constraint target_closed_whole check ((closed_on is null) = (closed_result is null)),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict,
  foreign key (issuer_id, issuer_position) references unit (id, lo) on update cascade on delete restrict
);
-- Whoever divides a target is the unit that has it.
alter table target add constraint target_parent_is_the_issuers foreign key (parent_id, issuer_id, issuer_position)
  references target (id, unit_id, position) on update cascade on delete restrict;
comment on table target is 'What a unit is asked for in a period. How much, its versions say.';
comment on column target.issuer_id is 'The unit that gave it: one above, or the unit itself by its congress. It alone adjusts it.';
comment on column target.parent_id is 'The target of the issuer of which this one is a part; null where it is no part of another.';
comment on column target.closed_on is 'The day from which the unit was no more, within the period. What counts is then closed_result, at the most what was given.';
create unique index target_one_open_idx on target (unit_id, indicator, coalesce(dimension, ''), coalesce(slice_key, ''), starts_on, coalesce(ends_on, 'infinity'), issuer_id) where closed_on is null;
create index target_position_idx on target (position);
create index target_parent_idx on target (parent_id);

create table allocation (
  id uuid primary key default uuidv7(),
  target_id uuid not null,
  unit_id uuid not null,
  position bigint not null,
  number int not null constraint allocation_number_positive check (number > 0),
  divides int not null,
  sum_rule text not null constraint allocation_sum_rule_known check (sum_rule in ('EXACTLY', 'NOT_BELOW', 'WITH_RESERVE')),
  reserve_low int not null default 0 constraint allocation_reserve_low_possible check (reserve_low >= 0),
  reserve_high int constraint allocation_reserve_high_possible check (reserve_high >= reserve_low),
  origin text not null default 'PUBLISHED' constraint allocation_origin_known check (origin in ('PUBLISHED', 'UNIT_CLOSED')),
  document_id uuid references document (id) on delete restrict,
  document_number text constraint allocation_document_number_length check (char_length(document_number) between 1 and 100),
  issued_on date not null,
  reason text constraint allocation_reason_length check (char_length(reason) between 1 and 1000),
  recorded_at timestamptz not null default now(),
  recorder_name text not null,
  constraint allocation_number_unique unique (target_id, number),
  -- A reserve is kept by its rule, or because a unit below ended and left it.
  constraint allocation_reserve_by_rule check (reserve_low = 0 and coalesce(reserve_high, 0) = 0 or sum_rule = 'WITH_RESERVE' or origin = 'UNIT_CLOSED'),
  foreign key (target_id, unit_id, position) references target (id, unit_id, position) on update cascade on delete restrict
);
comment on table allocation is 'How a unit divided a version of its own target over the units below. Append-only: the last one is in force.';
comment on column allocation.divides is 'The version of the target that was divided.';
create index allocation_position_idx on allocation (position);

create table target_version (
  target_id uuid not null,
  unit_id uuid not null,
  position bigint not null,
  number int not null constraint target_version_number_positive check (number > 0),
  kind text not null constraint target_version_kind_known check (kind in ('EXACT', 'MINIMUM', 'RANGE', 'RATE', 'RATE_RANGE', 'REDUCE_TO')),
  low numeric(9, 2) not null constraint target_version_low_possible check (low >= 0),
  high numeric(9, 2) constraint target_version_high_possible check (high >= low),
  base text constraint target_version_base_known check (base in (
    'STOCK_AT_TERM_START', 'STOCK_AT_YEAR_START', 'STOCK_AT_PERIOD_END', 'AVERAGE_STOCK', 'FIXED_NUMBER')),
  base_number int constraint target_version_base_number_possible check (base_number >= 0),
  allocation_id uuid references allocation (id) on delete restrict,
  document_id uuid references document (id) on delete restrict,
  document_number text constraint target_version_document_number_length check (char_length(document_number) between 1 and 100),
  issued_on date not null,
  reason text constraint target_version_reason_length check (char_length(reason) between 1 and 1000),
  note text constraint target_version_note_length check (char_length(note) between 1 and 1000),
  recorded_at timestamptz not null default now(),
  recorder_name text not null,
  primary key (target_id, number),
  foreign key (target_id, unit_id, position) references target (id, unit_id, position) on update cascade on delete restrict,
  constraint target_version_kind_whole check (case kind when 'EXACT' then high = low and high is not null when 'RANGE' then high is not null when 'RATE_RANGE' then high is not null else high is null end),
  constraint target_version_rate_possible check (kind not in ('RATE', 'RATE_RANGE') or (coalesce(high, low) <= 100 and base is not null)),
  constraint target_version_number_whole check (kind in ('RATE', 'RATE_RANGE') or (low = trunc(low) and (high is null or high = trunc(high)) and base is null and base_number is null)),
  constraint target_version_fixed_base_given check (base is distinct from 'FIXED_NUMBER' or base_number is not null),
  constraint target_version_adjusted_for_a_reason check (number = 1 or reason is not null)
);
comment on table target_version is 'How much a target asks for. Append-only: an adjustment is a further version, the last one is in force.';
comment on column target_version.base_number is 'Members that a fixed rate is taken of, and by which any rate weighs in the allocation that gave it.';
comment on column target_version.allocation_id is 'The allocation that gave it; null where it is no part of another target.';
create index target_version_position_idx on target_version (position);
create index target_version_allocation_idx on target_version (allocation_id);

alter table allocation add constraint allocation_divides_a_version foreign key (target_id, divides) references target_version (target_id, number) on delete restrict;

create table allocation_draft (
  target_id uuid primary key,
  unit_id uuid not null,
  position bigint not null,
  version int not null default 1,
  sum_rule text not null constraint allocation_draft_sum_rule_known check (sum_rule in ('EXACTLY', 'NOT_BELOW', 'WITH_RESERVE')),
  reserve_low int,
  reserve_high int,
  lines jsonb not null constraint allocation_draft_lines_bounded check (jsonb_typeof(lines) = 'array' and octet_length(lines::text) <= 400000),
  saved_at timestamptz not null default now(),
  saver_name text not null,
  foreign key (target_id, unit_id, position) references target (id, unit_id, position) on update cascade on delete restrict
);
comment on table allocation_draft is 'A worksheet that is not published yet: one of a target. The units below do not see it.';
create index allocation_draft_position_idx on allocation_draft (position);

create table locality (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  name text not null constraint locality_name_length check (char_length(name) between 1 and 200),
  since date not null,
  own_cell_since date,
  shared_cell_since date,
  member_since date,
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table locality is 'A hamlet or a quarter in the area of a unit: whether it has a cell of its own, shares one, or has a member at all.';
create index locality_position_idx on locality (position);
