-- What is changed in place keeps what stood before: papers, and what lies apart of a person. Whose part in a file ends keeps by whom and when.

create table paper_change (
  paper_id uuid not null,
  version integer not null,
  candidacy_id uuid not null,
  position bigint not null,
  is_there boolean not null,
  made_on date not null,
  number text,
  body text,
  conclusion text,
  reference text,
  recorder_name text not null,
  recorded_at timestamptz not null,
  primary key (paper_id, version),
  foreign key (paper_id, candidacy_id, position) references paper (id, candidacy_id, position) on update cascade on delete restrict
);
comment on table paper_change is 'What stood of a paper before each change. Kept by the database alone.';
create index paper_change_candidacy_idx on paper_change (candidacy_id);
comment on column paper.recorded_at is 'When it was recorded as it stands: with its last change.';

create table person_sensitive_change (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  position bigint not null,
  ethnic_group text not null,
  religion text not null,
  personal_number text,
  changed_at timestamptz not null default now(),
  changer_name text,
  foreign key (person_id, position) references person (id, position) on update cascade on delete restrict
);
comment on table person_sensitive_change is 'What stood of the sensitive fields of a person before each change, and who made the change. Kept by the database alone, read as they are: while unlocked.';
comment on column person_sensitive_change.changer_name is 'Null where no account made the change.';
create index person_sensitive_change_person_idx on person_sensitive_change (person_id, id);

alter table participant add column ended_at timestamptz, add column ender_name text;
comment on column participant.ender_name is 'Who recorded that the part ended; null while it lasts, and of those that ended before that was kept.';
