-- The file of a candidacy: several papers of a kind over time, how an introducer knows the candidate, and files that are kept with papers.

alter table paper drop constraint paper_kind_known;
alter table paper add constraint paper_kind_known check (kind in (
  'APPLICATION', 'BIOGRAPHY', 'VERIFICATION', 'MEMBER_INTRODUCTION', 'YOUTH_UNION_INTRODUCTION',
  'TRADE_UNION_INTRODUCTION', 'OPINION_SUMMARY', 'RESIDENCE_OPINION', 'MASS_ORGANISATION_OPINION',
  'AWARENESS_CERTIFICATE', 'CELL_RESOLUTION', 'SECTION_OPINION', 'COMMITTEE_RESOLUTION', 'ADMISSION_DECISION',
  'NEW_MEMBER_CERTIFICATE', 'SELF_REVIEW', 'HELPER_OPINION', 'PROBATION_OPINION', 'RECOGNITION_CELL_RESOLUTION',
  'RECOGNITION_SECTION_OPINION', 'RECOGNITION_COMMITTEE_RESOLUTION', 'RECOGNITION_DECISION'));
-- A certificate is renewed, a second introducer writes, an opinion is asked for again: the older paper stays beside the newer one.
alter table paper drop constraint paper_kind_unique;
alter table paper add column version integer not null default 1;
alter table paper add constraint paper_position_unique unique (id, candidacy_id, position);
create index paper_candidacy_idx on paper (candidacy_id, kind, made_on);

alter table participant add column version integer not null default 1;
alter table participant add column together text constraint participant_together_known check (together in ('RECORDS', 'SHARED_WORK', 'SAME_RESIDENCE'));
alter table participant add column together_since date;
alter table participant add constraint participant_together_whole check (
  (together is null and together_since is null) or (member_id is not null and kind = 'INTRODUCER' and (together = 'SAME_RESIDENCE') = (together_since is null)));
comment on column participant.together is 'How an introducer knows the candidate: twelve months under one grassroots organisation by the records or as confirmed, or at the same residence. Null for those named before that was asked.';
comment on column participant.together_since is 'Since when they have worked, laboured or studied together.';

create table paper_file (
  id uuid primary key,
  paper_id uuid not null,
  candidacy_id uuid not null,
  position bigint not null,
  name text not null constraint paper_file_name_length check (char_length(name) between 1 and 120),
  media_type text not null constraint paper_file_media_type_known check (media_type in (
    'application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic')),
  bytes integer not null constraint paper_file_bytes_positive check (bytes > 0),
  sha256 bytea not null constraint paper_file_is_sha256 check (octet_length(sha256) = 32),
  account_id uuid not null references account (id) on delete restrict,
  recorder_name text not null,
  uploaded_at timestamptz not null default now(),
  removed_at timestamptz,
  foreign key (paper_id, candidacy_id, position) references paper (id, candidacy_id, position) on update cascade on delete restrict
);
comment on table paper_file is 'A scan or photograph of a paper. Its bytes lie outside of the database, under its id.';
comment on column paper_file.removed_at is 'From then on nobody reads it, and its bytes are swept. The row stays, so that what was sent in a day can be added up.';
create index paper_file_candidacy_idx on paper_file (candidacy_id) where removed_at is null;
create index paper_file_account_idx on paper_file (account_id, uploaded_at);

create table file_limit (
  measure text primary key constraint file_limit_measure_known check (measure in ('FILE_BYTES', 'PAPER_FILES', 'CANDIDACY_BYTES', 'ACCOUNT_DAY_BYTES')),
  allowed bigint not null constraint file_limit_allowed_positive check (allowed > 0)
);
comment on table file_limit is 'How large a file may be, how many a paper has, and how much a candidacy holds and an account sends in a day, in bytes.';
insert into file_limit (measure, allowed) values ('FILE_BYTES', 20 * 1024 * 1024), ('PAPER_FILES', 10), ('CANDIDACY_BYTES', 200 * 1024 * 1024), ('ACCOUNT_DAY_BYTES', 500 * 1024 * 1024);
