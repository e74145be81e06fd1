-- Which small counts may be shown to a role that sees sums and no rows. docs/decisions/0005 tells the rules and why they hold.
-- Runs as the owner, from the root of the tree down: whether a unit's count gives another away depends on siblings outside the scope.
-- Only ids of units inside the scope come out.

-- What a counter holds of those measures that may be small, and of those which they are parts of.
create or replace function app.counted(held public.counter, of_measures text[]) returns int language sql immutable
return case when 'PROBATIONARY_MEMBERS' = any (of_measures) then held.probationary_members else 0 end
  + case when 'OFFICIAL_MEMBERS' = any (of_measures) then held.official_members else 0 end
  + case when 'ADMITTED' = any (of_measures) then held.admitted else 0 end
  + case when 'RECOGNISED' = any (of_measures) then held.recognised else 0 end
  + case when 'REMOVED' = any (of_measures) then held.removed else 0 end
  + case when 'EXPELLED' = any (of_measures) then held.expelled else 0 end;

-- Sum of entries of some measures under a unit in (after, up_to], as it was; of one slice where a dimension is given.
-- Both days end a quarter, so counters answer where they are kept, with what is still queued.
create or replace function app.plain_sum(of_unit uuid, of_measures text[], of_dimension text, of_key text, after date, up_to date) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  by_counters boolean;
  result bigint;
begin
  -- app.counted knows no others: of those it would say 0, which hides or shows the wrong ones.
  if not of_measures <@ array['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS', 'ADMITTED', 'RECOGNISED', 'REMOVED', 'EXPELLED'] then
    raise exception 'measures % are not published by size', of_measures;
  end if;
  select case when of_dimension is null then k.keeps_counters else k.keeps_slice_counters end into by_counters
  from public.unit u join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind where u.id = of_unit;
  if not by_counters then
    return (
      select coalesce(sum(e.delta), 0)
      from public.placement p
      join public.entry e on e.position_then between p.lo and p.hi and e.measure = any (of_measures)
        and (after is null or e.occurred_on > after) and e.occurred_on <= up_to
      where p.unit_id = of_unit
        and (of_dimension is null or of_key = (
          select case of_dimension when 'ETHNIC_MINORITY' then s.ethnic_minority else s.religion end from public.entry_sensitive s where s.entry_id = e.id)));
  end if;
  if of_dimension is null then
    select coalesce(sum(app.counted(c, of_measures)), 0) into result from public.counter c
    where c.unit_id = of_unit and c.grain = 'MONTH' and (after is null or c.starts_on > after) and c.starts_on <= up_to;
  else
    select coalesce(sum(c.value), 0) into result from public.slice_counter c
    where c.unit_id = of_unit and c.measure = any (of_measures) and c.dimension = of_dimension and c.key = of_key
      and (after is null or c.starts_on > after) and c.starts_on <= up_to;
  end if;
  return result + (
    select coalesce(sum(e.delta), 0)
    from public.placement p
    join public.pending w on w.position between p.lo and p.hi
    join public.entry e on e.id = w.entry_id
    where p.unit_id = of_unit and e.measure = any (of_measures) and (after is null or e.occurred_on > after) and e.occurred_on <= up_to
      and (of_dimension is null or of_key = (
          select case of_dimension when 'ETHNIC_MINORITY' then s.ethnic_minority else s.religion end from public.entry_sensitive s where s.entry_id = e.id)));
end $$;

-- Sum of entries of some measures in (after, up_to] that a unit counted of a child of its own: what happened while the child was below it.
create or replace function app.sum_below(of_child uuid, below uuid, of_measures text[], of_dimension text, of_key text, after date, up_to date) returns bigint
language sql stable set search_path = ''
return (
  select coalesce(sum(e.delta), 0)
  from public.placement p
  join public.entry e on e.position_then between p.lo and p.hi and e.measure = any (of_measures) and e.occurred_on > after and e.occurred_on <= up_to
  where p.unit_id = of_child and p.parent_id = below
    and (of_dimension is null or of_key = (
      select case of_dimension when 'ETHNIC_MINORITY' then s.ethnic_minority else s.religion end from public.entry_sensitive s where s.entry_id = e.id)));

-- The parts of a unit's count: its children of the last day and what is its own (members of its own, and of children since gone).
-- `value` is the count that may be small; `whole` the figure that everyone sees, null for removals and expulsions. Of a child that moved
-- within the period both are what the unit counted of it: the rest belongs to where it stood before.
drop function if exists app.count_parts(uuid, text, text, date, date);
create function app.count_parts(of_unit uuid, of_measure text, of_dimension text, from_day date, to_day date)
returns table (unit_id uuid, value bigint, whole bigint, spread int, change bigint, whole_change bigint, has_moved boolean)
language plpgsql stable set search_path = '' as $$
declare
  is_stock constant boolean := of_measure = 'MEMBERS';
  measures constant text[] := case when is_stock then array['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS'] else array[of_measure] end;
  after constant date := case when is_stock then null else from_day - 1 end;
