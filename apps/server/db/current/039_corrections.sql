-- Corrections of what is kept about a person, and the personal number.

-- The band of AGE_BAND in which somebody is on a day, in full years: as ageBandOn of the people says.
create or replace function app.age_band_on(born date, on_day date) returns text language sql immutable strict parallel safe
return case
  when extract(year from on_day) - extract(year from born) - (case when to_char(on_day, 'MMDD') < to_char(born, 'MMDD') then 1 else 0 end) <= 30 then 'AGE_18_30'
  when extract(year from on_day) - extract(year from born) - (case when to_char(on_day, 'MMDD') < to_char(born, 'MMDD') then 1 else 0 end) <= 40 then 'AGE_31_40'
  when extract(year from on_day) - extract(year from born) - (case when to_char(on_day, 'MMDD') < to_char(born, 'MMDD') then 1 else 0 end) <= 50 then 'AGE_41_50'
  when extract(year from on_day) - extract(year from born) - (case when to_char(on_day, 'MMDD') < to_char(born, 'MMDD') then 1 else 0 end) <= 60 then 'AGE_51_60'
  else 'AGE_OVER_60' end;

-- The entries of a person that stand, each with the day on which its slices were frozen: of what an admission, a recognition or an opening
-- raises its own day, of everything that carries slices on the day of the last of those before it. The probationary stock has those of before
-- the recognition, also on later days; the official one that a recognition raised and carried through later changes has those of its day.
create or replace function app.frozen_days(of_person uuid) returns table (entry_id uuid, frozen_on date, known_at timestamptz)
language sql stable set search_path = '' as $$
  with standing as (
    select e.id, e.event_id, e.occurred_on, e.delta, e.measure,
      coalesce(e.first_recorded_at, e.recorded_at) as known_at
    from public.entry e
    where e.subject_id = of_person and e.reverses is null and not exists (select from public.entry r where r.reverses = e.id)
  ), happening as (
    select s.event_id, min(s.occurred_on) as occurred_on, min(s.known_at) as known_at, bool_or(s.measure = 'RECOGNISED') as recognises, not bool_or(s.delta = -1) as raises
    from standing s group by s.event_id
  )
  select s.id, coalesce(
    case when h.raises or h.recognises and s.measure <> 'PROBATIONARY_MEMBERS' then h.occurred_on end,
    (select b.occurred_on from happening b where (b.raises or b.recognises and s.measure <> 'PROBATIONARY_MEMBERS') and b.event_id <> h.event_id
       and (b.occurred_on, b.known_at) <= (h.occurred_on, h.known_at)
     order by b.occurred_on desc, b.known_at desc limit 1),
    h.occurred_on), s.known_at
  from standing s join happening h on h.event_id = s.event_id
$$;

-- The entries that count somebody wrongly once facts of theirs are corrected, with the slices that they should have. What stands in `wrong` was wrong
-- from the beginning: the birth date and the gender in all entries, the others wherever an entry has what the person has now.
create or replace function app.wrong_entries(of_person uuid, wrong jsonb) returns table (entry_id uuid, known_at timestamptz,
  gender text, age_band text, youth_union text, occupation text, enterprise_relation text, education text)
language sql stable set search_path = '' as $$
  select * from (
    select e.id, f.known_at,
      coalesce(wrong->>'gender', e.gender) as gender,
      coalesce(app.age_band_on((wrong->>'birthDate')::date, f.frozen_on), e.age_band) as age_band,
      case when e.youth_union = p.youth_union then coalesce(wrong->>'youthUnion', e.youth_union) else e.youth_union end as youth_union,
      case when e.occupation = p.occupation then coalesce(wrong->>'occupation', e.occupation) else e.occupation end as occupation,
      case when e.enterprise_relation = p.enterprise_relation then coalesce(wrong->>'enterpriseRelation', e.enterprise_relation) else e.enterprise_relation end as enterprise_relation,
      case when e.education = p.education then coalesce(wrong->>'education', e.education) else e.education end as education
    from app.frozen_days(of_person) f join public.entry e on e.id = f.entry_id join public.person p on p.id = of_person
  ) should (id, known_at, gender, age_band, youth_union, occupation, enterprise_relation, education)
  where exists (
    select from public.entry e where e.id = should.id
      and (e.gender, e.age_band, e.youth_union, e.occupation, e.enterprise_relation, e.education)
        is distinct from (should.gender, should.age_band, should.youth_union, should.occupation, should.enterprise_relation, should.education))
