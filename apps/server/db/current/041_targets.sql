-- What targets refuse. An allocation makes up the version of the target that it divides, at every instant at which anybody can see it: checked when
-- the transaction commits, by the owner, one writer of a target after the other.

-- Whether a unit is not directly below another any more: what it was given there counts on, whatever becomes of it elsewhere.
create or replace function app.has_moved_away(of_unit uuid, from_unit uuid) returns boolean
language sql stable set search_path = '' as $$
  select (select p.parent_id from public.placement p where p.unit_id = of_unit order by lower(p.valid) desc limit 1) is distinct from from_unit
$$;

-- What a unit of the scope gave of its target to units that have moved away. As the owner, because such a unit may have left the scope: how much it was
-- given the unit above knows, for it gave it.
create or replace function app.parts_gone(wholes uuid[]) returns table (target_id uuid, part_id uuid, low numeric, high numeric, weight int)
language sql stable security definer set search_path = '' as $$
  select w.id, t.id, v.low, v.high, v.base_number
  from public.target w join public.target t on t.parent_id = w.id
  cross join lateral (select n.* from public.target_version n where n.target_id = t.id order by n.number desc limit 1) v
  where w.id = any (wholes) and w.position + 0 between app.lo() and app.hi() and app.has_moved_away(t.unit_id, w.unit_id)
    and (t.closed_on is null or v.kind not in ('RATE', 'RATE_RANGE'))
$$;

-- Refuses where the parts of a target do not make it up by the rule of its last allocation. The rule in words: packages/schema, sumRules; the same
-- arithmetic is judgeAllocation of the application.
create or replace function app.refuse_broken_sum_of(whole uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  a public.allocation;
  v public.target_version;
  low numeric;
  high numeric;
  holds boolean;
begin
  -- Whoever changes another part waits here, and then sees this one: whoever looks at an older state would not.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'targets that are divided are changed in read committed transactions';
  end if;
  perform 1 from public.target t where t.id = whole for no key update;
  select * into a from public.allocation l where l.target_id = whole order by l.number desc limit 1;
  if a.id is null then
    return;
  end if;
  select * into v from public.target_version n where n.target_id = whole and n.number = a.divides;
  if v.kind in ('RATE', 'RATE_RANGE') then
    -- Per cent are weighed by members. What ended in the middle weighs no more.
    select sum((n.low - v.low) * n.base_number), sum((n.high - v.high) * n.base_number) into low, high
    from public.target t
    cross join lateral (select m.* from public.target_version m where m.target_id = t.id order by m.number desc limit 1) n
    where t.parent_id = whole and t.closed_on is null;
    -- Where a unit has ended in the middle the mean may have fallen: it is shown, and to be given out again.
    holds := a.sum_rule = 'NOT_BELOW' and (a.origin = 'UNIT_CLOSED' or (coalesce(low, 0) >= 0 and coalesce(high, 0) >= 0));
  else
    select coalesce(sum(least(n.low, r.result)), 0) + a.reserve_low - v.low, coalesce(sum(least(n.high, r.result)), 0) + coalesce(a.reserve_high, a.reserve_low) - v.high
    into low, high
    from public.target t
    cross join lateral (select m.* from public.target_version m where m.target_id = t.id order by m.number desc limit 1) n
    cross join lateral (select case when t.closed_on is not null and not app.has_moved_away(t.unit_id, t.issuer_id) then t.closed_result end as result) r
    where t.parent_id = whole;
    holds := case when a.sum_rule <> 'NOT_BELOW' then low = 0 and coalesce(high, 0) = 0
      when v.kind = 'REDUCE_TO' then low <= 0
      else low >= 0 and coalesce(high, 0) >= 0 end;
  end if;
  if not holds then
    raise exception using errcode = 'check_violation', constraint = 'allocation_sum_holds', message = format('the parts of target %s do not make it up', whole);
  end if;
end $$;

create or replace function app.refuse_broken_sum() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  whole uuid;
begin
  if tg_table_name = 'allocation' then
    whole := new.target_id;
  elsif tg_table_name = 'target' then
    whole := new.parent_id;
    if tg_op = 'UPDATE' and old.parent_id is distinct from new.parent_id and old.parent_id is not null then
      perform app.refuse_broken_sum_of(old.parent_id);
    end if;
  else
    select t.parent_id into whole from public.target t where t.id = new.target_id;
    -- A part of a target is given by an allocation of that target, and nothing else is.
    if not exists (select from public.allocation a where a.id = new.allocation_id and a.target_id = whole) and (whole is not null or new.allocation_id is not null) then
      raise exception using errcode = 'check_violation', constraint = 'target_version_given_by_its_allocation', message = 'a version is given by an allocation of another target';
    end if;
  end if;
  if whole is not null then
    perform app.refuse_broken_sum_of(whole);
  end if;
  return null;
end $$;

drop trigger if exists allocation_sum_holds on allocation;
create constraint trigger allocation_sum_holds after insert on allocation deferrable initially deferred for each row execute function app.refuse_broken_sum();
drop trigger if exists target_version_sum_holds on target_version;
create constraint trigger target_version_sum_holds after insert on target_version deferrable initially deferred for each row execute function app.refuse_broken_sum();
drop trigger if exists target_sum_holds on target;
create constraint trigger target_sum_holds after insert or update of closed_on, closed_result, parent_id on target deferrable initially deferred for each row execute function app.refuse_broken_sum();
