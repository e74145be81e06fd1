-- What is kept beside people and candidacies so that lists of a whole province are quick. A matter of cost, never of meaning: what is kept
-- follows from the rows themselves, in the transaction that writes them, whoever writes them and however many at once.

-- The first position of the block that a position lies in: of as many positions as a unit right below a root has. The interval of such a unit is
-- one block, that of a root is many, and every other lies within one.
create or replace function app.block_of(place bigint) returns bigint language sql immutable parallel safe
return place - place % app.interval_width(1);

-- Whether the part of an interval that lies in the scope consists of whole blocks.
create or replace function app.is_whole_blocks(from_lo bigint, to_hi bigint) returns boolean language sql stable parallel safe
return (
  select seen.lo = app.block_of(seen.lo) and seen.hi = app.block_of(seen.hi) + (app.interval_width(1) - 1)
  from (select greatest(from_lo, app.lo()) as lo, least(to_hi, app.hi()) as hi) seen
);

-- Adds what a statement changed of how many stand where in which state, at their places and in the blocks of them. Rows are only added: two who
-- change the same cell do not wait for each other.
create or replace function app.keep_tally() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into public.tally (position, subject, state, count) select position, tg_argv[0], state, count(*) from fresh group by position, state;
    insert into public.word_tally (block, subject, word, shared_with_prior, state, count) select app.block_of(position), tg_argv[0], '', -1, state, count(*) from fresh group by 1, 5;
  elsif tg_op = 'DELETE' then
    insert into public.tally (position, subject, state, count) select position, tg_argv[0], state, -count(*) from gone group by position, state;
    insert into public.word_tally (block, subject, word, shared_with_prior, state, count) select app.block_of(position), tg_argv[0], '', -1, state, -count(*) from gone group by 1, 5;
  else
    insert into public.tally (position, subject, state, count)
    select position, tg_argv[0], state, sum(change)
    from (select position, state, 1 as change from fresh union all select position, state, -1 from gone) moved
    group by position, state having sum(change) <> 0;
    insert into public.word_tally (block, subject, word, shared_with_prior, state, count)
    select app.block_of(position), tg_argv[0], '', -1, state, sum(change)
    from (select position, state, 1 as change from fresh union all select position, state, -1 from gone) moved
    group by 1, 5 having sum(change) <> 0;
  end if;
  return null;
end $$;

create or replace trigger person_tallied after insert on person referencing new table as fresh for each statement execute function app.keep_tally('PERSON');
create or replace trigger person_tallied_anew after update on person referencing old table as gone new table as fresh for each statement execute function app.keep_tally('PERSON');
create or replace trigger person_tallied_no_more after delete on person referencing old table as gone for each statement execute function app.keep_tally('PERSON');
create or replace trigger candidacy_tallied after insert on candidacy referencing new table as fresh for each statement execute function app.keep_tally('CANDIDACY');
create or replace trigger candidacy_tallied_anew after update on candidacy referencing old table as gone new table as fresh for each statement execute function app.keep_tally('CANDIDACY');
create or replace trigger candidacy_tallied_no_more after delete on candidacy referencing old table as gone for each statement execute function app.keep_tally('CANDIDACY');

-- Puts one row in the place of the changes once there are many: at a place, or of a word in a block. What it takes off it puts back as its sum, so
-- that any writer beside it leaves the sums as they are. One at a time: two would wait for each other's rows.
create or replace function app.fold_tally() returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock(20251105, 3) then
    return;
  end if;
  if (select count(*) from (select from public.tally where is_change limit 500) c) = 500 then
    with taken as (
      delete from public.tally t using (select distinct position from public.tally where is_change) c where t.position = c.position returning t.*
    )
    insert into public.tally (position, subject, state, count, is_change)
    select position, subject, state, sum(count), false from taken group by position, subject, state having sum(count) <> 0;
  end if;
  -- A name has about four words: four times as many changes.
  if (select count(*) from (select from public.word_tally where is_change limit 2000) c) = 2000 then
    with taken as (
      delete from public.word_tally t using (select distinct block, subject, word from public.word_tally where is_change) c
      where t.subject = c.subject and t.word = c.word and t.block = c.block returning t.*
    )
    insert into public.word_tally (block, subject, word, shared_with_prior, state, count, is_change)
    select block, subject, word, shared_with_prior, state, sum(count), false from taken group by block, subject, word, shared_with_prior, state having sum(count) <> 0;
  end if;
end $$;

-- The different words of a folded name, each with the one before it in the order of bytes.
create or replace function app.words_of(name_fold text) returns table (word text, prior text)
language sql immutable parallel safe rows 4 as $$
  select each.word, coalesce(lag(each.word) over (order by each.word), '')
  from (select distinct part collate "C" as word from string_to_table(name_fold, ' ') as part where part <> '') each
$$;

-- Keeps the words of names beside the people and their candidacies.
create or replace function app.keep_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' and tg_table_name = 'person' then
    insert into public.name_word (subject, id, word, prior, position, state, name_fold)
    select 'PERSON', n.id, w.word, w.prior, n.position, n.state, n.name_fold from fresh n cross join lateral app.words_of(n.name_fold) w;
  elsif tg_op = 'INSERT' then
    insert into public.name_word (subject, id, word, prior, position, state, name_fold)
    select 'CANDIDACY', n.id, w.word, w.prior, n.position, n.state, p.name_fold
    from fresh n join public.person p on p.id = n.person_id cross join lateral app.words_of(p.name_fold) w;
  elsif tg_op = 'UPDATE' then
    update public.name_word w set position = n.position, state = n.state
    from fresh n join gone o on o.id = n.id
    where w.subject = tg_argv[0] and w.id = n.id and (n.position, n.state) is distinct from (o.position, o.state);
  else
    delete from public.name_word w using gone o where w.subject = tg_argv[0] and w.id = o.id;
  end if;
  return null;