$$;

-- What a correction does to the figures: how many facts, and whether a stock, move from one slice to another.
create or replace function app.changed_slices(of_person uuid, wrong jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('measure', c.measure, 'dimension', c.dimension, 'before', c.before, 'after', c.after, 'count', c.count) order by c.measure, c.dimension, c.before), '[]')
  from (
    select e.measure, d.dimension, d.before, d.after, case when e.measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS') then 1 else count(*) end as count
    from app.wrong_entries(of_person, wrong) w join public.entry e on e.id = w.entry_id
    cross join lateral (values ('GENDER', e.gender, w.gender), ('AGE_BAND', e.age_band, w.age_band), ('YOUTH_UNION', e.youth_union, w.youth_union),
      ('OCCUPATION', e.occupation, w.occupation), ('ENTERPRISE_RELATION', e.enterprise_relation, w.enterprise_relation), ('EDUCATION', e.education, w.education)) as d (dimension, before, after)
    where e.delta = 1 and d.before <> d.after
    group by e.measure, d.dimension, d.before, d.after
  ) c
$$;

-- Takes back what counts somebody wrongly and posts it anew, recorded now, on the days and at the places of before. What takes back is an event of its own;
-- what is posted anew belongs to the event that it was always part of, so that a step can be undone as before. Returns how many entries were put right.
create or replace function app.correct_entries(of_person uuid, wrong jsonb, event uuid) returns int
language plpgsql volatile set search_path = '' as $$
declare
  plan jsonb;
begin
  select jsonb_agg(to_jsonb(w) || jsonb_build_object('undoing', uuidv7(), 'anew', uuidv7())) into plan
  from (select * from app.wrong_entries(of_person, wrong) order by known_at, entry_id) w;
  if plan is null then
    return 0;
  end if;
  insert into public.entry (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, measure, delta, subject_kind, subject_id,
    gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas, reverses, first_recorded_at)
  select w.undoing, event, e.unit_id, e.position_then, e.position_now, e.other_then, e.other_now, e.occurred_on, e.measure, -e.delta, e.subject_kind, e.subject_id,
    e.gender, e.age_band, e.youth_union, e.occupation, e.enterprise_relation, e.education, e.unit_type, e.areas, e.id, null
  from jsonb_to_recordset(plan) as w (entry_id uuid, undoing uuid) join public.entry e on e.id = w.entry_id
  union all
  select w.anew, e.event_id, e.unit_id, e.position_then, e.position_now, e.other_then, e.other_now, e.occurred_on, e.measure, e.delta, e.subject_kind, e.subject_id,
    w.gender, w.age_band, w.youth_union, w.occupation, w.enterprise_relation, w.education, e.unit_type, e.areas, null, coalesce(e.first_recorded_at, e.recorded_at)
  from jsonb_to_recordset(plan) as w (entry_id uuid, anew uuid, gender text, age_band text, youth_union text, occupation text, enterprise_relation text, education text)
  join public.entry e on e.id = w.entry_id;
  insert into public.entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
  select posted.id, s.position_then, s.position_now, s.ethnic_minority, s.religion
  from jsonb_to_recordset(plan) as w (entry_id uuid, undoing uuid, anew uuid) join public.entry_sensitive s on s.entry_id = w.entry_id
  cross join unnest(array[w.undoing, w.anew]) as posted (id);
  -- They counted where the entry that they answer counted: what a reorganisation carried along was somewhere else than its unit.
  insert into public.entry_position (entry_id, until, position, other)
  select posted.id, o.until, o.position, o.other
  from jsonb_to_recordset(plan) as w (entry_id uuid, undoing uuid, anew uuid) join public.entry_position o on o.entry_id = w.entry_id
  cross join unnest(array[w.undoing, w.anew]) as posted (id);
  return jsonb_array_length(plan);
