import { rulePackOn } from '../src/contexts/people/index.ts';

/*
 * Three connections load, each with staging tables of its own: one goes before with the units, in a transaction a province; two work side by
 * side, on people with what becomes of them and on the ledger. Staged texts are compared by bytes, because here they are only ever compared for equality.
 */

/** Staging tables of a province's units. They are gone when its transaction ends. */
export const unitStagingSql = `
  create temp table demo_unit (ordinal int, code text collate "C" primary key, parent_code text collate "C", kind text collate "C", founded_on date, recorded_at timestamptz, unit_type text collate "C", areas text[] collate "C", aliases text[] collate "C") on commit drop;
  create temp table demo_name (code text collate "C", name text collate "C", starts_on date) on commit drop;
  create temp table demo_term (code text collate "C", ordinal smallint, label text collate "C", starts_on date, ends_on date) on commit drop;
  create temp table demo_place (code text collate "C" primary key, unit_id uuid, lo bigint, hi bigint, depth int, ancestors uuid[], unit_type text collate "C", areas text[] collate "C") on commit drop;`;

/** Where the units of a province are, read back by the connections whose rows hang on them. */
const placesSql = (rootCode: string) => `
  drop table if exists demo_place;
  create temp table demo_place on commit drop as
  select u.code collate "C" as code, u.id as unit_id, u.lo, u.depth, u.kind, u.founded_on, u.configuration, p.ancestors, f.unit_type, f.areas
  from unit root join unit u on u.lo between root.lo and root.hi join placement p on p.unit_id = u.id join unit_profile f on f.unit_id = u.id
  where root.code = '${rootCode}';
  create unique index on demo_place (code);`;

/** Staging tables of the people of one province. */
export const peopleStagingSql = (rootCode: string) => `
  drop table if exists demo_person, demo_candidacy, demo_paper, demo_participant, demo_letter, demo_target, demo_allocation;
  ${placesSql(rootCode)}
  create temp table demo_person (key text collate "C", id uuid, is_candidate boolean, unit_code text collate "C", full_name text collate "C", birth_date date, gender text collate "C", ethnic_group text collate "C", religion text collate "C", education text collate "C",
    occupation text collate "C", enterprise_relation text collate "C", youth_union text collate "C", admission_decided_on date, ceremony_on date, recognition_decided_on date, official_on date, left_on date) on commit drop;
  create temp table demo_candidacy (person_key text collate "C", id uuid default uuidv7(), rule_pack text collate "C", began_on date, state text collate "C", last_on date, certificate_on date, file_opened_on date, cell_proposed_on date, admission_decided_on date,
    decision_received_on date, ceremony_on date, recognition_proposed_on date, recognition_decided_on date, official_on date, left_on date, removal_ground text collate "C", failed_votes smallint, is_extended boolean, due_kind text collate "C", due_on date, due_runs_from date, due_counted_in text collate "C",
    steps text[] collate "C", days date[], documents text[] collate "C", certificates text[] collate "C", consents text[] collate "C", received date[], upper_consents text[] collate "C", grounds text[] collate "C", reasons text[] collate "C", vote_bases smallint[], votes_present smallint[], votes_in_favour smallint[], limits date[],
    admitted uuid, recognised uuid, gone uuid) on commit drop;
  create temp table demo_paper (person_key text collate "C", kind text collate "C", is_there boolean, made_on date, number text collate "C", body text collate "C", conclusion text collate "C") on commit drop;
  create temp table demo_participant (person_key text collate "C", kind text collate "C", member_key text collate "C", organisation text collate "C", name text collate "C", starts_on date) on commit drop;
  create temp table demo_target (key text collate "C", parent_key text collate "C", unit_code text collate "C", issuer_code text collate "C", indicator text, dimension text, slice_key text, period text, starts_on date, ends_on date,
    kind text, low numeric, high numeric, document_number text, issued_on date, note text, id uuid default uuidv7()) on commit drop;
  create temp table demo_allocation (target_key text collate "C", rule text, reserve int, document_number text, issued_on date, id uuid default uuidv7()) on commit drop;
  create temp table demo_letter (person_key text collate "C", kind text, state text, from_code text collate "C", to_code text collate "C", destination text, letter_number text, issued_on date, due_on date,
    moved_on date, start_due_on date, accepted_on date, ended_on date, cancel_reason text, transferred uuid, id uuid default uuidv7()) on commit drop;`;

