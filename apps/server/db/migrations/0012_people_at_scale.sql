-- What lets lists of people and candidacies of a whole province be counted, ordered and searched without reading all of them.

create table tally (
  position bigint not null,
  subject text collate "C" not null constraint tally_subject_known check (subject in ('PERSON', 'CANDIDACY')),
  state text collate "C" not null,
  count int not null,
  is_change boolean not null default true
);
comment on table tally is 'How many people and candidacies stand at each place in each state: the sum of the rows. Kept by the database; who changes something adds a row and waits for nobody.';
comment on column tally.is_change is 'Whether the row is a change that was not folded yet.';
create index tally_place_idx on tally (subject, state, position) include (count);
create index tally_change_idx on tally (position) where is_change;

create table name_word (
  subject text collate "C" not null constraint name_word_subject_known check (subject in ('PERSON', 'CANDIDACY')),
  id uuid not null,
  word text collate "C" not null,
  prior text collate "C" not null,
  position bigint not null,
  state text collate "C" not null,
  name_fold text not null,
  primary key (subject, id, word)
);
comment on table name_word is 'Each word of the folded names of people, and of candidacies by the names of theirs, with what a search compares beside it. Kept by the database.';
comment on column name_word.prior is 'The word before it in the order of bytes, or the empty text: of the words that begin alike the first one counts.';
create index name_word_idx on name_word (subject, word, position) include (prior, state, name_fold, id);

insert into tally (position, subject, state, count, is_change)
select position, 'PERSON', state, count(*), false from person group by position, state
union all select position, 'CANDIDACY', state, count(*), false from candidacy group by position, state;
insert into name_word (subject, id, word, prior, position, state, name_fold)
select n.subject, n.id, w.word, w.prior, n.position, n.state, n.name_fold
from (
  select 'PERSON' as subject, id, position, state, name_fold from person
  union all select 'CANDIDACY', c.id, c.position, c.state, p.name_fold from candidacy c join person p on p.id = c.person_id
) n cross join lateral (
  select each.word, coalesce(lag(each.word) over (order by each.word), '') as prior
  from (select distinct part collate "C" as word from string_to_table(n.name_fold, ' ') as part where part <> '') each) w;

-- By "case", not by coalesce: only the former may be compared before a policy has tested the row.
create index person_ceremony_idx on person ((case when ceremony_on is null then date '-infinity' else ceremony_on end), id);
drop index candidacy_due_idx;
create index candidacy_due_idx on candidacy ((case when due_on is null then date 'infinity' else due_on end), id) include (due_on, position, state);
create index candidacy_stage_idx on candidacy (state, last_on) include (due_on, position);
