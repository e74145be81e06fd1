-- Plans of a year with their items; and what is followed up: obstacles, inspections, reminders. Nothing of it is deleted.

-- The key by which numbers of documents sort pads each run of digits (to twenty), so that it still reads as the number that it was made of.
create or replace function app.number_sort_key(number text) returns text
language sql immutable strict parallel safe
return (select string_agg(case when part ~ '^\d' then lpad(ltrim(part, '0'), greatest(20, char_length(part)), '0') else part end, '' order by n)
  from regexp_matches(app.fold(number), '\d+|\D+', 'g') with ordinality as found (parts, n) cross join lateral unnest(found.parts) as part);
alter table document alter column number_key set expression as (app.number_sort_key(number));

create table plan (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  year smallint not null constraint plan_year_possible check (year between 2000 and 2100),
  document_id uuid references document (id) on delete restrict,
  parent_id uuid references plan (id) on delete restrict constraint plan_parent_is_another check (parent_id <> id),
  is_handed_down boolean not null default false,
  version integer not null default 1,
  taken_back_reason text constraint plan_taken_back_reason_length check (char_length(taken_back_reason) between 1 and 1000),
  taken_back_by text,
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  constraint plan_taken_back_whole check ((taken_back_reason is null) = (taken_back_by is null)),
  constraint plan_in_its_place unique (id, position),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table plan is 'What a unit sets out to do in a year.';
comment on column plan.parent_id is 'The plan of a unit above that this one follows.';
comment on column plan.is_handed_down is 'Whether the units below see it, with its items.';
create unique index plan_of_year_idx on plan (unit_id, year) where taken_back_reason is null;
create index plan_parent_idx on plan (parent_id) where parent_id is not null;

create table plan_item (
  id uuid primary key default uuidv7(),
  plan_id uuid not null,
  position bigint not null,
  period text not null constraint plan_item_period_form check (period ~ '^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
  due_on date not null,
  title text not null constraint plan_item_title_length check (char_length(title) between 1 and 300),
  responsible text constraint plan_item_responsible_length check (char_length(responsible) between 1 and 100),
  version integer not null default 1,
  taken_back_reason text constraint plan_item_taken_back_reason_length check (char_length(taken_back_reason) between 1 and 1000),
  taken_back_by text,
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  constraint plan_item_taken_back_whole check ((taken_back_reason is null) = (taken_back_by is null)),
  constraint plan_item_in_its_place unique (id, position),
  foreign key (plan_id, position) references plan (id, position) on update cascade on delete restrict
);
comment on table plan_item is 'One thing to do in a month or a quarter of a plan.';
comment on column plan_item.due_on is 'Last day of its period.';
create index plan_item_plan_idx on plan_item (plan_id, due_on, id);

create table plan_item_check (
  id uuid primary key default uuidv7(),
  item_id uuid not null,
  position bigint not null,
  done_on date,
  note text constraint plan_item_check_note_length check (char_length(note) between 1 and 1000),
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  constraint plan_item_check_undone_for_a_reason check (done_on is not null or note is not null),
  foreign key (item_id, position) references plan_item (id, position) on update cascade on delete restrict
);
comment on table plan_item_check is 'Append-only: that an item was done, and that it was not after all. The last line stands.';
comment on column plan_item_check.done_on is 'Null where it takes back that the item was done.';
create index plan_item_check_item_idx on plan_item_check (item_id, id desc);

create table obstacle (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  title text not null constraint obstacle_title_length check (char_length(title) between 1 and 300),
  details text constraint obstacle_details_length check (char_length(details) between 1 and 1000),
  owner_name text not null constraint obstacle_owner_name_length check (char_length(owner_name) between 1 and 100),
  raised_on date not null,
  due_on date,
  resolved_on date,
  resolution text constraint obstacle_resolution_length check (char_length(resolution) between 1 and 1000),
  resolver_name text,
  version integer not null default 1,
  taken_back_reason text constraint obstacle_taken_back_reason_length check (char_length(taken_back_reason) between 1 and 1000),
  taken_back_by text,
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  constraint obstacle_days_in_order check (due_on >= raised_on and resolved_on >= raised_on),
  constraint obstacle_resolved_whole check ((resolved_on is null) = (resolution is null) and (resolved_on is null) = (resolver_name is null)),
  constraint obstacle_taken_back_whole check ((taken_back_reason is null) = (taken_back_by is null)),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict
);
comment on table obstacle is 'What stands in the way of a unit, who sees to it, and by when.';
create index obstacle_open_idx on obstacle (position, due_on, id) where resolved_on is null;
create index obstacle_resolved_idx on obstacle (position, resolved_on, id) where resolved_on is not null;

create table inspection (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  by_unit_id uuid not null,
  by_position bigint not null,
  inspected_on date not null,
  title text not null constraint inspection_title_length check (char_length(title) between 1 and 300),
  conclusion text constraint inspection_conclusion_length check (char_length(conclusion) between 1 and 1000),
  inspector text constraint inspection_inspector_length check (char_length(inspector) between 1 and 100),
  document_id uuid references document (id) on delete restrict,
  version integer not null default 1,
  taken_back_reason text constraint inspection_taken_back_reason_length check (char_length(taken_back_reason) between 1 and 1000),
  taken_back_by text,
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  constraint inspection_by_another check (by_unit_id <> unit_id),
  constraint inspection_taken_back_whole check ((taken_back_reason is null) = (taken_back_by is null)),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict,
  foreign key (by_unit_id, by_position) references unit (id, lo) on update cascade on delete restrict
);
comment on table inspection is 'That a unit was inspected by one above it, and what came of it.';
create index inspection_place_idx on inspection (position, inspected_on desc, id desc);
create index inspection_unit_idx on inspection (unit_id, inspected_on desc) where taken_back_reason is null;

create table reminder (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  position bigint not null,
  by_unit_id uuid not null,
  by_position bigint not null,
  sent_on date not null,
  text text not null constraint reminder_text_length check (char_length(text) between 1 and 1000),
  answer_until date,
  reply text constraint reminder_reply_length check (char_length(reply) between 1 and 1000),
  replied_on date,
  replier_name text,
  version integer not null default 1,
  taken_back_reason text constraint reminder_taken_back_reason_length check (char_length(taken_back_reason) between 1 and 1000),
  taken_back_by text,
  recorder_name text not null,
  recorded_at timestamptz not null default now(),
  constraint reminder_by_another check (by_unit_id <> unit_id),
  constraint reminder_days_in_order check (answer_until >= sent_on and replied_on >= sent_on),
  constraint reminder_replied_whole check ((replied_on is null) = (reply is null) and (replied_on is null) = (replier_name is null)),
  constraint reminder_taken_back_whole check ((taken_back_reason is null) = (taken_back_by is null)),
  foreign key (unit_id, position) references unit (id, lo) on update cascade on delete restrict,
  foreign key (by_unit_id, by_position) references unit (id, lo) on update cascade on delete restrict
);
comment on table reminder is 'What a unit above urged a unit to do, and the reply.';
create index reminder_open_idx on reminder (position, answer_until, id) where replied_on is null;
create index reminder_sent_idx on reminder (position, sent_on desc, id desc);