/** Staging table of the slices of all provinces. */
export const slicesStagingSql = `
  create temp table demo_slices (id int, gender text collate "C", age_band text collate "C", ethnic_minority text collate "C", religion text collate "C", youth_union text collate "C", occupation text collate "C", enterprise_relation text collate "C", education text collate "C") on commit drop;`;

/** Staging tables of the ledger of one province. */
export const ledgerStagingSql = (rootCode: string) => `
  drop table if exists demo_founding, demo_fact, demo_entry;
  ${placesSql(rootCode)}
  create temp table demo_founding (code text collate "C", recorded_at timestamptz) on commit drop;
  create temp table demo_fact (id uuid, reversal_id uuid, kind text collate "C", person_id uuid, unit_code text collate "C", to_code text collate "C", occurred_on date, recorded_at timestamptz, reversed_at timestamptz, slices int, state text collate "C") on commit drop;
  create temp table demo_entry (id uuid default uuidv7(), fact_id uuid, event_id uuid, unit_id uuid, lo bigint, other bigint, occurred_on date, recorded_at timestamptz, measure text collate "C", delta smallint, person_id uuid,
    unit_type text collate "C", areas text[] collate "C", slices int) on commit drop;`;

/** Places the staged units level by level and inserts them with their dated rows. */
export function unitsSql(configuration: string, lastDataOn: string | null): string {
  const lastDay = lastDataOn === null ? 'null' : `date '${lastDataOn}'`;
  return `
  insert into demo_place
  select code, id, lo, lo + app.interval_width(0) - 1, 0, array[id], unit_type, areas
  from (select u.*, uuidv7() as id, app.next_position(null, null, 0) as lo from demo_unit u where parent_code is null) root;
  do $$
  begin
    for level in 1 .. 5 loop
      insert into demo_place
      select code, id, lo, lo + app.interval_width(level) - 1, level, above || id, unit_type, areas
      from (
        select u.*, uuidv7() as id, p.ancestors as above, p.lo + app.interval_width(level) * row_number() over (partition by p.code order by u.ordinal) as lo
        from demo_unit u join demo_place p on p.code = u.parent_code and p.depth = level - 1
      ) child;
    end loop;
  end $$;
  insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on, last_data_on)
  select p.unit_id, u.code, '${configuration}', u.kind, n.name, p.depth, p.lo, p.hi, u.founded_on, ${lastDay}
  from demo_unit u join demo_place p using (code)
  left join (select distinct on (code) code, name from demo_name order by code, starts_on desc) n using (code);
  insert into unit_name (unit_id, position, name, valid)
  select p.unit_id, p.lo, n.name, daterange(n.starts_on, lead(n.starts_on) over (partition by n.code order by n.starts_on)) from demo_name n join demo_place p using (code);
  insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors)
  select p.unit_id, p.lo, p.ancestors[cardinality(p.ancestors) - 1], daterange(u.founded_on, null), p.lo, p.hi, p.ancestors from demo_unit u join demo_place p using (code);
  insert into unit_profile (unit_id, position, valid, unit_type, areas)
  select p.unit_id, p.lo, daterange(u.founded_on, null), u.unit_type, u.areas from demo_unit u join demo_place p using (code);
  insert into unit_alias (unit_id, position, alias) select p.unit_id, p.lo, unnest(u.aliases) from demo_unit u join demo_place p using (code);
  insert into term (unit_id, position, ordinal, label, valid)
  select p.unit_id, p.lo, t.ordinal, t.label, daterange(t.starts_on, t.ends_on, '[]') from demo_term t join demo_place p using (code);`;
}

