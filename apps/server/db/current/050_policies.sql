-- The second wall. Every table has row security on and forced; a policy for each of the four commands; what no policy admits is refused.
-- "+ 0" keeps a policy from steering the planner: a policy's range over the whole scope would be taken for the narrowest index.
-- The owner (migrations and the functions on the list below) works under a policy of its own, never under the caller's.

do $$
declare
  t record;
  p record;
begin
  for p in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;
  for t in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('alter table %s enable row level security', t.name);
    execute format('alter table %s force row level security', t.name);
    -- The owner sees and keeps everything: it is never a caller.
    execute format('create policy owner_all on %s to banyan_owner using (true) with check (true)', t.name);
  end loop;
end $$;

-- Catalogues are the same for everyone and nobody's to change here.
do $$
declare
  t text;
begin
  foreach t in array array['configuration', 'tier_label', 'unit_kind', 'unit_kind_parent', 'holiday', 'file_limit'] loop
    execute format('create policy anyone_reads on %I for select to banyan_app using (true)', t);
    execute format('create policy nobody_inserts on %I for insert to banyan_app with check (false)', t);
    execute format('create policy nobody_updates on %I for update to banyan_app using (false) with check (false)', t);
    execute format('create policy nobody_deletes on %I for delete to banyan_app using (false)', t);
  end loop;
end $$;

-- What belongs to a unit is seen inside the scope, and changed there by the roles that do the daily work. Nothing of it is deleted.
do $$
declare
  t text;
begin
  foreach t in array array['unit_name', 'placement', 'unit_profile', 'unit_alias', 'term', 'unit_succession'] loop
    execute format('create policy scope_reads on %I for select to banyan_app using (position + 0 between (select app.lo()) and (select app.hi()))', t);
    execute format('create policy staff_inserts on %I for insert to banyan_app
      with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in (''STAFF'', ''BOARD''))', t);
    execute format('create policy staff_updates on %I for update to banyan_app
      using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in (''STAFF'', ''BOARD''))
      with check (position + 0 between (select app.lo()) and (select app.hi()))', t);
    execute format('create policy nobody_deletes on %I for delete to banyan_app using (false)', t);
  end loop;
end $$;