begin
  return query
  with unit_set as (
    select of_unit as id, false as has_moved union all
    select p.unit_id, not is_stock and exists (
        select from public.placement o where o.unit_id = p.unit_id and o.parent_id <> of_unit and o.valid && daterange(from_day, to_day, '[]'))
    from public.placement p where p.parent_id = of_unit and p.valid @> to_day
  )
  select u.id,
    case when u.has_moved then app.sum_below(u.id, of_unit, measures, of_dimension, 'YES', after, to_day) else app.plain_sum(u.id, measures, of_dimension, 'YES', after, to_day) end,
    case when of_dimension is null then null when u.has_moved then app.sum_below(u.id, of_unit, measures, null, null, after, to_day) else app.plain_sum(u.id, measures, null, null, after, to_day) end,
    -- In how many quarters of the year the whole is not 0: with one, the hidden quarter is the year.
    case when of_dimension is null or is_stock then 2 else (
      select count(*)::int from generate_series(0, 3) as quarter
      where app.plain_sum(u.id, measures, null, null, (from_day + quarter * interval '3 months')::date - 1,
        (from_day + (quarter + 1) * interval '3 months')::date - 1) <> 0
    ) end,
    -- A stock is told once a year; what changed since the year before is as telling as a flow.
    case when is_stock then app.plain_sum(u.id, measures, of_dimension, 'YES', from_day - 1, to_day) end,
    case when is_stock then app.plain_sum(u.id, measures, null, null, from_day - 1, to_day) end,
    u.has_moved
  from unit_set u;
end $$;

-- A count is safe in itself when it is at least 5, and so is what is left of the whole; when no single quarter is all of it; and when
-- its change since the year before, and that of what is left, is none at all or at least 5.
create or replace function app.is_safe(value bigint, whole bigint, spread int, change bigint, whole_change bigint) returns boolean language sql immutable
return value >= 5 and (whole is null or whole - value >= 5) and spread >= 2
  and (change is null or (change = 0 and whole_change = 0) or (abs(change) >= 5 and abs(whole_change - change) >= 5));

-- The children of a unit whose count may be shown once the unit's own is. Unsafe ones are hidden, and those that moved within the period:
-- theirs is a sum over two parents, and less what the one counted it is what the other did. Then the smallest of the others
-- join them until at least two are hidden whose counts, and what is left of their wholes, come to 5. A part without any whole is no part.
create or replace function app.shown_children(of_unit uuid, of_measure text, of_dimension text, from_day date, to_day date) returns setof uuid
language plpgsql stable set search_path = '' as $$
declare
  part record;
  hidden_count int := 0;
  hidden_value bigint := 0;
  hidden_rest bigint := 0;
begin
  for part in
    with known as (select * from app.count_parts(of_unit, of_measure, of_dimension, from_day, to_day)),
    child as (select * from known where unit_id <> of_unit),
    own as (
      select k.value - coalesce((select sum(c.value) from child c), 0) as value, k.whole - coalesce((select sum(c.whole) from child c), 0) as whole
      from known k where k.unit_id = of_unit
    )
    select c.unit_id, c.value, c.whole, not c.has_moved and app.is_safe(c.value, c.whole, c.spread, c.change, c.whole_change) as safe
    from child c where c.whole is null or c.whole <> 0
    union all
    select null, o.value, o.whole, false from own o
    where (o.whole is null and (o.value <> 0 or exists (
        select from public.unit u join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind where u.id = of_unit and k.holds_members)))
      or o.whole <> 0
    order by safe, value, unit_id
  loop
    if not part.safe or (hidden_count > 0 and (hidden_count < 2 or hidden_value < 5 or (part.whole is not null and hidden_rest < 5))) then
      hidden_count := hidden_count + 1;
      hidden_value := hidden_value + part.value;
      hidden_rest := hidden_rest + coalesce(part.whole, 0) - part.value;
    else
      return next part.unit_id;
    end if;
  end loop;
end $$;

-- Those of the asked units, inside the scope, whose count may be shown: every unit on the way from the root must be one that may.
create or replace function app.published_units(asked uuid[], of_measure text, of_dimension text, from_day date, to_day date) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  step record;
  shown uuid[] := '{}';
begin
  if of_measure not in ('MEMBERS', 'ADMITTED', 'RECOGNISED', 'REMOVED', 'EXPELLED') or coalesce(of_dimension not in ('ETHNIC_MINORITY', 'RELIGION'), false)
    or (of_dimension is null) <> (of_measure in ('REMOVED', 'EXPELLED')) then
    return;
  end if;
  -- Roots first, then the children of each shown unit on the way to an asked one, by the tree of the last day: the unit that counted it
  -- then may be another one than the one above it now, and what the one shows the other must not hide.
  for step in
    with chain as (
      select distinct a.id, a.depth from public.unit u
      join public.placement p on p.unit_id = u.id and p.valid @> to_day
      cross join lateral unnest(p.ancestors) with ordinality as a (id, depth)
      where u.id = any (asked) and u.lo between app.lo() and app.hi()
    )
    select id, depth, exists (
        select from chain below join public.placement p on p.unit_id = below.id and p.parent_id = chain.id where p.valid @> to_day) as leads_on
    from chain order by depth, id
  loop
    if step.depth = 1 and exists (
      select from app.count_parts(step.id, of_measure, of_dimension, from_day, to_day) k
        where k.unit_id = step.id and app.is_safe(k.value, k.whole, k.spread, k.change, k.whole_change)) then
      shown := shown || step.id;
    end if;
    if step.leads_on and step.id = any (shown) then
      shown := shown || array(select * from app.shown_children(step.id, of_measure, of_dimension, from_day, to_day) where shown_children is not null);
    end if;
  end loop;
  return query select u.id from public.unit u where u.id = any (asked) and u.id = any (shown) and u.lo between app.lo() and app.hi();
end $$;