/** Inserts the staged people at their units. */
export const peopleSql = `
  insert into person (id, unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state,
    admission_decided_on, ceremony_on, recognition_decided_on, official_on, left_on)
  select d.id, p.unit_id, p.lo, d.full_name, d.birth_date, d.gender, d.youth_union, d.occupation, d.enterprise_relation, d.education,
    case when d.is_candidate then 'CANDIDATE' when d.left_on is not null then 'FORMER' when d.ceremony_on is not null and d.official_on is null then 'PROBATIONARY' else 'OFFICIAL' end,
    d.admission_decided_on, d.ceremony_on, d.recognition_decided_on, d.official_on, d.left_on
  from demo_person d join demo_place p on p.code = d.unit_code;
  insert into person_sensitive (person_id, position, ethnic_group, religion)
  select d.id, p.lo, d.ethnic_group, d.religion from demo_person d join demo_place p on p.code = d.unit_code;`;

/**
 * Inserts the entries of units, and turns staged facts into staged entries. Each kind of fact has its effects; STATE stands for the stock
 * that the person is in, and a fact that was found wrong is reversed, effect by effect, at the instant of the correction.
 */
export const factsSql = `
  insert into entry (event_id, unit_id, position_then, position_now, occurred_on, recorded_at, measure, delta, subject_kind, subject_id, unit_type, areas)
  select p.unit_id, p.unit_id, p.lo, p.lo, p.founded_on, u.recorded_at, m.measure, 1, 'UNIT', p.unit_id, p.unit_type, p.areas
  from demo_founding u join demo_place p using (code) join unit_kind k on k.configuration = p.configuration and k.code = p.kind
  cross join lateral (values ('UNITS', true), ('UNITS_FOUNDED', true), ('GRASSROOTS_ORGANISATIONS', k.is_grassroots_organisation), ('CELLS', k.holds_members)) as m (measure, counts)
  where m.counts;
  insert into demo_entry (fact_id, event_id, unit_id, lo, other, occurred_on, recorded_at, measure, delta, person_id, unit_type, areas, slices)
  select f.id, case version.sign when 1 then f.id else f.reversal_id end, here.unit_id, here.lo, there.lo, f.occurred_on, version.recorded_at,
    case x.measure when 'STATE' then f.state else x.measure end, x.delta * version.sign, f.person_id, here.unit_type, here.areas, f.slices
  from demo_fact f
  join (values
    ('OPENING_OFFICIAL', 'OFFICIAL_MEMBERS', 1, false), ('OPENING_PROBATIONARY', 'PROBATIONARY_MEMBERS', 1, false),
    ('ADMITTED', 'ADMITTED', 1, false), ('ADMITTED', 'PROBATIONARY_MEMBERS', 1, false),
    ('RECOGNISED', 'RECOGNISED', 1, false), ('RECOGNISED', 'PROBATIONARY_MEMBERS', -1, false), ('RECOGNISED', 'OFFICIAL_MEMBERS', 1, false),
    ('TRANSFERRED', 'TRANSFERRED_OUT', 1, false), ('TRANSFERRED', 'STATE', -1, false), ('TRANSFERRED', 'TRANSFERRED_IN', 1, true), ('TRANSFERRED', 'STATE', 1, true),
    ('REMOVED', 'REMOVED', 1, false), ('REMOVED', 'STATE', -1, false), ('EXPELLED', 'EXPELLED', 1, false), ('EXPELLED', 'STATE', -1, false),
    ('LEFT', 'LEFT', 1, false), ('LEFT', 'STATE', -1, false), ('DECEASED', 'DECEASED', 1, false), ('DECEASED', 'STATE', -1, false)
  ) as x (kind, measure, delta, at_other_end) on x.kind = f.kind
  join demo_place here on here.code = case when x.at_other_end then f.to_code else f.unit_code end
  left join demo_place there on x.measure in ('TRANSFERRED_OUT', 'TRANSFERRED_IN') and there.code = case when x.at_other_end then f.unit_code else f.to_code end
  cross join lateral (select f.recorded_at, 1 as sign union all select f.reversed_at, -1 where f.reversed_at is not null) as version;`;