end $$;

-- Corrects facts of a person of the scope, and whatever counts them wrongly, wherever it was counted: what lies at a unit of before is outside the caller's
-- scope, so this runs as the owner and judges the caller by itself. `facts` holds what becomes of each field; since a day where life changed it, and only
-- of what can change in life; else it was wrong. A trial writes nothing. Locks in the order in which every change of a person does.
create or replace function app.correct_person(of_person uuid, expected_version int, facts jsonb, since date, reason text, corrector text, trial boolean)
returns table (refusal text, changes jsonb)
language plpgsql volatile security definer set search_path = '' rows 1 as $$
declare
  p public.person;
  wrong constant jsonb := case when since is null then facts else facts - '{occupation,enterpriseRelation,education,youthUnion}'::text[] end;
  told jsonb;
  event uuid := gen_random_uuid();
begin
  if app.role() is null or app.role() not in ('STAFF', 'SECRETARY') then refusal := 'FORBIDDEN_FOR_ROLE'; return next; return; end if;
  perform from public.unit u where u.id in (select e.unit_id from public.entry e where e.subject_id = of_person) order by u.id for key share;
  perform from public.candidacy c where c.person_id = of_person and c.position between app.lo() and app.hi() order by c.id for update;
  perform pg_advisory_xact_lock(hashtextextended(of_person::text, 0));
  select x.* into p from public.person x where x.id = of_person and x.position between app.lo() and app.hi() for update;
  refusal := case when p.id is null then 'NOT_FOUND' when p.version <> expected_version then 'VERSION_CONFLICT' end;
  -- A number that stands is not written over unseen.
  if refusal is null and facts ? 'personalNumber' and not app.is_unlocked(of_person)
    and exists (select from public.person_sensitive s where s.person_id = of_person and s.personal_number is not null) then refusal := 'NUMBER_LOCKED'; end if;
  if refusal is not null then return next; return; end if;
  changes := app.changed_slices(of_person, wrong);
  if trial then return next; return; end if;

  if app.correct_entries(of_person, wrong, event) = 0 then event := null; end if;
  select jsonb_object_agg(f.field, case f.field when 'personalNumber' then '[]' else jsonb_build_array(f.before, facts->f.field) end) into told
  from (values ('fullName', p.full_name), ('birthDate', p.birth_date::text), ('gender', p.gender), ('occupation', p.occupation),
    ('enterpriseRelation', p.enterprise_relation), ('education', p.education), ('youthUnion', p.youth_union), ('personalNumber', null)) as f (field, before)
  where facts ? f.field;
  update public.person x set version = x.version + 1,
    full_name = coalesce(facts->>'fullName', x.full_name), birth_date = coalesce((facts->>'birthDate')::date, x.birth_date), gender = coalesce(facts->>'gender', x.gender),
    occupation = coalesce(facts->>'occupation', x.occupation), enterprise_relation = coalesce(facts->>'enterpriseRelation', x.enterprise_relation),
    education = coalesce(facts->>'education', x.education), youth_union = coalesce(facts->>'youthUnion', x.youth_union)
  where x.id = of_person;
  if facts ? 'fullName' then
    -- A file elsewhere keeps the name as it was written there.
    update public.participant t set name = facts->>'fullName', version = t.version + 1 where t.member_id = of_person and t.position between app.lo() and app.hi();
  end if;
  if facts ? 'personalNumber' then
    update public.person_sensitive s set personal_number = facts->>'personalNumber' where s.person_id = of_person;
  end if;
  insert into public.person_correction (person_id, position, changes, since, reason, entry_event_id, recorded_by, recorder_name)
  values (of_person, p.position, told, correct_person.since, correct_person.reason, event, app.account_id(), corrector);
  return next;
end $$;