-- A unit is seen inside the scope by its present position.
create policy scope_reads on unit for select to banyan_app using (lo + 0 between (select app.lo()) and (select app.hi()));
-- A unit is founded and changed inside the scope by the roles that keep the tree; the scope's own root is not theirs to move.
create policy staff_inserts on unit for insert to banyan_app
  with check (lo > (select app.lo()) and lo <= (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'));
create policy staff_updates on unit for update to banyan_app
  using (lo + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'))
  with check (lo + 0 between (select app.lo()) and (select app.hi()));
-- Units are closed, never deleted.
create policy nobody_deletes on unit for delete to banyan_app using (false);

-- A stub is seen inside the scope, and of the units whose interval holds the whole scope: the ancestors.
create policy scope_and_ancestors_read on unit_stub for select to banyan_app
  using (lo + 0 between (select app.lo()) and (select app.hi()) or (lo <= (select app.lo()) and hi >= (select app.hi())));
-- Stubs are kept by the database alone.
create policy nobody_inserts on unit_stub for insert to banyan_app with check (false);
create policy nobody_updates on unit_stub for update to banyan_app using (false) with check (false);
create policy nobody_deletes on unit_stub for delete to banyan_app using (false);

-- An entry is seen where it happened, where it counts now, and where it counted between two reorganisations.
create policy scope_reads on entry for select to banyan_app
  using (position_then + 0 between (select app.lo()) and (select app.hi()) or position_now + 0 between (select app.lo()) and (select app.hi())
    or ((select app.holds_past_positions()) and app.counted_here(id)));
-- An entry is written inside the scope by the roles that do the daily work.
create policy staff_inserts on entry for insert to banyan_app
  with check (
    (position_then + 0 between (select app.lo()) and (select app.hi()) or position_now + 0 between (select app.lo()) and (select app.hi()))
    and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY'));
-- Only a reorganisation rewrites where an entry counts now (the grant names the columns).
create policy staff_updates on entry for update to banyan_app
  using (position_now + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'))
  with check (position_now + 0 between (select app.lo()) and (select app.hi()));
-- Entries are reversed, never deleted.
create policy nobody_deletes on entry for delete to banyan_app using (false);

-- Sensitive slices are counted where their entry is. Who a person is stands under that person's own policy.
create policy scope_reads on entry_sensitive for select to banyan_app
  using (position_then + 0 between (select app.lo()) and (select app.hi()) or position_now + 0 between (select app.lo()) and (select app.hi())
    or ((select app.holds_past_positions()) and app.counted_here(entry_id)));
-- They are written with their entry, by the same roles.
create policy staff_inserts on entry_sensitive for insert to banyan_app
  with check (
    (position_then + 0 between (select app.lo()) and (select app.hi()) or position_now + 0 between (select app.lo()) and (select app.hi()))
    and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY'));
-- They move with their entry.
create policy staff_updates on entry_sensitive for update to banyan_app
  using (position_now + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'))
  with check (position_now + 0 between (select app.lo()) and (select app.hi()));
create policy nobody_deletes on entry_sensitive for delete to banyan_app using (false);

-- Where an entry counted before a reorganisation is seen from there, and by whoever sees the entry.
create policy scope_reads on entry_position for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) or exists (select from entry e where e.id = entry_position.entry_id));
create policy staff_inserts on entry_position for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'));
create policy nobody_updates on entry_position for update to banyan_app using (false) with check (false);
create policy nobody_deletes on entry_position for delete to banyan_app using (false);

-- Counters are read inside the scope and kept by the database alone.
do $$
declare
  t text;
begin
  foreach t in array array['counter', 'slice_counter'] loop
    execute format('create policy scope_reads on %I for select to banyan_app using (position + 0 between (select app.lo()) and (select app.hi()))', t);
    execute format('create policy nobody_inserts on %I for insert to banyan_app with check (false)', t);
    execute format('create policy nobody_updates on %I for update to banyan_app using (false) with check (false)', t);
    execute format('create policy nobody_deletes on %I for delete to banyan_app using (false)', t);
  end loop;
end $$;

-- A queued entry is seen by whoever sees the entry.
create policy scope_reads on pending for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) or exists (select from entry e where e.id = pending.entry_id));
create policy nobody_inserts on pending for insert to banyan_app with check (false);
create policy nobody_updates on pending for update to banyan_app using (false) with check (false);
create policy nobody_deletes on pending for delete to banyan_app using (false);

-- A person is seen where the person belongs today, and only by the roles that work with people.
create policy scope_and_role_read on person for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
create policy staff_inserts on person for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY'));
create policy staff_updates on person for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY'))
  with check (position + 0 between (select app.lo()) and (select app.hi()));
create policy nobody_deletes on person for delete to banyan_app using (false);

-- Ethnic group, religion and personal number of one person are seen by the grant that unlocked them, for a quarter of an hour.
create policy unlocked_read on person_sensitive for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY') and app.is_unlocked(person_id));
create policy staff_inserts on person_sensitive for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY'));
-- They are changed by who does the daily work, while unlocked.
create policy unlocked_updates on person_sensitive for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY') and app.is_unlocked(person_id))
  with check (position + 0 between (select app.lo()) and (select app.hi()));
create policy nobody_deletes on person_sensitive for delete to banyan_app using (false);

-- What they held before is seen as they are. The database alone keeps it.
create policy unlocked_read on person_sensitive_change for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY') and app.is_unlocked(person_id));
create policy nobody_inserts on person_sensitive_change for insert to banyan_app with check (false);
create policy nobody_updates on person_sensitive_change for update to banyan_app using (false) with check (false);
create policy nobody_deletes on person_sensitive_change for delete to banyan_app using (false);

-- An unlock is seen by whom it serves, is asked for under one's own name and grant, thirty times a day at most, and never changed.
create policy self_reads on sensitive_unlock for select to banyan_app using (account_id = (select app.account_id()) and grant_id = (select app.grant_id()));
create policy self_inserts on sensitive_unlock for insert to banyan_app
  with check (account_id = (select app.account_id()) and grant_id = (select app.grant_id()) and position + 0 between (select app.lo()) and (select app.hi())
    and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY') and (select app.own_unlocks_today()) < 30);
create policy nobody_updates on sensitive_unlock for update to banyan_app using (false) with check (false);
create policy nobody_deletes on sensitive_unlock for delete to banyan_app using (false);

-- What was corrected of a person is seen where the person is, by the roles that work with people. app.correct_person alone writes it.
create policy scope_and_role_read on person_correction for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
create policy nobody_inserts on person_correction for insert to banyan_app with check (false);
create policy nobody_updates on person_correction for update to banyan_app using (false) with check (false);
create policy nobody_deletes on person_correction for delete to banyan_app using (false);

-- An account sees how often it asked for a number. app.check_number alone writes that.
create policy self_reads on number_check for select to banyan_app using (account_id = (select app.account_id()));
create policy nobody_inserts on number_check for insert to banyan_app with check (false);
create policy nobody_updates on number_check for update to banyan_app using (false) with check (false);
create policy nobody_deletes on number_check for delete to banyan_app using (false);

-- Marks are seen where their person is, added under one's own name by those who do the daily work, and replaced, never changed.
create policy scope_and_role_read on mark for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
create policy staff_inserts on mark for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY')
    and recorded_by = (select app.account_id()));
create policy nobody_updates on mark for update to banyan_app using (false) with check (false);
create policy nobody_deletes on mark for delete to banyan_app using (false);

-- What is kept beside people so that lists are quick says as much as they do: it is seen where they are, by the same roles, and kept by the database alone.
-- What is told of a block is seen by whose scope holds the whole of it. Until it is folded it has the words that names there had before a change.
create policy scope_and_role_read on word_tally for select to banyan_app
  using (block + 0 >= (select app.lo()) and block + app.interval_width(1) - 1 <= (select app.hi()) and (select app.reads_people()));
do $$
declare
  t text;
begin
  foreach t in array array['tally', 'name_word'] loop
    execute format('create policy scope_and_role_read on %I for select to banyan_app
      using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()))', t);
  end loop;
  foreach t in array array['tally', 'name_word', 'word_tally'] loop
    execute format('create policy nobody_inserts on %I for insert to banyan_app with check (false)', t);
    execute format('create policy nobody_updates on %I for update to banyan_app using (false) with check (false)', t);
    execute format('create policy nobody_deletes on %I for delete to banyan_app using (false)', t);
  end loop;
end $$;

-- What is recorded of a candidacy is seen where its person is, by the roles that work with people. It is begun by those who do the daily work.
create policy scope_and_role_read on candidacy for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
create policy staff_inserts on candidacy for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY'));
-- What its steps add up to changes with each of them, also with those that a board decides.
create policy staff_updates on candidacy for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY'))
  with check (position + 0 between (select app.lo()) and (select app.hi()));
create policy nobody_deletes on candidacy for delete to banyan_app using (false);

-- Steps are added under one's own name, and reversed, never changed.
create policy scope_and_role_read on candidacy_step for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
create policy staff_inserts on candidacy_step for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD', 'SECRETARY')
    and recorded_by = (select app.account_id()));
create policy nobody_updates on candidacy_step for update to banyan_app using (false) with check (false);
create policy nobody_deletes on candidacy_step for delete to banyan_app using (false);

-- Papers and participants are kept by those who do the daily work, and seen with their candidacy.
do $$
declare
  t text;
begin
  foreach t in array array['paper', 'participant'] loop
    execute format('create policy scope_and_role_read on %I for select to banyan_app
      using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()))', t);
    execute format('create policy staff_inserts on %I for insert to banyan_app
      with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in (''STAFF'', ''SECRETARY''))', t);
    execute format('create policy staff_updates on %I for update to banyan_app
      using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in (''STAFF'', ''SECRETARY''))
      with check (position + 0 between (select app.lo()) and (select app.hi()))', t);
    execute format('create policy nobody_deletes on %I for delete to banyan_app using (false)', t);
  end loop;
