-- The tree: kinds as data, units, and everything about a unit that has a date.

create schema app authorization banyan_owner;
grant usage on schema app to banyan_app;

-- Folds a text for comparison: no marks, no case, đ as d, NFC first so that both encodings of a letter meet.
create function app.fold(value text) returns text
language sql immutable strict parallel safe
return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc)));

-- The key by which Vietnamese names sort: given name, then family name, then the names between. One expression, so that it is inlined.
create function app.name_sort_key(full_name text) returns text
language sql immutable strict parallel safe
return regexp_replace(btrim(normalize(full_name, nfc)), '^(\S+)\s+(?:(.*)\s+)?(\S+)$', '\3 \1 \2');

create table configuration (
  code text primary key,
  name_vi text not null,
  name_en text not null
);
comment on table configuration is 'A set of unit kinds that together describe one shape of the tree.';

create table tier_label (
  configuration text not null references configuration on delete restrict,
  tier text not null constraint tier_label_tier_known check (tier in ('PROVINCE', 'UPPER', 'GRASSROOTS', 'SECTION', 'CELL', 'GROUP')),
  name_vi text not null,
  name_en text not null,
  primary key (configuration, tier)
);

create table unit_kind (
  configuration text not null references configuration on delete restrict,
  code text not null,
  name_vi text not null,
  name_en text not null,
  tier text not null constraint unit_kind_tier_known check (tier in ('PROVINCE', 'UPPER', 'GRASSROOTS', 'SECTION', 'CELL', 'GROUP')),
  may_be_root boolean not null default false,
  is_grassroots_organisation boolean not null default false,
  holds_members boolean not null default false,
  powers text[] not null default '{}',
  keeps_counters boolean not null,
  keeps_slice_counters boolean not null,
  valid_from date not null default '1930-02-03',
  valid_to date,
  primary key (configuration, code),
  constraint unit_kind_powers_known check (powers <@ array['DECIDES_ADMISSIONS', 'ISSUES_TARGETS', 'CLASSIFIES']),
  constraint unit_kind_valid_order check (valid_to is null or valid_to > valid_from)
);
comment on column unit_kind.keeps_counters is 'Monthly totals are kept for units of this kind; otherwise figures are summed from entries. A matter of cost, never of meaning.';

create table unit_kind_parent (
  configuration text not null,
  child_kind text not null,
  parent_kind text not null,
  primary key (configuration, child_kind, parent_kind),
  foreign key (configuration, child_kind) references unit_kind on delete restrict,
  foreign key (configuration, parent_kind) references unit_kind on delete restrict
);

create table unit (
  id uuid primary key default uuidv7(),
  code text not null constraint unit_code_unique unique,
  configuration text not null,
  kind text not null,
  name text not null,
  name_fold text not null generated always as (app.fold(name)) stored,
  depth smallint not null constraint unit_depth_bounded check (depth between 0 and 5),
  lo bigint not null constraint unit_lo_unique unique,
  hi bigint not null,
  founded_on date not null,
  closed_on date,
  last_data_on date,
  constraint unit_code_form check (code ~ '^[^[:space:][:cntrl:]]{1,160}$'),
  constraint unit_interval_order check (lo < hi),
  constraint unit_closed_after_founded check (closed_on is null or closed_on > founded_on),
  constraint unit_position_unique unique (id, lo),
  foreign key (configuration, kind) references unit_kind on delete restrict
);
comment on column unit.lo is 'First position of the unit''s interval now, and the unit''s own position. Positions of descendants lie in (lo, hi].';
comment on column unit.last_data_on is 'Last day of data of a historical province, repeated on each unit of its tree; null where the records go on.';
comment on column unit.name is 'The name in force now; unit_name holds them all.';

create table unit_name (
  unit_id uuid not null,
  position bigint not null,
  name text not null constraint unit_name_length check (char_length(name) between 1 and 200),
  valid daterange not null constraint unit_name_valid_not_empty check (not isempty(valid)),
  primary key (unit_id, valid without overlaps),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);

create table placement (
  unit_id uuid not null,
  position bigint not null,
  parent_id uuid,
  valid daterange not null constraint placement_valid_not_empty check (not isempty(valid)),
  lo bigint not null constraint placement_lo_unique unique,
  hi bigint not null,
  ancestors uuid[] not null,
  constraint placement_interval_order check (lo < hi),
  primary key (unit_id, valid without overlaps),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict,
  constraint placement_parent_alive foreign key (parent_id, period valid) references placement (unit_id, period valid) deferrable initially deferred,
  constraint placement_intervals_apart exclude using gist (
    coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, int8range(lo, hi, '[]') with &&
  )
);
comment on table placement is 'Where a unit hung and which interval it owned, with dates. An interval is never given again.';
comment on column placement.ancestors is 'The chain from the root down to the unit itself during these dates.';
create index placement_parent_idx on placement (parent_id);

create table unit_profile (
  unit_id uuid not null,
  position bigint not null,
  valid daterange not null constraint unit_profile_valid_not_empty check (not isempty(valid)),
  unit_type text not null,
  areas text[] not null default '{}',
  primary key (unit_id, valid without overlaps),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict,
  constraint unit_profile_unit_type_known check (unit_type in ('COMMUNE_AREA', 'STATE_AGENCY', 'PUBLIC_SERVICE_UNIT',
    'NON_PUBLIC_SERVICE_UNIT', 'STATE_ENTERPRISE', 'PART_STATE_ENTERPRISE', 'NON_STATE_ENTERPRISE', 'FDI_ENTERPRISE',
    'COOPERATIVE', 'ARMY', 'POLICE', 'BORDER', 'PRESS', 'SCHOOL', 'OTHER', 'UNKNOWN')),
  constraint unit_profile_areas_known check (areas <@ array['RURAL', 'URBAN', 'MOUNTAIN', 'BORDER', 'ISLAND', 'MINORITY_AREA',
    'SPECIALLY_HARD', 'RELIGIOUS_AREA', 'KEY_AREA', 'RESIDENTIAL_CELL'])
);
comment on table unit_profile is 'Type and area of a unit, with dates: the slices that its entries carry.';

create table unit_alias (
  unit_id uuid not null,
  position bigint not null,
  alias text not null constraint unit_alias_length check (char_length(alias) between 1 and 200),
  primary key (unit_id, alias),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);

create table term (
  unit_id uuid not null,
  position bigint not null,
  ordinal smallint not null constraint term_ordinal_positive check (ordinal > 0),
  label text not null,
  valid daterange not null constraint term_valid_not_empty check (not isempty(valid)),
  primary key (unit_id, valid without overlaps),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);

create table unit_succession (
  predecessor_id uuid not null,
  position bigint not null,
  successor_id uuid not null references unit (id) on delete restrict,
  effective_on date not null,
  rank smallint not null default 1,
  primary key (predecessor_id, successor_id),
  foreign key (predecessor_id, position) references unit (id, lo) on update cascade on delete restrict,
  constraint unit_succession_not_itself check (predecessor_id <> successor_id)
);

create table unit_stub (
  unit_id uuid primary key references unit (id) on delete restrict,
  lo bigint not null,
  hi bigint not null,
  code text not null,
  name text not null,
  configuration text not null,
  kind text not null
);
comment on table unit_stub is 'What a reader may know of the units above: kept by the database, and all that its wider policy shows.';
create index unit_stub_lo_idx on unit_stub (lo);
