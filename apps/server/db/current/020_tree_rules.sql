-- What the tree refuses. Each rule is checked when the transaction commits, so that a change may pass through states that break it.
-- The checks run as the owner: a rule that saw only the caller's scope could be fooled by what lies outside.

-- Names, places and profiles of a unit each follow one another without a gap from its foundation to its end.
create or replace function app.refuse_gap() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  of_unit uuid;
  life datemultirange;
  whole boolean := true;
begin
  if tg_table_name = 'unit' then of_unit := new.id; else of_unit := new.unit_id; end if;
  select datemultirange(daterange(u.founded_on, u.closed_on)) into life from public.unit u where u.id = of_unit;
  -- One plain question a table: each keeps its plan. One condition over all three would be planned anew for every row.
  if tg_table_name in ('unit', 'unit_name') then
    whole := whole and (select range_agg(valid) from public.unit_name where unit_id = of_unit) is not distinct from life;
  end if;
  if tg_table_name in ('unit', 'placement') then
    whole := whole and (select range_agg(valid) from public.placement where unit_id = of_unit) is not distinct from life;
  end if;
  if tg_table_name in ('unit', 'unit_profile') then
    whole := whole and (select range_agg(valid) from public.unit_profile where unit_id = of_unit) is not distinct from life;
  end if;
  if not whole then
    raise exception using errcode = 'check_violation', constraint = tg_table_name || '_no_gap',
      message = format('unit %s lacks a name, a place or a profile on a day of its life', of_unit);
  end if;
  return null;
end $$;

-- A unit's interval lies inside its parent's, its chain is its parent's plus itself, and its kind may hang there. Nested intervals cannot form a cycle.
create or replace function app.refuse_misplacement() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  here public.placement; -- the row as the transaction leaves it
begin
  select * into here from public.placement p where p.lo = new.lo;
  if here.parent_id is null then
    if here.ancestors <> array[here.unit_id] or not exists (
      select from public.unit u join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind
        where u.id = here.unit_id and k.may_be_root) then
      raise exception using errcode = 'check_violation', constraint = 'placement_root_allowed', message = format('unit %s may not be a root', here.unit_id);
    end if;
  else
    if exists (
      select from public.placement p
      where p.unit_id = here.parent_id and p.valid && here.valid
        and not (here.lo > p.lo and here.hi <= p.hi and here.ancestors = p.ancestors || here.unit_id)) then
      raise exception using errcode = 'check_violation', constraint = 'placement_nested',
        message = format('unit %s does not lie inside its parent', here.unit_id);
    end if;
    if not exists (
      select from public.unit c join public.unit p on p.id = here.parent_id and p.configuration = c.configuration
      join public.unit_kind_parent a on a.configuration = c.configuration and a.child_kind = c.kind and a.parent_kind = p.kind
      where c.id = here.unit_id) then
      raise exception using errcode = 'check_violation', constraint = 'placement_kind_allowed',
        message = format('unit %s is of a kind that its parent may not have', here.unit_id);
    end if;
  end if;
  if exists (
    select from public.placement c
    where c.parent_id = here.unit_id and c.valid && here.valid
      and not (c.lo > here.lo and c.hi <= here.hi and c.ancestors = here.ancestors || c.unit_id)) then
    raise exception using errcode = 'check_violation', constraint = 'placement_nested',
      message = format('a unit below %s does not lie inside it', here.unit_id);
  end if;
  return null;
end $$;

-- A unit's own interval is that of its latest placement.
create or replace function app.refuse_stale_interval() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  of_unit uuid;
begin
  if tg_table_name = 'unit' then of_unit := new.id; else of_unit := new.unit_id; end if;
  if exists (
    select from public.unit u
    join lateral (select p.lo, p.hi from public.placement p where p.unit_id = u.id order by lower(p.valid) desc limit 1) latest on true
    where u.id = of_unit and (u.lo, u.hi) is distinct from (latest.lo, latest.hi)) then
    raise exception using errcode = 'check_violation', constraint = 'unit_interval_is_latest',
      message = format('the interval of unit %s is not that of its latest place', of_unit);
  end if;
  return null;
