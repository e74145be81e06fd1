-- What the application may do at all. It owns nothing, creates nothing, and names the columns that it writes.

do $$
declare
  t record;
begin
  for t in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('revoke all on %s from banyan_app, public', t.name);
  end loop;
end $$;
revoke all on all functions in schema app from public, banyan_app;
revoke all on all sequences in schema public from public, banyan_app;

grant select on configuration, tier_label, unit_kind, unit_kind_parent, unit, unit_name, placement, unit_profile, unit_alias, term, unit_succession,
  unit_stub, entry, entry_sensitive, entry_position, pending, counter, slice_counter, person, tally, name_word, word_tally, audit_event,
  candidacy, candidacy_step, paper, paper_change, paper_file, file_limit, participant, unit_power, holiday, holiday_change, idempotency_key,
  person_sensitive, person_sensitive_change, sensitive_unlock, person_correction, number_check, mark, document,
  target, target_version, allocation, allocation_draft, locality, supervision, supervision_change,
  plan, plan_item, plan_item_check, obstacle, inspection, reminder to banyan_app;
grant select (id, name, display_name, active, is_demonstration) on account to banyan_app;
grant select on access_grant to banyan_app;
grant select (id, account_id, grant_id, network, created_at, last_seen_at, expires_at) on session to banyan_app;

grant insert (id, code, configuration, kind, name, depth, lo, hi, founded_on) on unit to banyan_app;
grant update (name, depth, lo, hi, closed_on) on unit to banyan_app;
grant insert on unit_name, placement, unit_profile, unit_alias, term, unit_succession to banyan_app;
grant update (valid) on unit_name, placement, unit_profile, term to banyan_app;
-- recorded_at is not granted: the database sets it.
grant insert (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, measure, delta, subject_kind, subject_id,
  gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas, reverses) on entry to banyan_app;
grant update (position_now, other_now) on entry to banyan_app;
grant insert on entry_sensitive, entry_position to banyan_app;
grant update (position_now) on entry_sensitive to banyan_app;
grant insert (id, unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state,
  admission_decided_on, ceremony_on, recognition_decided_on, official_on, left_on) on person to banyan_app;
grant update (unit_id, position, state, admission_decided_on, ceremony_on, recognition_decided_on, official_on, left_on) on person to banyan_app;
grant insert on candidacy to banyan_app;
grant insert (id, candidacy_id, position, kind, member_id, organisation, name, valid, together, together_since, recorder_name) on participant to banyan_app;
grant update (state, version, last_on, certificate_on, file_opened_on, cell_proposed_on, admission_decided_on, decision_received_on, ceremony_on,
  recognition_proposed_on, recognition_decided_on, official_on, left_on, removal_ground, failed_votes, is_extended, due_kind, due_on, due_runs_from, due_counted_in) on candidacy to banyan_app;
-- recorded_at is not granted: the database sets it.
grant insert (id, candidacy_id, position, step, happened_on, document_number, certificate_number, province_consent_number, received_on, upper_consent_number, removal_ground, conviction_cleared_on, warnings, reason,
  vote_base, vote_present, vote_in_favour, due_on, entry_event_id, reverses, recorded_by, recorder_name) on candidacy_step to banyan_app;
grant insert (id, candidacy_id, position, kind, is_there, made_on, number, body, conclusion, reference, recorder_name) on paper to banyan_app;
-- Versions and instants of a change are not granted: the database sets them.
grant update (is_there, made_on, number, body, conclusion, reference, recorder_name) on paper to banyan_app;
grant update (valid, ender_name) on participant to banyan_app;
-- uploaded_at is not granted: the database sets it.
grant insert (id, paper_id, candidacy_id, position, name, media_type, bytes, sha256, account_id, recorder_name), update (removed_at) on paper_file to banyan_app;
-- The hash of the code is written and never read. What the second signature writes is not granted: app.accept_transfer writes it.
grant select (id, person_id, kind, state, version, from_unit_id, from_position, from_name, destination, is_under_one_upper, person_name, person_birth_date,
  letter_number, issued_on, issuer_name, issued_at, due_on, moved_on, start_due_on, claim_until, accepted_on, cancel_reason, ended_on, closed_at, canceller_name, entry_event_id, until_on, is_study) on transfer to banyan_app;
grant insert (person_id, kind, from_unit_id, from_position, from_name, destination, is_under_one_upper, person_name, person_birth_date,
  letter_number, issued_on, issuer_name, due_on, moved_on, start_due_on, claim_hash, claim_until, until_on, is_study) on transfer to banyan_app;
grant select on transfer_receiver to banyan_app;
grant update (state, version, cancel_reason, canceller_name, ended_on) on transfer to banyan_app;
-- Who recorded a power is written with it, the instant is the database's.
grant insert (unit_id, position, power, valid, document_number, recorder_name) on unit_power to banyan_app;
grant update (valid, version, ended_document_number, ender_name) on unit_power to banyan_app;
-- recorded_at is not granted: the database sets it.
grant insert (unit_id, position, kind, number, issuer, issued_on, title, implements_id, is_handed_down, recorder_name),
  update (kind, number, issuer, issued_on, title, implements_id, is_handed_down, version, taken_back_reason, taken_back_by) on document to banyan_app;
