-- What stood before a change stays, whoever makes it. The application writes none of it.

-- Keeps what stood of a paper, and says when it came to stand as it does.
create or replace function app.keep_paper_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.recorded_at := now();
  insert into public.paper_change (paper_id, version, candidacy_id, position, is_there, made_on, number, body, conclusion, reference, recorder_name, recorded_at)
  values (old.id, old.version, old.candidacy_id, old.position, old.is_there, old.made_on, old.number, old.body, old.conclusion, old.reference, old.recorder_name, old.recorded_at);
  return new;
end $$;
create or replace trigger paper_changed before update of is_there, made_on, number, body, conclusion, reference, recorder_name on paper
  for each row execute function app.keep_paper_change();

-- Keeps what stood of the sensitive fields, and who changed them.
create or replace function app.keep_sensitive_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.person_sensitive_change (person_id, position, ethnic_group, religion, personal_number, changer_name)
  values (old.person_id, old.position, old.ethnic_group, old.religion, old.personal_number, (select a.display_name from public.account a where a.id = app.account_id()));
  return null;
end $$;
create or replace trigger person_sensitive_changed after update of ethnic_group, religion, personal_number on person_sensitive for each row
  when ((old.ethnic_group, old.religion, old.personal_number) is distinct from (new.ethnic_group, new.religion, new.personal_number)) execute function app.keep_sensitive_change();

-- A part in a file ends once, and is not changed otherwise.
create or replace function app.keep_participant() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not upper_inf(old.valid) or upper_inf(new.valid) or lower(new.valid) <> lower(old.valid) then
    raise exception using errcode = 'check_violation', constraint = 'participant_only_ends', message = 'a part in a file ends once, and is not changed otherwise';
  end if;
  new.version := old.version + 1;
  new.ended_at := now();
  return new;
end $$;
create or replace trigger participant_kept before update of valid, ender_name on participant for each row execute function app.keep_participant();
