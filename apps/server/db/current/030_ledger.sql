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

-- Refuses an entry whose place is not one that its unit had on that day (or left on that day), and queues the rest for the counters. Tells open pages where.
create or replace function app.queue_entries() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from fresh e left join public.placement p on p.lo = e.position_then and p.unit_id = e.unit_id
      and (p.valid @> e.occurred_on or upper(p.valid) = e.occurred_on)
    where p.lo is null) then
    raise exception using errcode = 'check_violation', constraint = 'entry_place_is_the_units',
      message = 'an entry lies outside the life or the place of its unit';
  end if;
  insert into public.pending (entry_id, position) select id, position_then from fresh;
  -- Servers that hold pages open hear at which places, and nothing of what: 300 places fit into one notice.
  perform pg_notify('banyan_entries', notice.places) from (
    select string_agg(numbered.place::text, ' ') as places
    from (select place, (row_number() over () - 1) / 300 as notice from (
      select position_then as place from fresh union select position_now from fresh) places) numbered
    group by numbered.notice) notice;
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
    raise exception using errcode = 'check_violation', constraint = 'entry_sensitive_comes_with_its_entry',
      message = 'sensitive slices must be written with their entry';
  end if;
  return null;
end $$;

create or replace trigger entry_sensitive_in_time after insert on entry_sensitive referencing new table as fresh for each statement execute function app.refuse_late_sensitive();

-- Whether anything at all is queued. Nearly always nothing is, and nothing more need be asked.
create or replace function app.is_anything_queued() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from public.pending);
end $$;

-- Whether an entry is queued at any place that a unit of the scope has had. As the owner, because a unit that moved has had places outside the scope.
create or replace function app.has_queued(of_unit uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from public.unit u join public.placement p on p.unit_id = u.id join public.pending w on w.position between p.lo and p.hi
    where u.id = of_unit and u.lo between app.lo() and app.hi());
end $$;

-- A counter carries the place of its unit, so the compactor and a change of the tree take turns. Changes hold it off together, to the end of their
-- transactions; they ask before they lock a unit, which a pass under way may want to refer to.
create or replace function app.hold_off_compactor() returns void language sql volatile set search_path = '' as
$$ select pg_advisory_xact_lock_shared(20251105, 1) $$;