end $$;

create or replace trigger person_words after insert on person referencing new table as fresh for each statement execute function app.keep_words('PERSON');
create or replace trigger person_words_anew after update on person referencing old table as gone new table as fresh for each statement execute function app.keep_words('PERSON');
create or replace trigger person_words_no_more after delete on person referencing old table as gone for each statement execute function app.keep_words('PERSON');
create or replace trigger candidacy_words after insert on candidacy referencing new table as fresh for each statement execute function app.keep_words('CANDIDACY');
create or replace trigger candidacy_words_anew after update on candidacy referencing old table as gone new table as fresh for each statement execute function app.keep_words('CANDIDACY');
create or replace trigger candidacy_words_no_more after delete on candidacy referencing old table as gone for each statement execute function app.keep_words('CANDIDACY');

-- How many characters two words begin alike with.
create or replace function app.shared_length(word text, other text) returns int language sql immutable parallel safe
return (select count(*)::int from generate_series(1, least(length(word), length(other))) as n where left(word, n) = left(other, n));

-- Adds what a statement changed of how many have which word in the blocks of their places.
create or replace function app.keep_word_tally() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into public.word_tally (block, subject, word, shared_with_prior, state, count)
    select block, subject, word, app.shared_length(word, prior), state, change
    from (select app.block_of(position) as block, subject, word, prior, state, count(*) as change from fresh group by 1, 2, 3, 4, 5) each;
  elsif tg_op = 'DELETE' then
    insert into public.word_tally (block, subject, word, shared_with_prior, state, count)
    select block, subject, word, app.shared_length(word, prior), state, -change
    from (select app.block_of(position) as block, subject, word, prior, state, count(*) as change from gone group by 1, 2, 3, 4, 5) each;
  else
    insert into public.word_tally (block, subject, word, shared_with_prior, state, count)
    select block, subject, word, app.shared_length(word, prior), state, change
    from (
      select app.block_of(position) as block, subject, word, prior, state, sum(change) as change
      from (select *, 1 as change from fresh union all select *, -1 from gone) moved group by 1, 2, 3, 4, 5 having sum(change) <> 0
    ) each;
  end if;
  return null;
end $$;

create or replace trigger name_word_tallied after insert on name_word referencing new table as fresh for each statement execute function app.keep_word_tally();
create or replace trigger name_word_tallied_anew after update on name_word referencing old table as gone new table as fresh for each statement execute function app.keep_word_tally();
create or replace trigger name_word_tallied_no_more after delete on name_word referencing old table as gone for each statement execute function app.keep_word_tally();

-- A database from before the tally of words, filled once, while these triggers keep all writers waiting.
with pair as materialized (
  select word, prior, app.shared_length(word, prior) as shared from (select distinct word, prior from name_word where not exists (select from word_tally)) different
)
insert into word_tally (block, subject, word, shared_with_prior, state, count, is_change)
select block, subject, word, shared, state, sum(count), false
from (select app.block_of(position) as block, subject, word, prior, state, count(*) from name_word where not exists (select from word_tally) group by 1, 2, 3, 4, 5) each
join pair using (word, prior) group by 1, 2, 3, 4, 5
union all select app.block_of(position), subject, '', -1, state, sum(count), false from tally where not exists (select from word_tally) group by 1, 2, 5 having sum(count) <> 0;

-- Somebody who is named otherwise has other words, and so have the candidacies.
create or replace function app.keep_words_of_name() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  with named as (
    select 'PERSON' as subject, new.id, new.position, new.state
    union all select 'CANDIDACY', c.id, c.position, c.state from public.candidacy c where c.person_id = new.id
  ), forgotten as (
    delete from public.name_word w using named n where (w.subject, w.id) = (n.subject, n.id)
      and not exists (select from app.words_of(new.name_fold) k where k.word = w.word)
  )
  insert into public.name_word (subject, id, word, prior, position, state, name_fold)
  select n.subject, n.id, w.word, w.prior, n.position, n.state, new.name_fold from named n cross join lateral app.words_of(new.name_fold) w
  on conflict (subject, id, word) do update set prior = excluded.prior, name_fold = excluded.name_fold;
  return null;
end $$;

create or replace trigger person_named after update of full_name on person for each row when (old.name_fold is distinct from new.name_fold) execute function app.keep_words_of_name();

-- The name by which people are sorted: the given name, which stands last, the family name, the rest. The pattern says it; nearly every name is
-- words with one space between them, and for those the parts are taken out ten times faster.
create or replace function app.name_sort_key(full_name text) returns text
language plpgsql immutable parallel safe strict as $$
declare
  n constant text := btrim(normalize(full_name, NFC));
  family constant text := split_part(n, ' ', 1);
  given constant text := split_part(n, ' ', -1);
begin
  if n ~ '\s\s|[^ \S]' then
    return regexp_replace(n, '^(\S+)\s+(?:(.*)\s+)?(\S+)$', '\3 \1 \2');
  end if;
  if family = n then
    return n;
  end if;
  return given || ' ' || family || ' ' || substr(n, length(family) + 2, greatest(length(n) - length(family) - length(given) - 2, 0));
end $$;