end $$;

-- A kind is used only while it is in force.
create or replace function app.refuse_kind_out_of_force() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.unit_kind k where k.configuration = new.configuration and k.code = new.kind
      and daterange(k.valid_from, k.valid_to) @> new.founded_on) then
    raise exception using errcode = 'check_violation', constraint = 'unit_kind_in_force',
      message = format('kind %s was not in force on %s', new.kind, new.founded_on);
  end if;
  return null;
end $$;

-- Keeps what others may know of a unit above them.
create or replace function app.keep_stub() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.unit_stub (unit_id, lo, hi, code, name, configuration, kind)
  values (new.id, new.lo, new.hi, new.code, new.name, new.configuration, new.kind)
  on conflict (unit_id) do update set lo = excluded.lo, hi = excluded.hi, code = excluded.code, name = excluded.name, kind = excluded.kind;
  return null;
end $$;

create or replace trigger unit_stub_kept after insert or update of code, name, lo, hi, kind on unit for each row execute function app.keep_stub();

drop trigger if exists unit_name_no_gap on unit_name;
create constraint trigger unit_name_no_gap after insert or update on unit_name deferrable initially deferred for each row execute function app.refuse_gap();
drop trigger if exists placement_no_gap on placement;
create constraint trigger placement_no_gap after insert or update on placement deferrable initially deferred for each row execute function app.refuse_gap();
drop trigger if exists unit_profile_no_gap on unit_profile;
create constraint trigger unit_profile_no_gap after insert or update on unit_profile deferrable initially deferred
  for each row execute function app.refuse_gap();
drop trigger if exists unit_no_gap on unit;
create constraint trigger unit_no_gap after insert or update of founded_on, closed_on on unit deferrable initially deferred
  for each row execute function app.refuse_gap();
drop trigger if exists placement_in_order on placement;
create constraint trigger placement_in_order after insert or update on placement deferrable initially deferred
  for each row execute function app.refuse_misplacement();
drop trigger if exists unit_interval_is_latest on unit;
create constraint trigger unit_interval_is_latest after insert or update of lo, hi on unit deferrable initially deferred
  for each row execute function app.refuse_stale_interval();
drop trigger if exists placement_interval_is_latest on placement;
create constraint trigger placement_interval_is_latest after insert or update on placement deferrable initially deferred
  for each row execute function app.refuse_stale_interval();
drop trigger if exists unit_kind_in_force on unit;
create constraint trigger unit_kind_in_force after insert or update of kind, founded_on on unit deferrable initially deferred
  for each row execute function app.refuse_kind_out_of_force();

-- Width of the interval of a unit at a depth. Fixed widths leave room to insert without renumbering:
-- 1,024 roots, 2,048 units under a root, then 4,096, 1,024, 512 and 256.
create or replace function app.interval_width(depth int) returns bigint language sql immutable parallel safe
return (array[1::bigint << 52, 1::bigint << 41, 1::bigint << 29, 1::bigint << 19, 1::bigint << 10, 1::bigint << 2])[depth + 1];

-- First free position under an interval. Intervals of closed and moved units stay taken. Null when there is no room.
create or replace function app.next_position(parent_lo bigint, parent_hi bigint, depth int) returns bigint
language sql stable security definer set search_path = '' as $$
  select case when free + app.interval_width(depth) - 1 <= coalesce(parent_hi, (1::bigint << 62) - 1) then free end
  from (select coalesce(max(p.lo), coalesce(parent_lo, 0)) + app.interval_width(depth) as free
        from public.placement p
        where cardinality(p.ancestors) = depth + 1 and p.lo > coalesce(parent_lo, -1) and p.lo <= coalesce(parent_hi, (1::bigint << 62) - 1)) as slots
$$;
