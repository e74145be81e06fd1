-- How many of a whole district have which word in their names, so that a word that a quarter of a province has is not counted one by one.
-- Filled where its triggers are made (db/current/038_people.sql), so that nothing is written in between.
create table word_tally (
  block bigint not null,
  subject text collate "C" not null constraint word_tally_subject_known check (subject in ('PERSON', 'CANDIDACY')),
  word text collate "C" not null,
  shared_with_prior int not null,
  state text collate "C" not null,
  count int not null,
  is_change boolean not null default true
);
comment on table word_tally is 'How many people and candidacies of a block of positions have a word in their names: the sum of the rows. Kept by the database; who changes something adds a row and waits for nobody.';
comment on column word_tally.block is 'The first position of the block: as many positions as a unit right below a root has.';
comment on column word_tally.word is 'A word of folded names, or the empty text, by which everybody is counted once.';
comment on column word_tally.shared_with_prior is 'How many characters the word begins alike with the word before it in the same name; -1 for the empty text. A search of at most that many characters has found the person by the earlier word.';
comment on column word_tally.is_change is 'Whether the row is a change that was not folded yet.';
create index word_tally_idx on word_tally (subject, word, block) include (shared_with_prior, state, count);
create index word_tally_change_idx on word_tally (block, subject, word) where is_change;

-- A list in the order of names that looks for a word finds it in the index.
drop index person_name_idx;
create index person_name_idx on person (sort_key, id) include (name_fold, position, state);
