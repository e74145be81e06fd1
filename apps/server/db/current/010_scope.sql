-- Who is asking, as the transaction's settings say. Empty settings mean nobody, and nobody sees nothing.

create or replace function app.lo() returns bigint language sql stable parallel safe
return nullif(current_setting('banyan.lo', true), '')::bigint;

create or replace function app.hi() returns bigint language sql stable parallel safe
return nullif(current_setting('banyan.hi', true), '')::bigint;

create or replace function app.role() returns text language sql stable parallel safe
return nullif(current_setting('banyan.role', true), '');

create or replace function app.account_id() returns uuid language sql stable parallel safe
return nullif(current_setting('banyan.account', true), '')::uuid;

create or replace function app.grant_id() returns uuid language sql stable parallel safe
return nullif(current_setting('banyan.grant', true), '')::uuid;

-- The calendar day where the product is used.
create or replace function app.today() returns date language sql stable parallel safe
return (now() at time zone 'Asia/Ho_Chi_Minh')::date;

-- Whether the role that is acting reads people, and what is kept of them and beside them.
create or replace function app.reads_people() returns boolean language sql stable parallel safe
return coalesce(app.role() in ('STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR'), false);

-- Turns a presented credential (hex of its SHA-256, or the empty text) into account, role and scope, for this transaction only.
-- The first statement of every transaction. One row for a live session under a grant in force at a unit that is open; else none.
-- With `beside` it is another grant of the session's account, of a supervisor: so a page reads all units of one.
drop function if exists app.enter(text);
create or replace function app.enter(credential text, beside uuid default null) returns table (
  account_id uuid, account_name text, display_name text, session_id uuid, grant_id uuid, role text, unit_id uuid, lo text, hi text,
    last_data_on date, last_seen_at timestamptz
)
language plpgsql security definer set search_path = '' rows 1 as $$
begin
  select a.id, a.name, a.display_name, s.id, g.id, g.role, u.id, u.lo::text, u.hi::text, u.last_data_on, s.last_seen_at
  into account_id, account_name, display_name, session_id, grant_id, role, unit_id, lo, hi, last_data_on, last_seen_at
  from public.session s
  join public.account a on a.id = s.account_id and a.active
  join public.access_grant g on g.id = coalesce(beside, s.grant_id) and g.account_id = a.id and g.valid @> app.today()
    and (beside is null or g.role = 'SUPERVISOR')
  join public.unit u on u.id = g.unit_id and (u.closed_on is null or u.closed_on > app.today())
  where s.credential_hash = decode(nullif(credential, ''), 'hex')
    and s.expires_at > now() and s.last_seen_at > now() - interval '60 minutes';

  perform set_config('banyan.account', coalesce(account_id::text, ''), true),
    set_config('banyan.grant', coalesce(grant_id::text, ''), true),
    set_config('banyan.role', coalesce(role, ''), true),
    set_config('banyan.lo', coalesce(lo, ''), true),
    set_config('banyan.hi', coalesce(hi, ''), true);
  if account_id is not null then
    return next;
  end if;
end $$;

-- The account of that name, its password hash and the position of its first unit, for sign-in only: before it there is no scope to read under.
drop function if exists app.find_credentials(text);
create function app.find_credentials(presented text) returns table (account_id uuid, password_hash text, unit_position bigint)
language sql stable security definer set search_path = '' rows 1 as $$
  select a.id, a.password_hash, u.lo
  from public.account a
  join public.access_grant g on g.account_id = a.id and g.valid @> app.today()
  join public.unit u on u.id = g.unit_id and (u.closed_on is null or u.closed_on > app.today())
  where a.name_key = lower(normalize(presented, nfc)) and a.active
  order by g.role = 'SUPERVISOR', lower(g.valid), g.id limit 1
$$;

-- The grants in force of the account that is acting, with the stub of each unit: also those outside the acting scope.
create or replace function app.own_grants(of_account uuid default app.account_id()) returns table (
  id uuid, role text, unit_id uuid, code text, name text, configuration text, kind text, starts_on date, ends_on date
)
language sql stable security definer set search_path = '' as $$
  select g.id, g.role, u.id, u.code, u.name, u.configuration, u.kind, lower(g.valid), upper(g.valid) - 1
  from public.access_grant g join public.unit u on u.id = g.unit_id
  where g.account_id = of_account and of_account = app.account_id()
    and g.valid @> app.today() and (u.closed_on is null or u.closed_on > app.today())
  order by g.role = 'SUPERVISOR', lower(g.valid), g.id
$$;

