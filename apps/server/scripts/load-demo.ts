import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  demonstrationAccounts,
  demonstrationPassword,
  demonstrationSupervisions,
  makeDemonstration,
  type DemoFact,
  type DemoPerson,
  type DemoProvince,
  type DemoRecords,
  type DemoSlices,
} from '@banyan/demo';
import { hashPassword } from '../src/contexts/access/index.ts';
import { dayInVietNam } from '../src/kernel/day.ts';
import { send, write, type Cell, type Written } from './copy.ts';
import { readRules, writeCandidacies, type Rules } from './load-demo-candidacies.ts';
import { writeLetters } from './load-demo-letters.ts';
import { loadRecords } from './load-demo-records.ts';
import { writeTargets } from './load-demo-targets.ts';
import { accountsSql, candidaciesSql, entriesSql, entryStagingSql, factsSql, keptBesidePeopleSql, lettersSql, peopleSql, stagingSql, supervisionsSql, targetsSql, unitsSql } from './load-demo-sql.ts';

/** The stock that a person is in after each fact: an exit or a transfer lowers the one that was raised. */
function* factRows(facts: readonly DemoFact[], slices: Map<DemoSlices, number>): Generator<readonly Cell[]> {
  let person = '';
  let state = '';
  for (const fact of facts) {
    if (fact.personKey !== person) {
      person = fact.personKey;
      state = '';
    }
    const slice = slices.get(fact.slices) ?? slices.size + 1;
    slices.set(fact.slices, slice);
    yield [fact.kind, fact.personKey, fact.unitCode, fact.toUnitCode, fact.occurredOn, fact.recordedAt, fact.reversedAt, slice, state];
    if (fact.reversedAt === undefined) state = stateAfter(fact, state);
  }
}

function stateAfter({ kind }: DemoFact, state: string): string {
  switch (kind) {
    case 'OPENING_PROBATIONARY':
    case 'ADMITTED':
      return 'PROBATIONARY_MEMBERS';
    case 'OPENING_OFFICIAL':
    case 'RECOGNISED':
      return 'OFFICIAL_MEMBERS';
    default:
      return state;
  }
}

function personRow(person: DemoPerson, isCandidate: boolean): readonly Cell[] {
  return [
    person.key, isCandidate, person.unitCode, person.fullName, person.birthDate, person.gender, person.ethnicGroup, person.religion, person.education,
    person.occupation, person.enterpriseRelation, person.youthUnion ? 'YES' : 'NO', person.admissionDecidedOn, person.ceremonyOn,
    person.recognitionDecidedOn, person.officialOn, person.leftOn,
  ];
}

/** Writes out all that a province has. The slices are numbered through all provinces. */
function writeProvince(province: DemoProvince, rules: Rules, slices: Map<DemoSlices, number>): Written[] {
  const { units, people, candidates, facts } = province;
  const before = slices.size;
  return [
    write(
      'demo_unit (ordinal, code, parent_code, kind, founded_on, recorded_at, unit_type, areas, aliases)',
      units.map((unit, ordinal) => [ordinal, unit.code, unit.parentCode, unit.kind, unit.foundedOn, unit.recordedAt, unit.unitType, unit.areas, unit.aliases]),
    ),
    write('demo_name (code, name, starts_on)', units.flatMap((unit) => unit.names.map((name) => [unit.code, name.name, name.from]))),
    write(
      'demo_term (code, ordinal, label, starts_on, ends_on)',
      units.flatMap((unit) => unit.terms.map((term) => [unit.code, term.ordinal, term.label, term.startsOn, term.endsOn])),
    ),
    write(
      `demo_person (key, is_candidate, unit_code, full_name, birth_date, gender, ethnic_group, religion, education, occupation, enterprise_relation, youth_union,
        admission_decided_on, ceremony_on, recognition_decided_on, official_on, left_on)`,
      [...people.map((person) => personRow(person, false)), ...candidates.map((person) => personRow(person, true))],
    ),
    write('demo_fact (kind, person_key, unit_code, to_code, occurred_on, recorded_at, reversed_at, slices, state)', factRows(facts, slices)),
    write(
      'demo_slices (id, gender, age_band, ethnic_minority, religion, youth_union, occupation, enterprise_relation, education)',
      Array.from(slices).slice(before).map(([of, id]) => [id, of.gender, of.ageBand, of.ethnicMinority, of.religion, of.youthUnion, of.occupation, of.enterpriseRelation, of.education]),
    ),
    ...writeCandidacies(province, rules),
    writeLetters(province, rules),
    ...writeTargets(province),
  ];
}

