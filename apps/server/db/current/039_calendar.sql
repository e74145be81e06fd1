-- What is counted in working days, and whose power a decision rests on: the calendar of a tree, the limits that follow from it, the chain of a day.

-- The days besides Saturdays and Sundays that are not worked in the tree of a unit, in order: the public ones, and what was changed of them by the
-- unit itself or one above it. The nearest has the last word.
create or replace function app.holidays_at(of_unit uuid) returns date[]
language sql stable set search_path = '' as $$
  with change as (
    select distinct on (g.day) g.day, g.is_holiday
    from public.placement l join public.holiday_change g on g.unit_id = any (l.ancestors)
    where l.unit_id = of_unit and upper_inf(l.valid)
    order by g.day, array_position(l.ancestors, g.unit_id) desc
  )
  select coalesce(array_agg(d.day order by d.day), '{}') from (
    select h.day from public.holiday h where not exists (select from change c where c.day = h.day and not c.is_holiday)
    union select c.day from change c where c.is_holiday) d
$$;

-- The day that many working days after a day; counting starts on the next day. The same as addWorkingDays of the application.
create or replace function app.add_working_days(holidays date[], from_day date, days int) returns date
language sql immutable parallel safe
return case when days <= 0 then from_day else (
  select from_day + n from generate_series(1, (days + cardinality(holidays)) * 7 / 5 + 7) as n
  where extract(isodow from from_day + n) < 6 and from_day + n <> all (holidays)
  order by n offset days - 1 limit 1) end;

-- Brings the limits that run at a unit and below it to the calendar as it stands, or only counts those that it would move. What a step says of its
-- limit stays. Runs as the owner: who keeps the calendar sees no candidacy. It writes what follows from the rows themselves and the rules of the
-- application, and the caller learns two numbers.
create or replace function app.renew_limits(of_unit uuid, rules jsonb, only_count boolean) returns table (candidacies int, letters int)
language plpgsql volatile security definer set search_path = '' rows 1 as $$
declare
  here public.unit;
  moved_candidacies uuid[];
  candidacy_days date[];
  moved_letters uuid[];
  letter_days date[];
  moved_starts uuid[];
  start_days date[];
begin
  select u.* into here from public.unit u where u.id = of_unit and u.lo between app.lo() and app.hi();
  if here.id is null or app.role() is null or app.role() not in ('ADMINISTRATOR', 'STAFF', 'BOARD', 'SECRETARY') then
    raise exception using errcode = 'insufficient_privilege', message = 'limits outside the scope are not kept';
  end if;
  with rule as materialized (
    select r.* from jsonb_to_recordset(rules) as r (code text, valid_from date, extension int, letter int, start int, days jsonb)
  ), running as materialized (
    select 'CANDIDACY' as subject, c.id, c.position, c.due_on, c.due_runs_from as from_day,
      (r.days ->> c.due_kind)::int + case when c.is_extended then r.extension else 0 end as days
    from public.candidacy c join rule r on r.code = c.rule_pack
    where c.position between here.lo and here.hi and c.due_counted_in = 'WORKING_DAYS'
    union all
    select 'LETTER', t.id, t.from_position, t.due_on, t.issued_on,
      (select r.letter from rule r order by r.valid_from <= t.issued_on desc, abs(r.valid_from - t.issued_on) limit 1)
    from public.transfer t where t.from_position between here.lo and here.hi and t.state = 'ISSUED'
    union all
    select 'START', t.id, t.from_position, t.start_due_on, t.moved_on,
      (select r.start from rule r order by r.valid_from <= t.issued_on desc, abs(r.valid_from - t.issued_on) limit 1)
    from public.transfer t where t.from_position between here.lo and here.hi and t.state = 'ISSUED' and t.moved_on is not null
  ), home as materialized (
    -- Places below the same units that changed something share a calendar.
    select u.lo, u.id, array(select a.id from unnest(l.ancestors) as a (id) where a.id in (select g.unit_id from public.holiday_change g)) as changed_by
    from public.unit u join public.placement l on l.unit_id = u.id and upper_inf(l.valid)
    where u.lo between here.lo and here.hi and u.lo in (select r.position from running r)
  ), calendar as materialized (
    select h.changed_by, app.holidays_at((array_agg(h.id))[1]) as holidays from home h group by h.changed_by
  ), due as materialized (
    select p.changed_by, p.from_day, p.days, app.add_working_days(k.holidays, p.from_day, p.days) as day
    from (select distinct h.changed_by, r.from_day, r.days from running r join home h on h.lo = r.position) p join calendar k on k.changed_by = p.changed_by
  ), moved as materialized (
    select r.subject, r.id, d.day
    from running r join home h on h.lo = r.position join due d on d.changed_by = h.changed_by and d.from_day = r.from_day and d.days = r.days
    where d.day <> r.due_on
  )
  select array_agg(m.id) filter (where m.subject = 'CANDIDACY'), array_agg(m.day) filter (where m.subject = 'CANDIDACY'),
    array_agg(m.id) filter (where m.subject = 'LETTER'), array_agg(m.day) filter (where m.subject = 'LETTER'),
    array_agg(m.id) filter (where m.subject = 'START'), array_agg(m.day) filter (where m.subject = 'START')
  into moved_candidacies, candidacy_days, moved_letters, letter_days, moved_starts, start_days from moved m;
  candidacies := coalesce(cardinality(moved_candidacies), 0);
  letters := (select count(distinct l.id) from unnest(moved_letters || moved_starts) as l (id));
  -- Statements of their own: of what one has just computed the planner would expect a handful.
  if not only_count then
    update public.candidacy c set due_on = m.day from unnest(moved_candidacies, candidacy_days) as m (id, day) where c.id = m.id;
    update public.transfer t set due_on = m.day from unnest(moved_letters, letter_days) as m (id, day) where t.id = m.id;
    update public.transfer t set start_due_on = m.day from unnest(moved_starts, start_days) as m (id, day) where t.id = m.id;
  end if;
  return next;
end $$;

-- The chain of a unit of the scope as it hung on a day, root first, and who of it could decide admissions on that day. Before the unit was founded, its
-- first chain. Runs as the owner: bodies of then may lie outside the scope by now, and whoever records their act needs a grant over them all the same.
create or replace function app.chain_on(of_unit uuid, on_day date) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('id', u.id, 'tier', k.tier, 'holdsMembers', k.holds_members, 'isGrassrootsOrganisation', k.is_grassroots_organisation,
    'kindPowers', k.powers, 'decidesAdmissions', 'DECIDES_ADMISSIONS' = any (k.powers) or exists (
      select from public.unit_power w where w.unit_id = u.id and w.power = 'DECIDES_ADMISSIONS' and w.valid @> on_day),
    'lo', u.lo::text, 'hi', u.hi::text) order by a.n)
  from (
    select l.ancestors from public.unit h join public.placement l on l.unit_id = h.id
    where h.id = of_unit and h.lo between app.lo() and app.hi() and app.reads_people()
    order by lower(l.valid) <= on_day desc, abs(lower(l.valid) - on_day) limit 1
  ) hung cross join lateral unnest(hung.ancestors) with ordinality as a (id, n)
  join public.unit u on u.id = a.id join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind
$$;
