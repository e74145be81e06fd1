-- The register of documents: what targets, plans and assignments rest on.

-- The key by which numbers of documents sort: letters folded, each run of digits by its value. One that has more digits comes later.
create function app.number_sort_key(number text) returns text
language sql immutable strict parallel safe
return (select string_agg(case when part ~ '^\d' then to_char(char_length(ltrim(part, '0')), 'FM000') || ltrim(part, '0') else part end, '' order by n)
  from regexp_matches(app.fold(number), '\d+|\D+', 'g') with ordinality as found (parts, n) cross join lateral unnest(found.parts) as part);

create table document (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  kind text not null constraint document_kind_known check (kind in ('RESOLUTION', 'DIRECTIVE', 'CONCLUSION', 'REGULATION', 'WORKING_REGULATION', 'DECISION', 'PLAN', 'PROGRAMME', 'SCHEME', 'GUIDANCE', 'NOTICE', 'DISPATCH')),
  number text not null constraint document_number_length check (char_length(number) between 1 and 100),
  number_key text collate "C" not null generated always as (app.number_sort_key(number)) stored,
  issuer text constraint document_issuer_length check (char_length(issuer) between 1 and 100),
  issued_on date not null constraint document_issued_on_possible check (issued_on >= '1930-02-03'),
  title text not null constraint document_title_length check (char_length(title) between 1 and 300),
  implements_id uuid references document (id) on delete restrict constraint document_implements_another check (implements_id <> id),
  is_handed_down boolean not null default false,
  version integer not null default 1,
  taken_back_reason text constraint document_taken_back_reason_length check (char_length(taken_back_reason) between 1 and 1000),
  taken_back_by text,
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  constraint document_taken_back_whole check ((taken_back_reason is null) = (taken_back_by is null)),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table document is 'A document in the register of a unit: issued by it, or by a body outside the tree that it follows. Never deleted.';
comment on column document.number is 'As it is written: 6a, 28-NQ/TU.';
comment on column document.issuer is 'Who issued it, where the unit did not: a central body. Null where the unit did.';
comment on column document.is_handed_down is 'Whether the units below see it.';
comment on column document.taken_back_reason is 'Why it does not stand; null while it does.';
create index document_place_idx on document (position, issued_on desc, id desc);
create index document_unit_idx on document (unit_id, number_key);
create index document_implements_idx on document (implements_id) where implements_id is not null;
