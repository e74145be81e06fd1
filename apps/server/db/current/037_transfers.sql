-- The second signature of a transfer of activity. It is put by a grant over the receiving unit, whose scope does not hold the old one: what has
-- to be written there is written as the owner, in one function, which first judges the caller by the caller's own scope and role.

-- Whether two units hang under one grassroots organisation now.
create or replace function app.in_one_organisation(one_unit uuid, other_unit uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from public.placement a cross join lateral unnest(a.ancestors) as above (id) join public.placement b on b.unit_id = other_unit and upper_inf(b.valid) and above.id = any (b.ancestors)
    join public.unit u on u.id = above.id join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind
    where a.unit_id = one_unit and upper_inf(a.valid) and k.is_grassroots_organisation and above.id not in (one_unit, other_unit))
$$;

-- Whether two units hang under one body of the upper tier now: between the grassroots organisations below it the grassroots committee issues.
create or replace function app.under_one_upper(one_unit uuid, other_unit uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from public.placement a cross join lateral unnest(a.ancestors) as above (id) join public.placement b on b.unit_id = other_unit and upper_inf(b.valid) and above.id = any (b.ancestors)
    join public.unit u on u.id = above.id join public.unit_kind k on k.configuration = u.configuration and k.code = u.kind
    where a.unit_id = one_unit and upper_inf(a.valid) and k.tier = 'UPPER')
$$;

-- An open letter stays with its person, who a reorganisation may have given to another unit.
create or replace function app.carry_open_letter() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.transfer t set from_unit_id = new.unit_id, from_position = new.position
  where t.person_id = new.id and t.from_unit_id = old.unit_id and (t.state = 'ISSUED' or (t.state = 'ACCEPTED' and t.kind = 'TEMPORARY'))
    and not exists (select from public.transfer_receiver r where r.transfer_id = t.id and r.unit_id = new.unit_id);
  return null;
end $$;

create or replace trigger person_carries_letter after update of unit_id on person for each row
  when (old.unit_id is distinct from new.unit_id) execute function app.carry_open_letter();

-- Says when a letter was cancelled or ended.
create or replace function app.close_letter() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.closed_at := now();
  return new;
end $$;
create or replace trigger transfer_closed before update of state on transfer for each row
  when (new.state in ('CANCELLED', 'ENDED') and old.state <> new.state) execute function app.close_letter();

-- Addresses a letter that was issued in the scope to a unit of the scope; null where it is not. As the owner: a policy that asked for the letter would ask for its
-- receiver again, without end.
create or replace function app.address_letter(letter uuid, of_unit uuid) returns boolean
language sql volatile security definer set search_path = '' as $$
  insert into public.transfer_receiver (transfer_id, unit_id, position)
  select t.id, u.id, u.lo from public.transfer t join public.unit u on u.id = of_unit
  where t.id = letter and t.state = 'ISSUED' and t.claim_hash is null and t.from_unit_id <> u.id
    and t.from_position between app.lo() and app.hi() and u.lo between app.lo() and app.hi() and app.role() in ('STAFF', 'SECRETARY')
  returning true
$$;

-- What a letter says, to somebody who holds the code of its paper and works with people; or why its code opens nothing any more.
drop function if exists app.letter_by_code(bytea);
create function app.letter_by_code(code_hash bytea) returns table (id uuid, kind text, from_name text, destination text, person_name text, person_birth_date date,
  letter_number text, issued_on date, issuer_name text, due_on date, moved_on date, start_due_on date, claim_until date, refusal text)
language sql stable security definer set search_path = '' rows 1 as $$
  select t.id, s.kind, s.from_name, s.destination, s.person_name, s.person_birth_date, s.letter_number, s.issued_on, s.issuer_name, s.due_on, s.moved_on, s.start_due_on, s.claim_until, c.refusal
  from public.transfer t cross join lateral (select case when t.state <> 'ISSUED' then 'LETTER_NOT_OPEN' when t.claim_until < app.today() then 'CODE_EXPIRED' end as refusal) c
  left join public.transfer s on s.id = t.id and c.refusal is null
  where t.claim_hash = code_hash and app.role() in ('STAFF', 'SECRETARY')
$$;