end $$;

-- What stood of a paper before is seen with its candidacy. The database alone keeps it.
create policy scope_and_role_read on paper_change for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
create policy nobody_inserts on paper_change for insert to banyan_app with check (false);
create policy nobody_updates on paper_change for update to banyan_app using (false) with check (false);
create policy nobody_deletes on paper_change for delete to banyan_app using (false);

-- The file of a paper is seen with its candidacy.
create policy scope_and_role_read on paper_file for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
-- It is sent under one's own name by those who do the daily work, for a paper of the scope, and never for one that holds what a background check found.
create policy staff_inserts on paper_file for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY')
    and account_id = (select app.account_id()) and removed_at is null and exists (
      select from paper p where p.id = paper_file.paper_id and p.is_there and p.kind not in (
        'BIOGRAPHY', 'VERIFICATION', 'OPINION_SUMMARY', 'RESIDENCE_OPINION', 'MASS_ORGANISATION_OPINION', 'PROBATION_OPINION')));
-- It is removed by the same roles (the grant names the column), and stays removed.
create policy staff_updates on paper_file for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY') and removed_at is null)
  with check (position + 0 between (select app.lo()) and (select app.hi()) and removed_at is not null);
create policy nobody_deletes on paper_file for delete to banyan_app using (false);

