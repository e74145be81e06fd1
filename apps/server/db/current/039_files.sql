-- Files of papers: what no scope of a reader can tell.

-- How many bytes of files the account that is acting has sent today, under whichever of its grants, with those that were removed.
create or replace function app.own_file_bytes_today() returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(f.bytes), 0)::bigint from public.paper_file f
  where f.account_id = app.account_id() and f.uploaded_at >= app.today()::timestamp at time zone 'Asia/Ho_Chi_Minh'
$$;

-- Which of these ids are files that are kept: the rest of what lies in the folder is swept. What was removed stays for a day, so that a copy of the database
-- and the copy of the folder after it agree. It tells nothing but the ids that it was told.
create or replace function app.kept_files(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select f.id from public.paper_file f where f.id = any (ids) and (f.removed_at is null or f.removed_at > now() - interval '1 day')
$$;
