-- The ledger's own rules, the queue of entries not yet counted, and the compactor.

-- Where entries of a unit count now: at the unit itself, or, once it is closed, at its first successor that is open, however many steps away.
create or replace function app.counts_now_at(of_unit uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  with recursive heir (unit_id, step) as (
    select of_unit, 0
    union all
    (select s.successor_id, heir.step + 1
     from heir join public.unit u on u.id = heir.unit_id and u.closed_on is not null
     join public.unit_succession s on s.predecessor_id = heir.unit_id
     where heir.step < 50
     order by s.rank, s.successor_id limit 1)
  )
  select unit_id from heir order by step desc limit 1
$$;

-- Refuses an entry whose place is not one that its unit had on that day (or left on that day), and queues the rest for the counters.
create or replace function app.queue_entries() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from fresh e left join public.placement p on p.lo = e.position_then and p.unit_id = e.unit_id
      and (p.valid @> e.occurred_on or upper(p.valid) = e.occurred_on)
    where p.lo is null) then
    raise exception using errcode = 'check_violation', constraint = 'entry_place_is_the_units', message = 'an entry lies outside the life or the place of its unit';
  end if;
  insert into public.pending (entry_id, position) select id, position_then from fresh;
  return null;
end $$;

create or replace trigger entry_queued after insert on entry referencing new table as fresh for each statement execute function app.queue_entries();

-- What is sensitive comes with its entry, before any counter holds it.
create or replace function app.refuse_late_sensitive() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from fresh s left join public.pending p on p.entry_id = s.entry_id
    left join public.entry e on e.id = s.entry_id and e.position_then = s.position_then and e.position_now = s.position_now and e.subject_kind = 'PERSON'
    where p.entry_id is null or e.id is null) then
    raise exception using errcode = 'check_violation', constraint = 'entry_sensitive_comes_with_its_entry', message = 'sensitive slices must be written with their entry';
  end if;
  return null;
end $$;

create or replace trigger entry_sensitive_in_time after insert on entry_sensitive referencing new table as fresh for each statement execute function app.refuse_late_sensitive();

-- Every entry about a person has its sensitive row when the transaction commits, or breakdowns would not sum.
create or replace function app.refuse_missing_sensitive() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.entry_sensitive s where s.entry_id = new.id) then
    raise exception using errcode = 'check_violation', constraint = 'entry_has_sensitive_row', message = 'an entry about a person lacks its sensitive row';
  end if;
  return null;
end $$;

drop trigger if exists entry_has_sensitive_row on entry;
create constraint trigger entry_has_sensitive_row after insert on entry deferrable initially deferred for each row
  when (new.subject_kind = 'PERSON') execute function app.refuse_missing_sensitive();

-- Folds pending entries into the counters of every unit above them, in one statement: a reader's snapshot sees an entry pending or counted, never both.
-- A transfer or reorganisation flow is folded only below the lowest unit that holds both ends. Returns how many entries were folded; 0 when another compactor is at work.
create or replace function app.compact(at_most int default 100000) returns int
language plpgsql security definer set search_path = '' as $$
declare
  folded_count int;
begin
  if not pg_try_advisory_xact_lock(20251105, 1) then
    return 0;
  end if;
  with taken as (
    delete from public.pending where entry_id in (select entry_id from public.pending limit at_most) returning entry_id
  ), fact as materialized (
    select e.*, coalesce(s.ethnic_minority, 'UNKNOWN') as ethnic_minority, coalesce(s.religion, 'UNKNOWN') as religion, here.ancestors as chain, coalesce(there.ancestors, '{}') as other_chain
    from taken
    join public.entry e on e.id = taken.entry_id
    join public.placement here on here.lo = e.position_then
    left join public.placement there on there.lo = e.other_then
    left join public.entry_sensitive s on s.entry_id = e.id
  ), month_sum as (
    select chain, other_chain, measure, date_trunc('month', occurred_on)::date as month, sum(delta)::int as value
    from fact group by 1, 2, 3, 4
  ), total as (
    insert into public.counter as c (unit_id, position, measure, grain, starts_on, value)
    select u.id, u.lo, m.measure, g.grain, date_trunc(g.grain, m.month)::date, sum(m.value)
    from month_sum m
    cross join lateral unnest(m.chain) as step (unit_id)
    join public.unit u on u.id = step.unit_id
    join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind and k.keeps_counters
    cross join (values ('MONTH'), ('YEAR')) as g (grain)
    where not step.unit_id = any (m.other_chain)
    group by 1, 2, 3, 4, 5
    having sum(m.value) <> 0
    on conflict (unit_id, measure, grain, starts_on) do update set value = c.value + excluded.value
  ), combination as (
    select holders.chain, measure, date_trunc('quarter', occurred_on)::date as quarter, subject_kind,
      gender, age_band, ethnic_minority, religion, youth_union, occupation, enterprise_relation, unit_type, areas, education, sum(delta)::int as value
    from fact
    cross join lateral (
      select array_agg(u.id) as chain
      from unnest(fact.chain) as step (unit_id) join public.unit u on u.id = step.unit_id
      join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind and k.keeps_slice_counters
      where not step.unit_id = any (fact.other_chain)
    ) holders
    where holders.chain is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14
  ), slice as (
    insert into public.slice_counter as c (unit_id, position, measure, dimension, key, starts_on, value)
    select u.id, u.lo, m.measure, part.dimension, part.key, m.quarter, sum(m.value)
    from combination m
    cross join lateral unnest(m.chain) as step (unit_id)
    join public.unit u on u.id = step.unit_id
    cross join lateral (
      select 'UNIT_TYPE' as dimension, m.unit_type as key
      union all select 'AREA', area from unnest(case when m.areas = '{}' then array['UNKNOWN'] else m.areas end) as area
      union all select p.dimension, p.key from (values ('GENDER', m.gender), ('AGE_BAND', m.age_band), ('ETHNIC_MINORITY', m.ethnic_minority), ('RELIGION', m.religion),
        ('YOUTH_UNION', m.youth_union), ('OCCUPATION', m.occupation), ('ENTERPRISE_RELATION', m.enterprise_relation), ('EDUCATION', m.education)) as p (dimension, key)
        where m.subject_kind = 'PERSON'
    ) part
    group by 1, 2, 3, 4, 5, 6
    having sum(m.value) <> 0
    on conflict (unit_id, measure, dimension, starts_on, key) do update set value = c.value + excluded.value
  )
  select count(*) into folded_count from taken;
  return folded_count;
end $$;