-- Posts the four entries of a transfer: what leaves the old unit carries all that raised it; at the new unit the slices stay, type and areas are its own.
create or replace function app.post_transfer(of_person uuid, from_unit uuid, to_unit uuid, raised_by uuid, event uuid, on_day date) returns int
language plpgsql volatile set search_path = '' as $$
declare
  ids uuid[];
begin
  with raised as (select e.* from public.entry e where e.id = raised_by),
  draft as (
    select gen_random_uuid() as id, d.* from (values
      ('TRANSFERRED_OUT', 1::smallint, from_unit, to_unit, false), ((select measure from raised), -1::smallint, from_unit, null, true),
      ('TRANSFERRED_IN', 1::smallint, to_unit, from_unit, false), ((select measure from raised), 1::smallint, to_unit, null, false)) as d (measure, delta, unit_id, other_id, undoes)
  ), posted as (
    insert into public.entry (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, measure, delta, subject_kind, subject_id,
      gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas, recorded_at)
    select d.id, event, d.unit_id, here.lo, now_here.lo, there.lo, now_there.lo, on_day, d.measure, d.delta, 'PERSON', of_person,
      r.gender, r.age_band, r.youth_union, r.occupation, r.enterprise_relation, r.education,
      case when d.undoes then r.unit_type else profile.unit_type end, case when d.undoes then r.areas else profile.areas end,
      -- The statement began before it waited for whoever held the person.
      (select clock_timestamp())
    from draft d cross join raised r
    join public.placement here on here.unit_id = d.unit_id and here.valid @> on_day
    join public.unit now_here on now_here.id = app.counts_now_at(d.unit_id)
    join public.unit_profile profile on profile.unit_id = d.unit_id and profile.valid @> on_day
    left join public.placement there on there.unit_id = d.other_id and there.valid @> on_day
    left join public.unit now_there on now_there.id = app.counts_now_at(d.other_id)
    where d.other_id is null or there.lo is not null
    returning id
  )
  select array_agg(id) into ids from posted;
  insert into public.entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
  select e.id, e.position_then, e.position_now, s.ethnic_minority, s.religion
  from public.entry e join public.entry_sensitive s on s.entry_id = raised_by where e.id = any (ids);
  perform app.backfill_entries(ids);
  return coalesce(cardinality(ids), 0);
end $$;

-- The second signature: an addressed letter by its id, or any open one by the hash of its code and the unit that receives the person. Tells the letter
-- and the event that it posted, or why not; then nothing is written. Locks the units, the way to membership, the person and the letter in this order, as
-- every change of them does, so that a recognition or a second acceptance comes before or after it and never between.
create or replace function app.accept_transfer(letter uuid, code_hash bytea, of_unit uuid, on_day date, expected_version int, accepter text)
returns table (transfer_id uuid, event_id uuid, refusal text)
language plpgsql volatile security definer set search_path = '' rows 1 as $$
declare
  t public.transfer;
  p public.person;
  home public.unit;
  receiver uuid;
  stood record;