-- Who receives somebody, and who signed there, is seen from the side that receives them alone.
create policy scope_and_role_read on transfer_receiver for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()));
-- A letter is addressed by app.address_letter, and accepted by app.accept_transfer, alone.
create policy nobody_inserts on transfer_receiver for insert to banyan_app with check (false);
create policy nobody_updates on transfer_receiver for update to banyan_app using (false) with check (false);
create policy nobody_deletes on transfer_receiver for delete to banyan_app using (false);

-- A letter of transfer is seen by the roles that work with people where the old unit lies in the scope, or the new one does.
create policy scope_and_role_read on transfer for select to banyan_app
  using ((from_position + 0 between (select app.lo()) and (select app.hi()) or exists (select from transfer_receiver r where r.transfer_id = transfer.id))
    and (select app.reads_people()));
-- It is issued by those who do the daily work, for somebody of the scope.
create policy staff_inserts on transfer for insert to banyan_app
  with check (from_position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY')
    and exists (select from person p where p.id = transfer.person_id and p.unit_id = transfer.from_unit_id and p.position = transfer.from_position));
-- While it is issued the sender may cancel it; a temporary one that was accepted either side may end. It is accepted by app.accept_transfer alone.
create policy staff_updates on transfer for update to banyan_app
  using ((select app.role()) in ('STAFF', 'SECRETARY') and (
    (state = 'ISSUED' and from_position + 0 between (select app.lo()) and (select app.hi()))
    or (state = 'ACCEPTED' and kind = 'TEMPORARY'
      and (from_position + 0 between (select app.lo()) and (select app.hi()) or exists (select from transfer_receiver r where r.transfer_id = transfer.id)))))
  with check (state in ('CANCELLED', 'ENDED')
    and (from_position + 0 between (select app.lo()) and (select app.hi()) or exists (select from transfer_receiver r where r.transfer_id = transfer.id)));
create policy nobody_deletes on transfer for delete to banyan_app using (false);

-- Targets are sums that a unit is asked for: seen inside the scope by whoever reads its figures. They are set by the roles that decide, where the scope
-- holds the unit that gives them: a unit does not change what it was given from above.
create policy scope_reads on target for select to banyan_app using (position + 0 between (select app.lo()) and (select app.hi()));
create policy issuer_inserts on target for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and issuer_position + 0 between (select app.lo()) and (select app.hi())
    and (select app.role()) in ('STAFF', 'BOARD'));
-- It is closed on the day on which its unit ended, by whoever ends the unit.
create policy staff_updates on target for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'))
  with check (position + 0 between (select app.lo()) and (select app.hi()) and exists (select from unit u where u.id = target.unit_id and u.closed_on = target.closed_on));
create policy nobody_deletes on target for delete to banyan_app using (false);
create policy scope_reads on target_version for select to banyan_app using (position + 0 between (select app.lo()) and (select app.hi()));
create policy issuer_inserts on target_version for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD')
    and exists (select from target t where t.id = target_version.target_id and t.issuer_position + 0 between (select app.lo()) and (select app.hi())));
