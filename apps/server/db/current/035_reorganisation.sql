-- Entries follow the unit that takes their subjects over: what counted at an old position counts at the new one from a day on.
-- Runs as the owner because the other end of a transfer may lie outside the caller's scope; the positions themselves may not.
create or replace function app.reposition(old_positions bigint[], new_positions bigint[], on_day date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if app.role() is null or app.role() not in ('STAFF', 'BOARD') or exists (
    select from unnest(old_positions || new_positions) as p (position) where not coalesce(p.position between app.lo() and app.hi(), false)) then
    raise exception using errcode = 'insufficient_privilege', message = 'positions outside the scope cannot be rewritten';
  end if;
  insert into public.entry_position (entry_id, until, position, other)
  select e.id, on_day, e.position_now, e.other_now from public.entry e
  where e.position_now = any (old_positions) or e.other_now = any (old_positions)
  on conflict (entry_id, until) do nothing;
  update public.entry_sensitive s set position_now = m.new
  from unnest(old_positions, new_positions) as m (old, new) join public.entry e on e.position_now = m.old where s.entry_id = e.id;
  update public.entry e set other_now = m.new from unnest(old_positions, new_positions) as m (old, new) where e.other_now = m.old;
  update public.entry e set position_now = m.new from unnest(old_positions, new_positions) as m (old, new) where e.position_now = m.old;
end $$;

-- The stocks that stand at units, each with the entry that raised it last: what a reorganisation carries over and a closing ends. An entry that was
-- put right is as old as its event.
create or replace function app.standing_stock(of_units uuid[]) returns table (unit_id uuid, subject_kind text, subject_id uuid, measure text, raised_by uuid)
language sql stable set search_path = '' as $$
  select e.unit_id, e.subject_kind, e.subject_id, e.measure,
    (array_agg(e.id order by coalesce(e.first_recorded_at, e.recorded_at) desc, e.occurred_on desc, e.recorded_at desc, e.id desc) filter (where e.delta = 1 and e.reverses is null))[1]
  from public.entry e
  where e.unit_id = any (of_units) and e.measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS', 'UNITS', 'GRASSROOTS_ORGANISATIONS', 'CELLS')
  group by e.unit_id, e.subject_kind, e.subject_id, e.measure having sum(e.delta) = 1
$$;

-- The places of units that were directly below a unit of the scope and are not on a day. They lie inside the unit's own places; as the
-- owner, because the units themselves may have left the scope.
create or replace function app.places_since_gone(of_unit uuid, on_day date) returns table (lo bigint, hi bigint)
language sql stable security definer set search_path = '' rows 1 as $$
  select gone.lo, gone.hi
  from public.unit u join public.placement gone on gone.parent_id = u.id
  where u.id = of_unit and u.lo between app.lo() and app.hi()
    and not exists (select from public.placement c where c.unit_id = gone.unit_id and c.parent_id = u.id and c.valid @> on_day)
$$;

-- Where entries of a unit counted on the days before each reorganisation since: at the unit's earlier places, then at those of its heirs.
create or replace function app.past_positions(of_unit uuid, since date) returns table (until date, place bigint)
language sql stable security definer set search_path = '' as $$
  with recursive heir (unit_id, from_day, step) as (
    select of_unit, since, 0
    union all
    (select s.successor_id, s.effective_on, heir.step + 1
     from heir join public.unit_succession s on s.predecessor_id = heir.unit_id
     where heir.step < 50 and s.effective_on > heir.from_day
     order by s.rank, s.successor_id limit 1)
  )
  select upper(p.valid), p.lo from heir join public.placement p on p.unit_id = heir.unit_id
  where upper(p.valid) is not null and upper(p.valid) > heir.from_day
$$;

-- An entry that is recorded after a reorganisation of its unit, for a day before it, counts where it would have counted on the days between.
create or replace function app.backfill_entries(of_entries uuid[]) returns void
language sql volatile set search_path = '' as $$
  insert into public.entry_position (entry_id, until, position, other)
  select e.id, turn.until,
    coalesce((select p.place from app.past_positions(e.unit_id, e.occurred_on) p where p.until >= turn.until order by p.until limit 1), e.position_now),
    case when e.other_now is not null then
      coalesce((select p.place from app.past_positions(there.unit_id, e.occurred_on) p where p.until >= turn.until order by p.until limit 1), e.other_now) end
  from public.entry e
  left join public.placement there on there.lo = e.other_then
  cross join lateral (
    select p.until from app.past_positions(e.unit_id, e.occurred_on) p
    union select p.until from app.past_positions(there.unit_id, e.occurred_on) p where there.unit_id is not null
  ) turn
  where e.id = any (of_entries)
  on conflict (entry_id, until) do nothing
$$;

-- The same for entries of the caller's scope: the other end of a transfer may lie outside of it.
create or replace function app.backfill_positions(of_entries uuid[]) returns void
language sql volatile security definer set search_path = '' as $$
  select app.backfill_entries(array(select e.id from public.entry e
    where e.id = any (of_entries) and (e.position_then between app.lo() and app.hi() or e.position_now between app.lo() and app.hi())))
$$;

-- What reverses an entry counted where that one did: what a reorganisation carried along was somewhere else than its unit. Of entries of the caller's scope.
create or replace function app.copy_places(of_entries uuid[]) returns void
language sql volatile security definer set search_path = '' as $$
  insert into public.entry_position (entry_id, until, position, other)
  select e.id, o.until, o.position, o.other
  from public.entry e join public.entry_position o on o.entry_id = e.reverses
  where e.id = any (of_entries) and (e.position_then between app.lo() and app.hi() or e.position_now between app.lo() and app.hi())
  on conflict (entry_id, until) do nothing
$$;

-- Whether a person is counted anywhere, also outside the scope: nobody is admitted twice.
create or replace function app.is_counted(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(e.delta), 0) > 0 from public.entry e
  where e.subject_id = person and e.measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS') and app.role() in ('STAFF', 'BOARD', 'SECRETARY')
$$;

-- How many entries an event has, also outside the scope: an event is reversed as a whole or not at all.
create or replace function app.event_size(of_event uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(*) from public.entry e where e.event_id = of_event
    and exists (
      select from public.entry seen
      where seen.event_id = of_event and (seen.position_then between app.lo() and app.hi() or seen.position_now between app.lo() and app.hi()))
$$;
