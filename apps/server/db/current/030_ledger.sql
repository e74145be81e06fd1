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

-- Folds pending entries into the counters of every unit above them, in one statement: a reader's snapshot sees an entry pending or counted, never both.
-- A transfer or reorganisation flow is folded only below the lowest unit that holds both ends. Returns how many entries were folded; 0 when another compactor is at work.
create or replace function app.compact(at_most int default 100000) returns int
language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
  folded_count int;
begin
  if not exists (select from public.pending) or not pg_try_advisory_xact_lock(20251105, 1) then
    return 0;
  end if;
  with taken as (
    delete from public.pending where entry_id in (select entry_id from public.pending limit at_most) returning entry_id
  ), fact as materialized (
    select e.position_then, e.other_then, e.measure, e.occurred_on, e.delta, e.subject_kind, e.gender, e.age_band, e.youth_union, e.occupation,
      e.enterprise_relation, e.education, e.unit_type, e.areas, coalesce(s.ethnic_minority, 'UNKNOWN') as ethnic_minority, coalesce(s.religion, 'UNKNOWN') as religion
    from taken
    join public.entry e on e.id = taken.entry_id
    left join public.entry_sensitive s on s.entry_id = e.id
  ), place as materialized (
    -- The units that count an entry, by its place and, for what crosses a border, the other one: those that hold the first and not the second.
    select pair.position_then, pair.other_then,
      coalesce(array_agg(u.id order by u.depth) filter (where k.keeps_counters), '{}') as counting,
      coalesce(array_agg(u.id order by u.depth) filter (where k.keeps_slice_counters), '{}') as slicing
    from (select distinct position_then, other_then from fact) pair
    join public.placement here on here.lo = pair.position_then
    left join public.placement there on there.lo = pair.other_then
    cross join lateral unnest(here.ancestors) as step (unit_id)
    join public.unit u on u.id = step.unit_id
    join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind
    where there.ancestors is null or not step.unit_id = any (there.ancestors)
    group by 1, 2
  ), month_sum as (
    select position_then, other_then, measure, date_trunc('month', occurred_on)::date as month, sum(delta)::int as value
    from fact group by 1, 2, 3, 4
  ), total as (
    insert into public.counter as c (unit_id, position, measure, grain, starts_on, value)
    select u.id, u.lo, m.measure, g.grain, date_trunc(g.grain, m.month)::date, sum(m.value)
    from month_sum m
    join place p on p.position_then = m.position_then and p.other_then is not distinct from m.other_then
    cross join lateral unnest(p.counting) as step (unit_id)
    join public.unit u on u.id = step.unit_id
    cross join (values ('MONTH'), ('YEAR')) as g (grain)
    group by 1, 2, 3, 4, 5
    having sum(m.value) <> 0
    on conflict (unit_id, measure, grain, starts_on) do update set value = c.value + excluded.value
  ), combination as materialized (
    select p.slicing, f.measure, date_trunc('quarter', f.occurred_on)::date as quarter, f.subject_kind, f.gender, f.age_band, f.ethnic_minority, f.religion,
      f.youth_union, f.occupation, f.enterprise_relation, f.unit_type, f.areas, f.education, sum(f.delta)::int as value
    from fact f join place p on p.position_then = f.position_then and p.other_then is not distinct from f.other_then
    where p.slicing <> '{}'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14
  ), slice as (
    insert into public.slice_counter as c (unit_id, position, measure, dimension, key, starts_on, value)
    select u.id, u.lo, m.measure, m.dimension, m.key, m.quarter, sum(m.value)
    from (
      select slicing, measure, quarter, part.dimension, part.key, sum(value)::int as value
      from combination m
      cross join lateral (values ('UNIT_TYPE', m.unit_type), ('GENDER', m.gender), ('AGE_BAND', m.age_band), ('ETHNIC_MINORITY', m.ethnic_minority), ('RELIGION', m.religion),
        ('YOUTH_UNION', m.youth_union), ('OCCUPATION', m.occupation), ('ENTERPRISE_RELATION', m.enterprise_relation), ('EDUCATION', m.education)) as part (dimension, key)
      where m.subject_kind = 'PERSON' or part.dimension = 'UNIT_TYPE'
      group by 1, 2, 3, 4, 5
      union all
      select slicing, measure, quarter, 'AREA', area, sum(value)::int
      from combination m cross join lateral unnest(case when m.areas = '{}' then array['UNKNOWN'] else m.areas end) as area
      group by 1, 2, 3, 4, 5
    ) m
    cross join lateral unnest(m.slicing) as step (unit_id)
    join public.unit u on u.id = step.unit_id
    group by 1, 2, 3, 4, 5, 6
    having sum(m.value) <> 0
    on conflict (unit_id, measure, dimension, starts_on, key) do update set value = c.value + excluded.value
  )
  select count(*) into folded_count from taken;
  return folded_count;
end $$;