-- What was issued stays.
create policy nobody_updates on target_version for update to banyan_app using (false) with check (false);
create policy nobody_deletes on target_version for delete to banyan_app using (false);
-- How a unit divides its target the units below do not see: each of them sees its own part. It is divided by the roles that decide.
create policy scope_reads on allocation for select to banyan_app using (position + 0 between (select app.lo()) and (select app.hi()));
create policy staff_inserts on allocation for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'));
create policy nobody_updates on allocation for update to banyan_app using (false) with check (false);
create policy nobody_deletes on allocation for delete to banyan_app using (false);
-- A worksheet is seen and kept by those who may publish it.
create policy staff_reads on allocation_draft for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'));
create policy staff_inserts on allocation_draft for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'));
create policy staff_updates on allocation_draft for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'))
  with check (position + 0 between (select app.lo()) and (select app.hi()));
create policy staff_deletes on allocation_draft for delete to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD'));
-- Hamlets and quarters are seen inside the scope by every role: targets count them.
create policy scope_reads on locality for select to banyan_app using (position + 0 between (select app.lo()) and (select app.hi()));

-- Powers and changes of the holidays hold for the tree below their unit: seen inside the scope and from below it, by whoever sees the unit's stub.
do $$
declare
  t text;
begin
  foreach t in array array['unit_power', 'holiday_change'] loop
    execute format('create policy scope_and_below_read on %I for select to banyan_app using (exists (select from unit_stub s where s.unit_id = %1$I.unit_id))', t);
  end loop;
end $$;
-- A power is given from above, and ended from there: by the roles that decide, over a body above the unit that has it by its kind.
create policy body_above_inserts on unit_power for insert to banyan_app
  with check (position > (select app.lo()) and position <= (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD') and exists (
    select from unit a join unit_kind k on k.configuration = a.configuration and k.code = a.kind
    where a.lo < unit_power.position and a.hi >= unit_power.position and unit_power.power = any (k.powers)));
create policy body_above_updates on unit_power for update to banyan_app
  using (position > (select app.lo()) and position <= (select app.hi()) and (select app.role()) in ('STAFF', 'BOARD') and exists (
    select from unit a join unit_kind k on k.configuration = a.configuration and k.code = a.kind
    where a.lo < unit_power.position and a.hi >= unit_power.position and unit_power.power = any (k.powers)))
  with check (position > (select app.lo()) and position <= (select app.hi()));
-- It has an end, and stays in the history.
create policy nobody_deletes on unit_power for delete to banyan_app using (false);
-- The holidays of a tree are its administrator's to change.
create policy administrator_inserts on holiday_change for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) = 'ADMINISTRATOR');
create policy administrator_updates on holiday_change for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) = 'ADMINISTRATOR')
  with check (position + 0 between (select app.lo()) and (select app.hi()));
create policy administrator_deletes on holiday_change for delete to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) = 'ADMINISTRATOR');

-- A document is seen by the roles that work with people: inside the scope, and what a unit above it has handed down.
create policy scope_and_handed_down_read on document for select to banyan_app
  using ((position + 0 between (select app.lo()) and (select app.hi()) or (is_handed_down and exists (select from unit_stub s where s.unit_id = document.unit_id)))
    and (select app.reads_people()));
-- So is a plan, and its items and what became of them with it.
create policy scope_and_handed_down_read on plan for select to banyan_app
  using ((position + 0 between (select app.lo()) and (select app.hi()) or (is_handed_down and exists (select from unit_stub s where s.unit_id = plan.unit_id)))
    and (select app.reads_people()));
create policy scope_and_handed_down_read on plan_item for select to banyan_app
  using ((position + 0 between (select app.lo()) and (select app.hi()) or exists (select from plan p where p.id = plan_item.plan_id))
    and (select app.reads_people()));
create policy scope_and_handed_down_read on plan_item_check for select to banyan_app
  using ((position + 0 between (select app.lo()) and (select app.hi()) or exists (select from plan_item i where i.id = plan_item_check.item_id))
    and (select app.reads_people()));
-- Obstacles, inspections and reminders are seen by the same roles where their unit lies in the scope.
do $$
declare
  t text;
begin
  foreach t in array array['obstacle', 'inspection', 'reminder'] loop
    execute format('create policy scope_and_role_read on %I for select to banyan_app
      using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people()))', t);
  end loop;
end $$;
-- Documents, plans, obstacles and localities are kept inside the scope by those who do the daily work, while they stand.
do $$
declare
  t text;