begin
  select x.* into t from public.transfer x
  where case when code_hash is null then x.id = letter
      and (x.from_position between app.lo() and app.hi() or exists (select from public.transfer_receiver r where r.transfer_id = x.id and r.position between app.lo() and app.hi()))
    else x.claim_hash = code_hash end;
  if app.role() is null or app.role() not in ('STAFF', 'SECRETARY') then refusal := 'FORBIDDEN_FOR_ROLE'; return next; return; end if;
  receiver := case when code_hash is null then (select r.unit_id from public.transfer_receiver r where r.transfer_id = t.id) else of_unit end;
  -- Both units keep their places until the end, or have got their new ones before; a reorganisation locks units before people, too.
  perform from public.unit u where u.id in (t.from_unit_id, receiver) order by u.id for key share;
  select u.* into home from public.unit u where u.id = receiver and u.lo between app.lo() and app.hi();
  refusal := case
    when t.id is null then case when code_hash is null then 'NOT_FOUND' else 'CODE_NOT_KNOWN' end
    when home.id is null then case when code_hash is null then 'NOT_YOUR_SIDE' else 'NOT_FOUND' end end;
  if refusal is not null then return next; return; end if;
  transfer_id := t.id;

  perform from public.candidacy c where c.person_id = t.person_id order by c.id for update;
  perform pg_advisory_xact_lock(hashtextextended(t.person_id::text, 0));
  select x.* into p from public.person x where x.id = t.person_id for update;
  select x.* into t from public.transfer x where x.id = t.id for update;
  refusal := case
    when expected_version is not null and expected_version <> t.version then 'VERSION_CONFLICT'
    when t.state <> 'ISSUED' then 'LETTER_NOT_OPEN'
    when code_hash is not null and t.claim_until < app.today() then 'CODE_EXPIRED'
    when home.closed_on is not null or not (select k.holds_members from public.unit_kind k where k.configuration = home.configuration and k.code = home.kind) then 'UNIT_HOLDS_NO_MEMBERS'
    when home.id = p.unit_id then 'SAME_UNIT'
    when t.kind = 'INTERNAL' and not app.in_one_organisation(p.unit_id, home.id) then 'NOT_INSIDE_ONE_ORGANISATION'
    when t.is_under_one_upper and not app.under_one_upper(p.unit_id, home.id) then 'NOT_UNDER_ONE_UPPER'
    when on_day > app.today() then 'DATE_IN_FUTURE'
    when on_day < t.issued_on or on_day < (select max(c.last_on) from public.candidacy c where c.person_id = p.id) then 'DATE_BEFORE_LAST_STEP'
    when p.state = 'FORMER' or (p.state = 'CANDIDATE' and t.kind = 'TEMPORARY') then 'NOT_POSSIBLE_IN_THIS_STATE' end;
  if refusal is not null then return next; return; end if;

  if t.kind <> 'TEMPORARY' then
    -- Where the person is counted, and the entry that raised the stock: as for every fact of the ledger.
    select e.unit_id, e.measure, e.occurred_on as since, e.id as raised_by into stood from (
      select (array_agg(x.id order by coalesce(x.first_recorded_at, x.recorded_at) desc, x.occurred_on desc, x.recorded_at desc, x.id desc)
        filter (where x.delta = 1 and x.reverses is null and not exists (select from public.entry r where r.reverses = x.id)))[1] as raised_by
      from public.entry x where x.subject_id = p.id and x.measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS')
      group by x.unit_id, x.measure having sum(x.delta) = 1) net
    join public.entry e on e.id = net.raised_by;
    refusal := case
      when (p.state = 'CANDIDATE') <> (stood.unit_id is null) or stood.unit_id <> p.unit_id then 'NOT_POSSIBLE_IN_THIS_STATE'
      when on_day < stood.since then 'DATE_BEFORE_LAST_STEP'
      when not exists (select from public.placement x where x.unit_id = home.id and x.valid @> on_day)
        or exists (select from public.placement x where x.unit_id in (p.unit_id, home.id) and upper(x.valid) > on_day) then 'BEFORE_A_REORGANISATION' end;
    if refusal is not null then return next; return; end if;
    if stood.unit_id is not null then
      event_id := gen_random_uuid();
      if app.post_transfer(p.id, p.unit_id, home.id, stood.raised_by, event_id, on_day) <> 4 then
        raise exception using errcode = 'check_violation', constraint = 'transfer_posts_four_entries', message = 'a transfer was not posted whole';
      end if;
    end if;
  end if;
  -- The letter first: once it is accepted it does not follow its person any more.
  update public.transfer x set state = 'ACCEPTED', version = x.version + 1, from_unit_id = p.unit_id, from_position = p.position,
    accepted_on = on_day, entry_event_id = accept_transfer.event_id
  where x.id = t.id;
  insert into public.transfer_receiver as r (transfer_id, unit_id, position, accepter_name, accepted_at) values (t.id, home.id, home.lo, accepter, now())
  on conflict on constraint transfer_receiver_pkey do update set unit_id = excluded.unit_id, position = excluded.position, accepter_name = excluded.accepter_name, accepted_at = excluded.accepted_at;
  if t.kind <> 'TEMPORARY' then
    -- All that lies in the file follows by its foreign keys. Whoever looked at the way before looks again.
    update public.person x set unit_id = home.id, position = home.lo where x.id = p.id;
    -- At the new unit nothing of a candidate is dated before the day of arrival; of a member the ledger sees to it.
    update public.candidacy c set version = c.version + 1, last_on = case p.state when 'CANDIDATE' then greatest(c.last_on, on_day) else c.last_on end where c.person_id = p.id;
  end if;
  return next;
end $$;