-- Folds pending entries into the counters of every unit above them, in one statement: a reader's snapshot sees an entry pending or counted, never both.
-- A transfer or reorganisation flow is folded only below the lowest unit that holds both ends. Returns how many entries were folded; 0 when another compactor is at work or the tree is being changed.
-- By itself for a load, which builds the tallies at the same time.
create or replace function app.fold_entries(at_most int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  folded_count int;
begin
  -- Most passes find nothing to do; the statement below takes longer to plan than this to run.
  if not exists (select from public.pending) or not pg_try_advisory_xact_lock(20251105, 1) then
    return 0;
  end if;
  -- Planned anew for each batch, few or many. Not by the setting for it: each check of a reference that the counters have would be planned anew with it.
  execute $fold$
  with taken as (
    -- The oldest of them. A plain bound, so that the whole queue is not joined with itself.
    delete from public.pending
    where entry_id < coalesce((select entry_id from public.pending order by entry_id offset $1 limit 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    returning entry_id
  ), fact as materialized (
    -- A unit's own entries have no slices but the unit's. -1 is no position, so that a plain equality joins.
    select e.position_then, coalesce(e.other_then, -1) as other_then, e.measure, e.occurred_on, e.delta, e.unit_type,
      case when e.areas = '{}' then array['UNKNOWN'] else e.areas end as areas, person.*
    from taken
    join public.entry e on e.id = taken.entry_id
    left join public.entry_sensitive s on s.entry_id = e.id
    left join lateral (select e.gender, e.age_band, e.youth_union, e.occupation, e.enterprise_relation, e.education,
      coalesce(s.ethnic_minority, 'UNKNOWN') as ethnic_minority, coalesce(s.religion, 'UNKNOWN') as religion) as person on e.subject_kind = 'PERSON'
  ), counted_by as (
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
  ), place as materialized (
    -- Sums are made per set of counting units first, of which there are few, and handed to each unit of the set after.
    select *, dense_rank() over (order by counting) as counting_set, dense_rank() over (order by slicing) as slicing_set from counted_by
  ), unit_month as materialized (
    select s.unit_id, m.month,
      coalesce(sum(m.value) filter (where m.measure = 'PROBATIONARY_MEMBERS'), 0)::int as probationary_members,
      coalesce(sum(m.value) filter (where m.measure = 'OFFICIAL_MEMBERS'), 0)::int as official_members,
      coalesce(sum(m.value) filter (where m.measure = 'ADMITTED'), 0)::int as admitted,
      coalesce(sum(m.value) filter (where m.measure = 'RECOGNISED'), 0)::int as recognised,
      coalesce(sum(m.value) filter (where m.measure = 'TRANSFERRED_IN'), 0)::int as transferred_in,
      coalesce(sum(m.value) filter (where m.measure = 'TRANSFERRED_OUT'), 0)::int as transferred_out,
      coalesce(sum(m.value) filter (where m.measure = 'REMOVED'), 0)::int as removed,
      coalesce(sum(m.value) filter (where m.measure = 'EXPELLED'), 0)::int as expelled,
      coalesce(sum(m.value) filter (where m.measure = 'LEFT'), 0)::int as "left",
      coalesce(sum(m.value) filter (where m.measure = 'DECEASED'), 0)::int as deceased,
      coalesce(sum(m.value) filter (where m.measure = 'REORGANISED_IN'), 0)::int as reorganised_in,
      coalesce(sum(m.value) filter (where m.measure = 'REORGANISED_OUT'), 0)::int as reorganised_out,
      coalesce(sum(m.value) filter (where m.measure = 'UNITS'), 0)::int as units,
      coalesce(sum(m.value) filter (where m.measure = 'GRASSROOTS_ORGANISATIONS'), 0)::int as grassroots_organisations,
      coalesce(sum(m.value) filter (where m.measure = 'CELLS'), 0)::int as cells,
      coalesce(sum(m.value) filter (where m.measure = 'UNITS_FOUNDED'), 0)::int as units_founded,
      coalesce(sum(m.value) filter (where m.measure = 'UNITS_CLOSED'), 0)::int as units_closed
    from (
      select p.counting_set, f.measure, date_trunc('month', f.occurred_on::timestamp)::date as month, sum(f.delta)::int as value
      from fact f join place p using (position_then, other_then)
      group by 1, 2, 3
    ) m
    join (select distinct counting_set, unnest(counting) as unit_id from place) s using (counting_set)
    group by 1, 2
  ), total as (
    insert into public.counter as c (unit_id, position, grain, starts_on,
      probationary_members, official_members, admitted, recognised, transferred_in, transferred_out, removed, expelled, "left", deceased,
      reorganised_in, reorganised_out, units, grassroots_organisations, cells, units_founded, units_closed)
    select u.id, u.lo, m.grain, m.starts_on,
      m.probationary_members, m.official_members, m.admitted, m.recognised, m.transferred_in, m.transferred_out, m.removed, m.expelled, m."left",
      m.deceased, m.reorganised_in, m.reorganised_out, m.units, m.grassroots_organisations, m.cells, m.units_founded, m.units_closed
    from (
      select 'MONTH' as grain, month as starts_on, unit_month.* from unit_month
      union all
      select 'YEAR', date_trunc('year', month::timestamp)::date as starts_on, unit_id, null,
        sum(probationary_members)::int, sum(official_members)::int, sum(admitted)::int, sum(recognised)::int, sum(transferred_in)::int,
        sum(transferred_out)::int, sum(removed)::int, sum(expelled)::int, sum("left")::int, sum(deceased)::int, sum(reorganised_in)::int,
        sum(reorganised_out)::int, sum(units)::int, sum(grassroots_organisations)::int, sum(cells)::int, sum(units_founded)::int,
        sum(units_closed)::int
      from unit_month group by unit_id, 2
    ) m
    join public.unit u on u.id = m.unit_id
    order by u.id, m.grain, m.starts_on
    on conflict (unit_id, grain, starts_on) do update set
      probationary_members = c.probationary_members + excluded.probationary_members,
      official_members = c.official_members + excluded.official_members, admitted = c.admitted + excluded.admitted,
      recognised = c.recognised + excluded.recognised, transferred_in = c.transferred_in + excluded.transferred_in,
      transferred_out = c.transferred_out + excluded.transferred_out, removed = c.removed + excluded.removed,
      expelled = c.expelled + excluded.expelled, "left" = c."left" + excluded."left", deceased = c.deceased + excluded.deceased,
      reorganised_in = c.reorganised_in + excluded.reorganised_in, reorganised_out = c.reorganised_out + excluded.reorganised_out,
      units = c.units + excluded.units, grassroots_organisations = c.grassroots_organisations + excluded.grassroots_organisations,
      cells = c.cells + excluded.cells, units_founded = c.units_founded + excluded.units_founded,
      units_closed = c.units_closed + excluded.units_closed
  ), slice_sum as (
    -- One pass, one sum per dimension: of the columns after the quarter all but the dimension's own are null.
    select p.slicing_set, f.measure, date_trunc('quarter', f.occurred_on::timestamp)::date as quarter, f.unit_type, f.areas, f.gender, f.age_band,
      f.youth_union, f.occupation, f.enterprise_relation, f.education, f.ethnic_minority, f.religion, sum(f.delta)::int as value
    from fact f join place p using (position_then, other_then)
    where p.slicing <> '{}'
    group by p.slicing_set, f.measure, 3,
      grouping sets (unit_type, areas, gender, age_band, youth_union, occupation, enterprise_relation, education, ethnic_minority, religion)
  ), slice as (
    insert into public.slice_counter as c (unit_id, position, measure, dimension, key, starts_on, value)
    select u.id, u.lo, m.measure, m.dimension, m.key, m.quarter, sum(m.value)
    from (
      select slicing_set, measure, quarter, 'AREA' collate "C" as dimension, unnest(areas) as key, value from slice_sum where areas is not null
      union all
      select slicing_set, measure, quarter,
        case when unit_type is not null then 'UNIT_TYPE' when gender is not null then 'GENDER' when age_band is not null then 'AGE_BAND'
          when youth_union is not null then 'YOUTH_UNION' when occupation is not null then 'OCCUPATION' when enterprise_relation is not null then 'ENTERPRISE_RELATION'
          when education is not null then 'EDUCATION' when ethnic_minority is not null then 'ETHNIC_MINORITY' else 'RELIGION' end,
        coalesce(unit_type, gender, age_band, youth_union, occupation, enterprise_relation, education, ethnic_minority, religion), value
      from slice_sum
      where coalesce(unit_type, gender, age_band, youth_union, occupation, enterprise_relation, education, ethnic_minority, religion) is not null
    ) m
    join (select distinct slicing_set, unnest(slicing) as unit_id from place) s using (slicing_set)
    join public.unit u on u.id = s.unit_id
    group by 1, 2, 3, 4, 5, 6
    having sum(m.value) <> 0
    order by 1, 3, 4, 6, 5
    on conflict (unit_id, measure, dimension, starts_on, key) do update set value = c.value + excluded.value
  )
  select count(*) from taken
  $fold$ into folded_count using at_most;
  return folded_count;
end $$;

-- One pass of the compactor: what is kept beside people, then the entries, of which it returns how many.
create or replace function app.compact(at_most int default 100000) returns int
language plpgsql security definer set search_path = '' as $$
begin
  perform app.fold_tally();
  return app.fold_entries(at_most);
end $$;

-- Ethnic minority and religion of a person inside the scope, as the slices that an admission freezes: for entries, whose readers see them too.
create or replace function app.sensitive_slices(of_person uuid) returns table (ethnic_minority text, religion text)
language sql stable security definer set search_path = '' rows 1 as $$
  select case s.ethnic_group when '01' then 'NO' when 'UNKNOWN' then 'UNKNOWN' else 'YES' end,
    case s.religion when 'NONE' then 'NO' when 'UNKNOWN' then 'UNKNOWN' else 'YES' end
  from public.person_sensitive s
  where s.person_id = of_person and s.position between app.lo() and app.hi() and app.role() in ('STAFF', 'BOARD', 'SECRETARY')
$$;