begin
  foreach t in array array['document', 'plan', 'plan_item', 'obstacle', 'locality'] loop
    execute format('create policy staff_inserts on %I for insert to banyan_app
      with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in (''STAFF'', ''SECRETARY''))', t);
    execute format('create policy staff_updates on %I for update to banyan_app
      using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in (''STAFF'', ''SECRETARY'') and taken_back_reason is null)
      with check (position + 0 between (select app.lo()) and (select app.hi()))', t);
  end loop;
end $$;
-- What became of an item is added by them, and never changed.
create policy staff_inserts on plan_item_check for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('STAFF', 'SECRETARY'));
create policy nobody_updates on plan_item_check for update to banyan_app using (false) with check (false);
-- Inspections and reminders come from above: recorded for the acting unit, about a unit below it.
do $$
declare
  t text;
begin
  foreach t in array array['inspection', 'reminder'] loop
    execute format('create policy unit_above_inserts on %I for insert to banyan_app
      with check (position > (select app.lo()) and position <= (select app.hi()) and by_position = (select app.lo()) and (select app.role()) in (''STAFF'', ''BOARD''))', t);
  end loop;
end $$;
-- An inspection is taken back from where it was made.
create policy unit_above_updates on inspection for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and by_position + 0 between (select app.lo()) and (select app.hi())
    and (select app.role()) in ('STAFF', 'BOARD') and taken_back_reason is null)
  with check (position + 0 between (select app.lo()) and (select app.hi()));
-- A reminder is taken back from where it was sent, and answered by those who do the daily work at or above its unit and below the sender.
create policy sender_and_addressee_update on reminder for update to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and taken_back_reason is null
    and case when by_position + 0 between (select app.lo()) and (select app.hi()) then (select app.role()) in ('STAFF', 'BOARD') else (select app.role()) in ('STAFF', 'SECRETARY') end)
  with check (position + 0 between (select app.lo()) and (select app.hi())
    and (reply is null or not by_position + 0 between (select app.lo()) and (select app.hi()) or taken_back_reason is not null));
-- Nothing of it is deleted: it is taken back, and stays on record.
do $$
declare
  t text;
begin
  foreach t in array array['document', 'plan', 'plan_item', 'plan_item_check', 'obstacle', 'inspection', 'reminder', 'locality'] loop
    execute format('create policy nobody_deletes on %I for delete to banyan_app using (false)', t);
  end loop;
end $$;

-- An assignment is seen where its unit lies, by the roles that read people, and by whom it makes a supervisor.
create policy scope_and_self_read on supervision for select to banyan_app
  using ((position + 0 between (select app.lo()) and (select app.hi()) and (select app.reads_people())) or account_id = (select app.account_id()));
-- It is made by the body of the acting grant, by the roles that decide, for a unit of its tree, and never for oneself. The database makes its grant.
create policy body_inserts on supervision for insert to banyan_app
  with check (position + 0 between (select app.lo()) and (select app.hi()) and body_position + 0 = (select app.lo()) and (select app.role()) in ('STAFF', 'BOARD')
    and account_id <> (select app.account_id()) and (document_id is null or exists (select from document d where d.id = supervision.document_id)));
-- It is changed and ended by that body, or above it, and not by whom it is about; what was ended stays.
create policy body_updates on supervision for update to banyan_app
  using (body_position + 0 between (select app.lo()) and (select app.hi()) and position + 0 between (select app.lo()) and (select app.hi())
    and (select app.role()) in ('STAFF', 'BOARD') and account_id <> (select app.account_id()) and ended_at is null)
  with check (body_position + 0 between (select app.lo()) and (select app.hi())
    and (document_id is null or exists (select from document d where d.id = supervision.document_id)));
create policy nobody_deletes on supervision for delete to banyan_app using (false);
-- What stood before a change is seen with it, and kept by the database alone.
create policy scope_and_self_read on supervision_change for select to banyan_app
  using (exists (select from supervision s where s.id = supervision_change.supervision_id));
create policy nobody_inserts on supervision_change for insert to banyan_app with check (false);
create policy nobody_updates on supervision_change for update to banyan_app using (false) with check (false);
create policy nobody_deletes on supervision_change for delete to banyan_app using (false);