-- How many views the account that is acting keeps, under whichever of its grants in force: it sees those of the acting grant, and the limit is for all.
create or replace function app.own_view_count() returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from public.saved_view v where v.account_id = app.account_id() and v.grant_id in (select g.id from app.own_grants() g)
$$;

-- Refuses more than 50 views of an account, however many come in one statement or in several transactions at once. Those of a grant that has ended
-- cannot be deleted by anybody, and count for nobody.
create or replace function app.refuse_too_many_views() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  of_account uuid;
begin
  for of_account in select distinct f.account_id from fresh f order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended(of_account::text, 1));
    if (select count(*) from public.saved_view v join public.access_grant g on g.id = v.grant_id where v.account_id = of_account and g.valid @> app.today()) > 50 then
      raise exception using errcode = 'check_violation', constraint = 'saved_view_at_most', message = 'an account keeps 50 views at most';
    end if;
  end loop;
  return null;
end $$;

create or replace trigger saved_view_counted after insert on saved_view referencing new table as fresh for each statement execute function app.refuse_too_many_views();

-- Lets a session be opened for an account whose password was just verified, under its first grant in force, an assignment last.
create or replace function app.open_session(for_account uuid, hash bytea, from_network text) returns uuid
language sql volatile security definer set search_path = '' as $$
  insert into public.session (account_id, grant_id, credential_hash, network, expires_at)
  select g.account_id, g.id, hash, from_network, now() + interval '8 hours'
  from public.access_grant g join public.unit u on u.id = g.unit_id
  where g.account_id = for_account and g.valid @> app.today() and (u.closed_on is null or u.closed_on > app.today())
  order by g.role = 'SUPERVISOR', lower(g.valid), g.id limit 1
  returning id
$$;

-- Whether anything counted inside the scope before a reorganisation took it away: asked once a statement.
create or replace function app.holds_past_positions() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.entry_position w where w.position between app.lo() and app.hi())
$$;

-- Whether an entry counted inside the scope between two reorganisations. As the owner: the policies of entry and entry_position must not ask each other.
create or replace function app.counted_here(entry uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.entry_position w where w.entry_id = entry and w.position between app.lo() and app.hi())
$$;

-- How many people's sensitive fields the account that is acting unlocked today, under whichever of its grants.
create or replace function app.own_unlocks_today() returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from public.sensitive_unlock u
  where u.account_id = app.account_id() and (u.at at time zone 'Asia/Ho_Chi_Minh')::date = app.today()
$$;

-- Refuses more than thirty unlocks of an account in a day, however many come in one statement or in several transactions at once: the policy counts what
-- was there before, this what is there now.
create or replace function app.refuse_too_many_unlocks() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  of_account uuid;
begin
  for of_account in select distinct f.account_id from fresh f order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended(of_account::text, 3));
    if (select count(*) from public.sensitive_unlock u where u.account_id = of_account and (u.at at time zone 'Asia/Ho_Chi_Minh')::date = app.today()) > 30 then
      raise exception using errcode = 'check_violation', constraint = 'sensitive_unlock_at_most', message = 'an account unlocks 30 people a day at most';
    end if;
  end loop;
  return null;
end $$;

create or replace trigger sensitive_unlock_counted after insert on sensitive_unlock referencing new table as fresh for each statement execute function app.refuse_too_many_unlocks();

-- How many people's sensitive fields each account unlocked under its grants of the scope, on a day and in the thirty days that end with it: for those above.
-- As the owner, because an unlock is seen by who made it alone: whose fields, and why, is told to nobody here.
create or replace function app.unlocks_below(on_day date) returns table (grant_id uuid, account_id uuid, account_name text, unit_id uuid, role text, of_day int, of_thirty_days int)
language sql stable security definer set search_path = '' as $$
  select g.id, a.id, a.display_name, g.unit_id, g.role,
    (count(*) filter (where (u.at at time zone 'Asia/Ho_Chi_Minh')::date = on_day))::int, count(*)::int
  from public.access_grant g join public.account a on a.id = g.account_id join public.sensitive_unlock u on u.grant_id = g.id
  where app.role() in ('BOARD', 'AUDITOR', 'ADMINISTRATOR') and g.position between app.lo() and app.hi()
    and (u.at at time zone 'Asia/Ho_Chi_Minh')::date between on_day - 29 and on_day
  group by g.id, a.id
$$;

-- Whether the grant that is acting holds an unlock of a person's sensitive fields just now.
create or replace function app.is_unlocked(of_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.sensitive_unlock u
    where u.person_id = of_person and u.account_id = app.account_id() and u.grant_id = app.grant_id() and u.at > now() - interval '15 minutes')
$$;