/** Stages a province and sets the database to work on it: what it returns is the end of that work. */
async function loadProvince(client: pg.Client, province: DemoProvince, staged: readonly Written[]): Promise<{ inserted: Promise<unknown> }> {
  await client.query(stagingSql);
  for (const written of staged) await send(client, written);
  const inserted = client.query(
    `analyze demo_unit (code), demo_person (key), demo_fact (kind), demo_candidacy (person_key);
     ${unitsSql(province.configuration, province.lastDataOn)}
     ${peopleSql}
     ${factsSql}
     ${candidaciesSql}
     ${lettersSql}
     ${targetsSql}`,
  );
  // Whoever waits for it hears of a failure; until then it is nobody's unhandled rejection.
  inserted.catch(() => undefined);
  return { inserted };
}

/** Loads all provinces, and gives back what their units keep. The next one is made and written out here while the database inserts the one before: two cores, two halves of the work. */
async function loadProvinces(client: pg.Client, rules: Rules, options: { log: (line: string) => void; now?: Date }): Promise<DemoRecords[]> {
  const records: DemoRecords[] = [];
  let inserted: Promise<unknown> = client.query(entryStagingSql);
  const slices = new Map<DemoSlices, number>();
  for (const province of makeDemonstration(dayInVietNam(options.now ?? new Date()))) {
    const staged = writeProvince(province, rules, slices);
    records.push(province.records);
    await inserted;
    ({ inserted } = await loadProvince(client, province, staged));
    options.log(`  ${province.rootCode}: ${province.units.length} units, ${province.people.length} people, ${province.candidacies.length} candidacies`);
  }
  await inserted;
  await client.query(entriesSql);
  return records;
}

/** Folds all entries at once. Without statistics of them the planner would take the way for far more. */
async function buildCounters(client: pg.Client): Promise<void> {
  await client.query('analyze entry (id, position_then, other_then, measure, occurred_on, subject_kind), entry_sensitive (entry_id), pending, placement, unit');
  await client.query('select app.compact(2147483647)');
}

/** Leaves statistics behind, so that the first reads are planned like the later ones. Two connections, as there are two cores. */
async function analyze(client: pg.Client, options: { ownerUrl: string }): Promise<void> {
  const other = new pg.Client({ connectionString: options.ownerUrl });
  await other.connect();
  try {
    await Promise.all([
      client.query('analyze entry, entry_sensitive, pending, placement, unit, unit_name, unit_profile, unit_stub, term, account, access_grant, supervision, candidacy_step, paper, participant, transfer, transfer_receiver'),
      other.query('analyze person, tally, name_word, word_tally, person_sensitive, counter, slice_counter, candidacy, target, target_version, allocation, document, plan, plan_item, plan_item_check, obstacle, inspection, reminder, locality'),
    ]);
  } finally {
    await other.end();
  }
}

/**
 * Drops the indexes, keys and foreign keys of tables for a bulk load, and the foreign keys that point to them, inside its transaction,
 * and returns what builds them again: one pass over the whole is many times faster than one step a row. The compactor adds to
 * counters by their key: it stays.
 */
