-- An assignment is a grant: the database makes the grant with it and lets the grant follow it. Nobody else makes one.

-- Accounts that may be assigned: those with a grant in force inside the scope that a text is found in, and whoever in the same tree has exactly that name.
-- One that does not exist and one that cannot be assigned are told apart by nothing. Only for those who assign.
create or replace function app.assignable_accounts(presented text, at_most int) returns table (id uuid, name text, display_name text)
language sql stable security definer set search_path = '' as $$
  with root as materialized (select r.lo, r.hi from public.unit r where r.depth = 0 and app.lo() between r.lo and r.hi)
  select a.id, a.name, a.display_name
  from public.account a
  where app.role() in ('STAFF', 'BOARD') and a.active and a.id <> app.account_id() and exists (
    select from public.access_grant g join public.unit u on u.id = g.unit_id cross join root
    where g.account_id = a.id and g.valid @> app.today() and (u.closed_on is null or u.closed_on > app.today()) and u.lo between root.lo and root.hi
      and (a.name_key = lower(normalize(presented, nfc))
        or (g.role <> 'SUPERVISOR' and u.lo between app.lo() and app.hi() and strpos(app.fold(a.name || ' ' || a.display_name), app.fold(coalesce(presented, ''))) > 0)))
  order by a.name_key is distinct from lower(normalize(presented, nfc)), a.display_name, a.id limit at_most
$$;

-- The days on which the grant of an assignment holds: none of those after it was ended, and not the rest of that day.
create or replace function app.supervision_days(starts_on date, ends_on date, ended_at timestamptz) returns daterange language sql immutable parallel safe
return daterange(starts_on, case when ends_on is not null or ended_at is not null then greatest(starts_on, least(ends_on + 1, (ended_at at time zone 'Asia/Ho_Chi_Minh')::date)) end);

-- Makes the grant of an assignment. Names are those of now. An account that cannot be assigned has none. Only the owner names a grant that is there already.
create or replace function app.grant_supervision() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  select a.display_name into new.person_name from public.account a
  where a.id = new.account_id and (new.grant_id is not null or (a.active and exists (
    select from public.access_grant g join public.unit b on b.id = new.body_id join public.unit r on r.depth = 0 and b.lo between r.lo and r.hi
    where g.account_id = a.id and g.valid @> app.today() and g.position between r.lo and r.hi)));
  if new.person_name is null then
    raise exception using errcode = 'check_violation', constraint = 'supervision_account_usable', message = 'the account cannot be assigned';
  end if;
  select u.name into new.unit_name from public.unit u where u.id = new.unit_id;
  select b.name into new.body_name from public.unit b where b.id = new.body_id;
  if new.grant_id is null then
    insert into public.access_grant (account_id, role, unit_id, position, valid)
    values (new.account_id, 'SUPERVISOR', new.unit_id, new.position, app.supervision_days(new.starts_on, new.ends_on, new.ended_at)) returning id into new.grant_id;
  end if;
  return new;
end $$;
create or replace trigger supervision_granted before insert on supervision for each row execute function app.grant_supervision();

-- Keeps what stood before a change, says when it was made, and lets the grant follow.
create or replace function app.follow_supervision() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.end_cause is not null then
    raise exception using errcode = 'check_violation', constraint = 'supervision_ended_stays', message = 'an assignment that was ended stays as it is';
  end if;
  new.version := old.version + 1;
  if new.end_cause is not null then
    new.ended_at := now();
  else
    insert into public.supervision_change (supervision_id, version, role_kind, post, starts_on, ends_on, document_id, document_number, document_issued_on, change_reason, recorder_name, recorded_at)
    values (old.id, old.version, old.role_kind, old.post, old.starts_on, old.ends_on, old.document_id, old.document_number, old.document_issued_on, old.change_reason, old.recorder_name, old.recorded_at);
    new.recorded_at := now();
  end if;
  update public.access_grant g set valid = app.supervision_days(new.starts_on, new.ends_on, new.ended_at) where g.id = new.grant_id;
  return new;
end $$;
create or replace trigger supervision_followed before update of role_kind, post, starts_on, ends_on, document_id, document_number, document_issued_on, change_reason, end_cause on supervision
  for each row execute function app.follow_supervision();

-- Ends the assignments of a unit that no longer lies in the tree of the body that made them, or is closed. Once the change as a whole is made.
create or replace function app.end_stranded_supervisions() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  ended record;
begin
  for ended in
    update public.supervision s set end_cause = case when u.closed_on <= app.today() then 'UNIT_CLOSED' else 'UNIT_MOVED' end
    from public.unit u, public.unit b
    where (s.unit_id = new.id or s.body_id = new.id) and s.ended_at is null and u.id = s.unit_id and b.id = s.body_id
      and (u.closed_on <= app.today() or u.lo not between b.lo and b.hi)
    returning s.id, s.position, s.end_cause
  loop
    insert into public.audit_event (request_id, account_id, grant_id, position, network, action, subject_kind, subject_id, result, code)
    values ('', app.account_id(), app.grant_id(), coalesce(app.lo(), ended.position), '', 'supervision.end', 'Supervision', ended.id, 'DONE', ended.end_cause);
  end loop;
  return null;
end $$;
drop trigger if exists unit_supervisions_ended on unit;
create constraint trigger unit_supervisions_ended after update of lo, hi, closed_on on unit deferrable initially deferred
  for each row execute function app.end_stranded_supervisions();