/** Inserts the staged entries. The checks that go with it are planned anew, for so many and by hashing: they were planned for the few of the units. */
export const entriesSql = `
  analyze demo_entry (lo), demo_slices (id);
  discard plans;
  set local enable_nestloop = off;
  insert into entry (id, event_id, unit_id, position_then, position_now, other_then, other_now, occurred_on, recorded_at, measure, delta, subject_kind, subject_id,
    gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas, reverses)
  select e.id, e.event_id, e.unit_id, e.lo, e.lo, e.other, e.other, e.occurred_on, e.recorded_at, e.measure, e.delta, 'PERSON', e.person_id,
    s.gender, s.age_band, s.youth_union, s.occupation, s.enterprise_relation, s.education, e.unit_type, e.areas, r.id
  from demo_entry e join demo_slices s on s.id = e.slices
  left join demo_entry r on e.event_id <> e.fact_id and r.event_id = e.fact_id and r.measure = e.measure and r.lo = e.lo;
  insert into entry_sensitive (entry_id, position_then, position_now, ethnic_minority, religion)
  select e.id, e.lo, e.lo, s.ethnic_minority, s.religion from demo_entry e join demo_slices s on s.id = e.slices;
  set local enable_nestloop = on;`;

const { transferCodeDays } = rulePackOn('2025-07-01');

/** Who recorded what was loaded. */
const recorder = 'Dữ liệu minh hoạ';

/**
 * Inserts the staged candidacies and their timelines, recorded on the morning after. A step that the ledger knows carries the event of
 * the fact that stands. All arrays of a timeline are as long as each other, or null, and are read side by side.
 */
export const candidaciesSql = `
  insert into candidacy (id, person_id, position, state, rule_pack, version, began_on, last_on, certificate_on, file_opened_on, cell_proposed_on, admission_decided_on, decision_received_on,
    ceremony_on, recognition_proposed_on, recognition_decided_on, official_on, left_on, removal_ground, failed_votes, is_extended, due_kind, due_on, due_runs_from, due_counted_in)
  select c.id, d.id, p.lo, c.state, c.rule_pack, cardinality(c.steps), c.began_on, c.last_on, c.certificate_on, c.file_opened_on, c.cell_proposed_on, c.admission_decided_on, c.decision_received_on,
    c.ceremony_on, c.recognition_proposed_on, c.recognition_decided_on, c.official_on, c.left_on, c.removal_ground, c.failed_votes, c.is_extended, c.due_kind, c.due_on, c.due_runs_from, c.due_counted_in
  from demo_candidacy c join demo_person d on d.key = c.person_key join demo_place p on p.code = d.unit_code;
  insert into candidacy_step (candidacy_id, position, step, happened_on, document_number, certificate_number, province_consent_number, received_on, upper_consent_number, removal_ground, reason,
    vote_base, vote_present, vote_in_favour, due_on, entry_event_id, recorded_at, recorder_name)
  select s.id, s.lo, s.step, s.happened_on, s.document_number, s.certificate_number, s.province_consent_number, s.received_on, s.upper_consent_number, s.removal_ground, s.reason, s.vote_base, s.vote_present, s.vote_in_favour, s.due_on,
    case when s.step = 'CEREMONY_HELD' then s.admitted when s.step = 'RECOGNISED' then s.recognised
      when s.step in ('REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED') then s.gone end,
    s.happened_on + interval '26 hours', '${recorder}'
  from (
    select c.id, p.lo, c.admitted, c.recognised, c.gone, unnest(c.steps) as step, unnest(c.days) as happened_on, unnest(c.documents) as document_number,
      unnest(c.certificates) as certificate_number, unnest(c.consents) as province_consent_number, unnest(c.received) as received_on, unnest(c.upper_consents) as upper_consent_number, unnest(c.grounds) as removal_ground, unnest(c.reasons) as reason,
      unnest(c.vote_bases) as vote_base, unnest(c.votes_present) as vote_present, unnest(c.votes_in_favour) as vote_in_favour, unnest(c.limits) as due_on
    from demo_candidacy c join demo_person d on d.key = c.person_key join demo_place p on p.code = d.unit_code
  ) s;
  insert into paper (candidacy_id, position, kind, is_there, made_on, number, body, conclusion, recorded_at, recorder_name)
  select c.id, p.lo, f.kind, f.is_there, f.made_on, f.number, f.body, f.conclusion, f.made_on + interval '26 hours', '${recorder}'
  from demo_paper f join demo_candidacy c using (person_key) join demo_person d on d.key = c.person_key join demo_place p on p.code = d.unit_code;
  insert into participant (candidacy_id, position, kind, member_id, organisation, name, valid, recorder_name)
  select c.id, p.lo, f.kind, m.id, f.organisation, f.name, daterange(f.starts_on, null), '${recorder}'
  from demo_participant f join demo_candidacy c using (person_key) join demo_person d on d.key = c.person_key join demo_place p on p.code = d.unit_code left join demo_person m on m.key = f.member_key;`;