-- A key belongs to the account that chose it.
create policy self_reads on idempotency_key for select to banyan_app using (account_id = (select app.account_id()));
create policy self_inserts on idempotency_key for insert to banyan_app with check (account_id = (select app.account_id()));
-- One that is older than a day may be used again.
create policy self_updates on idempotency_key for update to banyan_app
  using (account_id = (select app.account_id()) and used_at <= now() - interval '24 hours') with check (account_id = (select app.account_id()));
create policy nobody_deletes on idempotency_key for delete to banyan_app using (false);

-- An account sees itself; an administrator sees the accounts that hold a grant in the scope.
create policy self_and_administrator_read on account for select to banyan_app
  using (id = (select app.account_id()) or ((select app.role()) = 'ADMINISTRATOR' and exists (
    select from access_grant g where g.account_id = account.id and g.position + 0 between (select app.lo()) and (select app.hi()))));
create policy nobody_inserts on account for insert to banyan_app with check (false);
create policy nobody_updates on account for update to banyan_app using (false) with check (false);
create policy nobody_deletes on account for delete to banyan_app using (false);

-- A grant is seen by its account and by the administrator above it.
create policy self_and_administrator_read on access_grant for select to banyan_app
  using (account_id = (select app.account_id()) or ((select app.role()) = 'ADMINISTRATOR' and position + 0 between (select app.lo()) and (select app.hi())));
create policy nobody_inserts on access_grant for insert to banyan_app with check (false);
create policy nobody_updates on access_grant for update to banyan_app using (false) with check (false);
create policy nobody_deletes on access_grant for delete to banyan_app using (false);

-- A session belongs to its account: seen, switched to another of its grants and ended by it. It is opened by app.open_session alone.
create policy self_reads on session for select to banyan_app using (account_id = (select app.account_id()));
create policy nobody_inserts on session for insert to banyan_app with check (false);
create policy self_updates on session for update to banyan_app using (account_id = (select app.account_id()))
  with check (account_id = (select app.account_id()) and last_seen_at <= now() and exists (
    select from access_grant g where g.id = session.grant_id and g.account_id = session.account_id and g.valid @> (select app.today())));
create policy self_deletes on session for delete to banyan_app using (account_id = (select app.account_id()));

-- A saved view belongs to its account under the grant that it was saved under: seen and deleted by it while that grant is acting.
create policy self_reads on saved_view for select to banyan_app
  using (account_id = (select app.account_id()) and grant_id = (select app.grant_id()));
-- It is saved under one's own name and the acting grant, up to 50 in an account.
create policy self_inserts on saved_view for insert to banyan_app
  with check (account_id = (select app.account_id()) and grant_id = (select app.grant_id()) and (select app.own_view_count()) < 50);
-- It is deleted and saved anew, never changed.
create policy nobody_updates on saved_view for update to banyan_app using (false) with check (false);
create policy self_deletes on saved_view for delete to banyan_app
  using (account_id = (select app.account_id()) and grant_id = (select app.grant_id()));

-- Anyone's deeds are written down, under no name but one's own; those of somebody unknown under none.
create policy anyone_inserts on audit_event for insert to banyan_app
  with check (account_id is not distinct from (select app.account_id())
    and (position is null or position + 0 between (select app.lo()) and (select app.hi()) or (select app.account_id()) is null));
-- The log is read by auditors and administrators, of their scope.
create policy auditor_reads on audit_event for select to banyan_app
  using (position + 0 between (select app.lo()) and (select app.hi()) and (select app.role()) in ('AUDITOR', 'ADMINISTRATOR'));
create policy nobody_updates on audit_event for update to banyan_app using (false) with check (false);
create policy nobody_deletes on audit_event for delete to banyan_app using (false);

-- Counters of wrong sign-ins hold hashes of names and networks, and are needed before anyone is known.
create policy anyone_reads on sign_in_attempt for select to banyan_app using (true);
create policy anyone_inserts on sign_in_attempt for insert to banyan_app with check (true);
create policy anyone_updates on sign_in_attempt for update to banyan_app using (true) with check (true);
create policy anyone_deletes on sign_in_attempt for delete to banyan_app using (true);