async function dropDependents(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; create: string }>(
    `with filled as (select unnest($1::regclass[]) as id), keyless as (select id from filled where id <> all ($2::regclass[]))
     select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create, array_position(array['p', 'u', 'f'], contype::text) as step
     from pg_constraint
     where contype = 'f' and (conrelid in (select id from filled) or confrelid in (select id from keyless)) or contype in ('p', 'u') and conrelid in (select id from keyless)
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 0
     from pg_index where indrelid in (select id from filled) and not exists (select from pg_constraint where conindid = indexrelid)
     order by step`,
    [tables, counters],
  );
  for (const { drop } of rows.toReversed()) await client.query(drop);
  return async () => {
    for (const { create } of rows) await client.query(create);
  };
}

const counters = ['counter', 'slice_counter'];

/** The tables that a load fills most. */
const filled = ['person', 'person_sensitive', 'candidacy', 'candidacy_step', 'paper', 'participant', 'tally', 'name_word', 'word_tally', 'entry', 'entry_sensitive', 'pending', ...counters];

/**
 * Checks that ask of a new unit's name, place and profile what the check of the new unit itself asks of all of them together. Every unit
 * of a load is new, so they are switched off for it.
 */
const repeated = [
  ['unit_name', 'unit_name_no_gap'],
  ['placement', 'placement_no_gap'],
  ['placement', 'placement_interval_is_latest'],
  ['unit_profile', 'unit_profile_no_gap'],
] as const;

/** What is kept beside people, row by row: for a load it is built at once, from all of them. */
const kept = [
  ['person', 'person_tallied'],
  ['person', 'person_words'],
  ['candidacy', 'candidacy_tallied'],
  ['candidacy', 'candidacy_words'],
  ['name_word', 'name_word_tallied'],
] as const;

async function switchTriggers(client: pg.Client, to: 'enable' | 'disable'): Promise<void> {
  // A table whose checks are still to come cannot be altered.
  await client.query('set constraints all immediate');
  for (const [table, trigger] of [...repeated, ...kept]) await client.query(`alter table ${table} ${to} trigger ${trigger}`);
  await client.query('set constraints all deferred');
}

/** Makes the demonstration accounts, and who of them is in charge of which unit. Their password works nowhere else: nothing else makes them. */
async function loadAccounts(client: pg.Client): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword);
  const grants = demonstrationAccounts.flatMap((account) => account.grants.map((grant) => ({ account: account.name, ...grant })));
  await client.query(accountsSql, [JSON.stringify(demonstrationAccounts), passwordHash, JSON.stringify(grants)]);
  await client.query(supervisionsSql, [JSON.stringify(demonstrationSupervisions)]);
}

/**
 * Loads the six demonstration provinces and their accounts, all or nothing, once: a database that has them is left as it is.
 * COPY into staging tables, then inserts under the policies, then one statement that builds the counters.
 */
export async function loadDemonstration(options: { ownerUrl: string; log: (line: string) => void; now?: Date }): Promise<void> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local synchronous_commit = off; set local work_mem = '256MB'; set local temp_buffers = '256MB'; set local maintenance_work_mem = '256MB'; set local jit = off; set local default_statistics_target = 10; set local statement_timeout = 0; set local transaction_timeout = 0`);
    await client.query('select pg_advisory_xact_lock(20251105, 2)');
    const loaded = await client.query('select from account where is_demonstration limit 1');
    if (loaded.rowCount === 0) {
      await switchTriggers(client, 'disable');
      const restore = await dropDependents(client, filled);
      const records = await loadProvinces(client, await readRules(client), options);
      await buildCounters(client);
      await client.query(keptBesidePeopleSql);
      await restore();
      await loadRecords(client, records);
      await loadAccounts(client);
      // The checks that are still to come look for units below: without statistics they read all of them each time.
      await client.query('analyze placement');
      await switchTriggers(client, 'enable');
    }
    await client.query('commit');
    if (loaded.rowCount === 0) await analyze(client, options);
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ownerUrl = process.env['OWNER_DATABASE_URL'];
  if (!ownerUrl) throw new Error('OWNER_DATABASE_URL is needed.');
  await loadDemonstration({
    ownerUrl,
    log: (line) => {
      console.log(line);
    },
  });
}