-- The instants are not granted: the database sets them.
grant insert (id, unit_id, position, issuer_id, issuer_position, parent_id, indicator, dimension, slice_key, period, starts_on, ends_on), update (closed_on, closed_result) on target to banyan_app;
grant insert (target_id, unit_id, position, number, kind, low, high, base, base_number, allocation_id, document_id, document_number, issued_on, reason, note, recorder_name) on target_version to banyan_app;
grant insert (id, target_id, unit_id, position, number, divides, sum_rule, reserve_low, reserve_high, origin, document_id, document_number, issued_on, reason, recorder_name) on allocation to banyan_app;
grant insert (target_id, unit_id, position, sum_rule, reserve_low, reserve_high, lines, saver_name), delete on allocation_draft to banyan_app;
grant update (version, sum_rule, reserve_low, reserve_high, lines, saved_at, saver_name) on allocation_draft to banyan_app;
grant insert (unit_id, position, name, since, own_cell_since, shared_cell_since, member_since, recorder_name),
  update (name, since, own_cell_since, shared_cell_since, member_since, ended_on, end_reason, ender_name, version, taken_back_reason, taken_back_by) on locality to banyan_app;
-- Names, the grant, the version and the instants are not granted: the database sets them.
grant insert (account_id, unit_id, position, body_id, body_position, role_kind, post, starts_on, ends_on, document_id, document_number, document_issued_on, recorder_name),
  update (role_kind, post, starts_on, ends_on, document_id, document_number, document_issued_on, change_reason, recorder_name, end_cause, end_reason, ender_name) on supervision to banyan_app;
grant insert (unit_id, position, year, document_id, parent_id, is_handed_down, recorder_name),
  update (document_id, parent_id, is_handed_down, version, taken_back_reason, taken_back_by) on plan to banyan_app;
grant insert (plan_id, position, period, due_on, title, responsible, target_id, recorder_name),
  update (period, due_on, title, responsible, target_id, version, taken_back_reason, taken_back_by) on plan_item to banyan_app;
grant insert (item_id, position, done_on, note, recorder_name) on plan_item_check to banyan_app;
grant insert (unit_id, position, title, details, owner_name, raised_on, due_on, recorder_name),
  update (title, details, owner_name, raised_on, due_on, resolved_on, resolution, resolver_name, version, taken_back_reason, taken_back_by) on obstacle to banyan_app;
grant insert (unit_id, position, by_unit_id, by_position, inspected_on, title, conclusion, inspector, document_id, recorder_name),
  update (version, taken_back_reason, taken_back_by) on inspection to banyan_app;
grant insert (unit_id, position, by_unit_id, by_position, sent_on, text, answer_until, recorder_name),
  update (reply, replied_on, replier_name, version, taken_back_reason, taken_back_by) on reminder to banyan_app;
grant insert, delete on holiday_change to banyan_app;
grant update (is_holiday, name) on holiday_change to banyan_app;
grant insert (account_id, key, input_hash, result_id), update (input_hash, result_id, used_at) on idempotency_key to banyan_app;
grant insert on person_sensitive to banyan_app;
grant update (ethnic_group, religion) on person_sensitive to banyan_app;
-- recorded_at is not granted: the database sets it.
grant insert (id, person_id, position, kind, title, on_day, until, body, document_number, reason, replaces, is_taken_back, recorded_by, recorder_name) on mark to banyan_app;
-- The instant is not granted: the database sets it.
grant insert (account_id, grant_id, person_id, position, reason, note) on sensitive_unlock to banyan_app;
grant update (grant_id, credential_hash, last_seen_at) on session to banyan_app;
grant delete on session to banyan_app;
grant select, delete on saved_view to banyan_app;
grant insert (account_id, grant_id, name, address) on saved_view to banyan_app;
grant insert (request_id, account_id, grant_id, session_id, position, network, action, subject_kind, subject_id, result, code) on audit_event to banyan_app;
grant select, insert, update, delete on sign_in_attempt to banyan_app;

grant execute on function app.fold(text), app.number_sort_key(text), app.name_sort_key(text), app.lo(), app.hi(), app.role(), app.reads_people(), app.account_id(), app.grant_id(), app.today(),
  app.interval_width(int), app.block_of(bigint), app.is_whole_blocks(bigint, bigint), app.hold_off_compactor() to banyan_app;
-- The definer functions that a caller may use. Each has a test; a new one must be added to the list in the catalogue checks.
grant execute on function app.enter(text, uuid), app.assignable_accounts(text, int), app.find_credentials(text), app.own_grants(uuid), app.own_view_count(), app.own_unlocks_today(), app.unlocks_below(date), app.own_file_bytes_today(), app.kept_files(uuid[]), app.is_unlocked(uuid), app.open_session(uuid, bytea, text),
  app.next_position(bigint, bigint, int), app.counts_now_at(uuid), app.is_anything_queued(), app.has_queued(uuid),
  app.compact(int), app.reposition(bigint[], bigint[], date),
  app.backfill_positions(uuid[]), app.copy_places(uuid[]), app.is_counted(uuid), app.event_size(uuid), app.counted_here(uuid), app.holds_past_positions(),
  app.places_since_gone(uuid, date),
  app.published_units(uuid[], text, text, date, date) to banyan_app;
grant execute on function app.sensitive_slices(uuid) to banyan_app;
grant execute on function app.standing_stock(uuid[]) to banyan_app;
grant execute on function app.parts_gone(uuid[]) to banyan_app;
grant execute on function app.address_letter(uuid, uuid), app.letter_by_code(bytea), app.accept_transfer(uuid, bytea, uuid, date, int, text) to banyan_app;
grant execute on function app.holidays_at(uuid), app.add_working_days(date[], date, int) to banyan_app;
grant execute on function app.renew_limits(uuid, jsonb, boolean), app.chain_on(uuid, date) to banyan_app;
grant execute on function app.correct_person(uuid, int, jsonb, date, text, text, boolean), app.check_number(text, uuid), app.number_is_taken(uuid) to banyan_app;
