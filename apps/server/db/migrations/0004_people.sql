-- People whose entries the ledger holds. What is sensitive lies apart.

create table person (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  full_name text not null constraint person_full_name_length check (char_length(full_name) between 1 and 200),
  name_fold text not null generated always as (app.fold(full_name)) stored,
  sort_key text collate "vi-x-icu" not null generated always as (app.name_sort_key(full_name)) stored,
  birth_date date not null,
  gender text not null constraint person_gender_known check (gender in ('F', 'M', 'UNKNOWN')),
  youth_union text not null constraint person_youth_union_known check (youth_union in ('YES', 'NO', 'UNKNOWN')),
  occupation text not null,
  enterprise_relation text not null,
  education text not null,
  state text not null constraint person_state_known check (state in ('PROBATIONARY', 'OFFICIAL', 'FORMER')),
  admission_decided_on date,
  ceremony_on date,
  recognition_decided_on date,
  official_on date,
  left_on date,
  constraint person_position_unique unique (id, position),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict,
  constraint person_left_when_former check ((state = 'FORMER') = (left_on is not null))
);
comment on column person.ceremony_on is 'Entry date: admissions count by it and probation runs from it.';
comment on column person.official_on is 'Ceremony plus 12 months, whatever the date of the decision: recognitions count by it.';
create index person_place_idx on person (position, id);
create index person_name_idx on person (sort_key, id);

create table person_sensitive (
  person_id uuid primary key,
  position bigint not null,
  ethnic_group text not null,
  religion text not null,
  foreign key (person_id, position) references person (id, position) on update cascade on delete restrict
);