-- The person who has a number and is a member or on the way, other than one.
create or replace function app.holder_of(number text, but_not uuid) returns table (person_id uuid, place bigint)
language sql stable set search_path = '' as $$
  select p.id, p.position from public.person_sensitive s join public.person p on p.id = s.person_id
  where s.personal_number = number and p.id is distinct from but_not
    and (p.state in ('PROBATIONARY', 'OFFICIAL') or (p.state = 'CANDIDATE' and exists (
      select from public.candidacy c where c.person_id = p.id and c.state not in ('REFUSED', 'DROPPED', 'WITHDRAWN'))))
  limit 1
$$;

-- Whether a personal number can be given to a person (null: to somebody new). It says yes or no, and who has it only where the caller sees them. Asking is
-- for those who add candidates, counts whatever the answer is, and is possible fifty times a day; one who asks the same meanwhile waits.
create or replace function app.check_number(number text, of_person uuid) returns table (outcome text, person_id uuid)
language plpgsql volatile security definer set search_path = '' rows 1 as $$
declare
  holder record;
begin
  if app.role() is null or app.role() not in ('STAFF', 'SECRETARY') then outcome := 'FORBIDDEN_FOR_ROLE'; return next; return; end if;
  perform pg_advisory_xact_lock(hashtextextended(app.account_id()::text, 6));
  if (select count(*) from public.number_check n where n.account_id = app.account_id() and (n.at at time zone 'Asia/Ho_Chi_Minh')::date = app.today()) >= 50 then
    outcome := 'TOO_MANY_CHECKS'; return next; return;
  end if;
  insert into public.number_check (account_id, grant_id) values (app.account_id(), app.grant_id());
  perform pg_advisory_xact_lock(hashtextextended(number, 7));
  select h.* into holder from app.holder_of(number, of_person) h;
  outcome := case when holder.person_id is null then 'FREE' when holder.place between app.lo() and app.hi() then 'ON_RECORD_HERE' else 'ON_RECORD_ELSEWHERE' end;
  person_id := case when outcome = 'ON_RECORD_HERE' then holder.person_id end;
  return next;
end $$;

-- A number belongs to one person, whoever writes it and however.
create or replace function app.refuse_taken_number() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.personal_number, 7));
  if exists (select from app.holder_of(new.personal_number, new.person_id)) then
    raise exception using errcode = 'unique_violation', constraint = 'person_sensitive_personal_number_once', message = 'a personal number belongs to one person';
  end if;
  return null;
end $$;

create or replace trigger person_sensitive_number_once after insert or update of personal_number on person_sensitive for each row
  when (new.personal_number is not null) execute function app.refuse_taken_number();

-- Whether another person has taken the number of somebody of the scope meanwhile: who comes back is asked first.
create or replace function app.number_is_taken(of_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.person_sensitive s cross join lateral app.holder_of(s.personal_number, of_person) h
    where s.person_id = of_person and s.position between app.lo() and app.hi() and app.role() in ('STAFF', 'BOARD', 'SECRETARY'))
$$;

-- Nor does somebody come back to a way, or begin another one, whose number another person has taken meanwhile.
create or replace function app.refuse_taken_number_again() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  number constant text := (select s.personal_number from public.person_sensitive s where s.person_id = new.person_id);
begin
  if number is null then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(number, 7));
  if exists (select from app.holder_of(number, new.person_id)) then
    raise exception using errcode = 'unique_violation', constraint = 'person_sensitive_personal_number_once', message = 'a personal number belongs to one person';
  end if;
  return null;
end $$;

create or replace trigger candidacy_begins_again after insert on candidacy for each row when (new.ordinal > 1) execute function app.refuse_taken_number_again();
create or replace trigger candidacy_comes_back after update of state on candidacy for each row
  when (old.state in ('REFUSED', 'DROPPED', 'WITHDRAWN', 'REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED')
    and new.state not in ('REFUSED', 'DROPPED', 'WITHDRAWN', 'REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED'))
  execute function app.refuse_taken_number_again();