/**
 * Inserts the staged letters. One that is out of the province has a code that nobody knows; the transfer of one that was accepted is the
 * fact of the ledger that stands.
 */
export const lettersSql = `
  insert into transfer (id, person_id, kind, state, version, from_unit_id, from_position, from_name, destination, person_name, person_birth_date, letter_number, issued_on, issuer_name,
    issued_at, due_on, moved_on, start_due_on, claim_hash, claim_until, accepted_on, ended_on, cancel_reason, closed_at, canceller_name, entry_event_id)
  select l.id, d.id, l.kind, l.state, case l.state when 'ISSUED' then 1 when 'ENDED' then 3 else 2 end, p.unit_id, p.lo, n.name || coalesce(', ' || above.name, ''), l.destination, d.full_name, d.birth_date, l.letter_number, l.issued_on, '${recorder}',
    l.issued_on + interval '26 hours', l.due_on, l.moved_on, l.start_due_on, case when l.to_code is null then sha256(uuid_send(gen_random_uuid())) end,
    case when l.to_code is null then l.issued_on + ${transferCodeDays} end, l.accepted_on, l.ended_on, l.cancel_reason,
    case l.state when 'CANCELLED' then l.issued_on + interval '10 days' when 'ENDED' then l.ended_on + interval '10 hours' end, case l.state when 'CANCELLED' then '${recorder}' end, l.transferred
  from demo_letter l join demo_person d on d.key = l.person_key join demo_place p on p.code = l.from_code join unit n on n.id = p.unit_id left join unit above on above.id = p.ancestors[p.depth];
  insert into transfer_receiver (transfer_id, unit_id, position, accepter_name, accepted_at)
  select l.id, p.unit_id, p.lo, case when l.accepted_on is not null then '${recorder}' end, l.accepted_on + interval '10 hours' from demo_letter l join demo_place p on p.code = l.to_code;`;

/** Targets of units, one version each, and how units divided them. */
export const targetsSql = `
  insert into target (id, unit_id, position, issuer_id, issuer_position, parent_id, indicator, dimension, slice_key, period, starts_on, ends_on)
  select t.id, p.unit_id, p.lo, i.unit_id, i.lo, w.id, t.indicator, t.dimension, t.slice_key, t.period, t.starts_on, t.ends_on
  from demo_target t join demo_place p on p.code = t.unit_code join demo_place i on i.code = t.issuer_code left join demo_target w on w.key = t.parent_key;
  with first as (
    insert into target_version (target_id, unit_id, position, number, kind, low, high, allocation_id, document_number, issued_on, note, recorded_at, recorder_name)
    select t.id, p.unit_id, p.lo, 1, t.kind, t.low, t.high, a.id, t.document_number, t.issued_on, t.note, t.issued_on + interval '26 hours', '${recorder}'
    from demo_target t join demo_place p on p.code = t.unit_code left join demo_allocation a on a.target_key = t.parent_key
  )
  insert into allocation (id, target_id, unit_id, position, number, divides, sum_rule, reserve_low, document_number, issued_on, recorded_at, recorder_name)
  select a.id, t.id, p.unit_id, p.lo, 1, 1, a.rule, a.reserve, a.document_number, a.issued_on, a.issued_on + interval '26 hours', '${recorder}'
  from demo_allocation a join demo_target t on t.key = a.target_key join demo_place p on p.code = t.unit_code;`;

