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
  update public.entry_sensitive s set position_now = m.new from unnest(old_positions, new_positions) as m (old, new) where s.position_now = m.old;
  update public.entry e set other_now = m.new from unnest(old_positions, new_positions) as m (old, new) where e.other_now = m.old;
  update public.entry e set position_now = m.new from unnest(old_positions, new_positions) as m (old, new) where e.position_now = m.old;
end $$;

-- The stocks that stand at units, each with the entry that raised it last: what a reorganisation carries over and a closing ends.
create or replace function app.standing_stock(of_units uuid[]) returns table (unit_id uuid, subject_kind text, subject_id uuid, measure text, raised_by uuid)
language sql stable set search_path = '' as $$
  select e.unit_id, e.subject_kind, e.subject_id, e.measure, (array_agg(e.id order by e.recorded_at desc, e.occurred_on desc, e.id desc) filter (where e.delta = 1))[1]
  from public.entry e
  where e.unit_id = any (of_units) and e.measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS', 'UNITS', 'GRASSROOTS_ORGANISATIONS', 'CELLS')
  group by e.unit_id, e.subject_kind, e.subject_id, e.measure having sum(e.delta) = 1
$$;