/** Accounts ($1) with one password hash ($2). Without grants there is nothing that they could do. */
export const accountsSql = `
  insert into account (name, display_name, password_hash, is_demonstration)
  select a.name, a."displayName", $2, true from jsonb_to_recordset($1::jsonb) as a (name text, "displayName" text)`;

/** The grants ($1) of the accounts, from the foundation of the unit on. */
export const grantsSql = `
  insert into access_grant (account_id, role, unit_id, position, valid)
  select a.id, g.role, u.id, u.lo, daterange(u.founded_on, null)
  from jsonb_to_recordset($1::jsonb) as g (account text, role text, "unitCode" text) join account a on a.name = g.account join unit u on u.code = g."unitCode"`;

/** Who is in charge of which unit ($1). The database makes the grants. */
export const supervisionsSql = `
  insert into supervision (account_id, unit_id, position, body_id, body_position, role_kind, post, starts_on, ends_on, document_number, document_issued_on, recorded_at, recorder_name)
  select a.id, u.id, u.lo, b.id, b.lo, s.kind, s.post, s."from", s.until, s."documentNumber", s."documentIssuedOn", s."documentIssuedOn" + interval '26 hours', '${recorder}'
  from jsonb_to_recordset($1::jsonb) as s (account text, "unitCode" text, "bodyCode" text, kind text, post text, "from" date, until date, "documentNumber" text, "documentIssuedOn" date)
  join account a on a.name = s.account join unit u on u.code = s."unitCode" join unit b on b.code = s."bodyCode"`;

/** What triggers keep beside people and candidacies, for all of them at once: how many stand where, the words of their names, in the order of their key, and how many have which. */
export const keptBesidePeopleSql = `
  insert into tally (position, subject, state, count, is_change)
  select position, 'PERSON', state, count(*), false from person group by position, state
  union all select position, 'CANDIDACY', state, count(*), false from candidacy group by position, state;
  create temp table demo_word on commit drop as
  select name_fold, word, coalesce(lag(word) over (partition by name_fold order by word), '') as prior
  from (select distinct p.name_fold, part collate "C" as word from (select distinct name_fold from person) p cross join lateral string_to_table(p.name_fold, ' ') as part where part <> '') each;
  analyze demo_word;
  insert into name_word (subject, id, word, prior, position, state, name_fold)
  select 'CANDIDACY', c.id, w.word, w.prior, c.position, c.state, p.name_fold
  from candidacy c join person p on p.id = c.person_id join demo_word w on w.name_fold = p.name_fold order by c.id, w.word;
  insert into name_word (subject, id, word, prior, position, state, name_fold)
  select 'PERSON', p.id, w.word, w.prior, p.position, p.state, p.name_fold from person p join demo_word w on w.name_fold = p.name_fold order by p.id, w.word;
  with pair as materialized (select word, prior, app.shared_length(word, prior) as shared from (select distinct word, prior from demo_word) different)
  insert into word_tally (block, subject, word, shared_with_prior, state, count, is_change)
  select block, subject, word, shared, state, sum(count), false
  from (select app.block_of(position) as block, subject, word, prior, state, count(*) from name_word group by 1, 2, 3, 4, 5) each
  join pair using (word, prior) group by 1, 2, 3, 4, 5
  union all select app.block_of(position), subject, '', -1, state, sum(count), false from tally group by 1, 2, 5`;
