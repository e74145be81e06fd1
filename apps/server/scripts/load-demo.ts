import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { demonstrationAccounts, demonstrationPassword, demonstrationSupervisions, makeDemonstration, type DemoProvince, type DemoRecords, type DemoSlices } from '@banyan/demo';
import { hashPassword } from '../src/contexts/access/index.ts';
import { dayInVietNam } from '../src/kernel/day.ts';
import { StartUpRefusal } from '../src/platform/start-up-refusal.ts';
import { dropDependents, withoutTriggers, withTriggersAgain, type Triggers } from './bulk-load.ts';
import { send, type Written } from './copy.ts';
import { readRules } from './load-demo-candidacies.ts';
import { loadRecords } from './load-demo-records.ts';
import { writeHalves, writeUnits } from './load-demo-rows.ts';
import {
  accountsSql, candidaciesSql, entriesSql, factsSql, grantsSql, keptBesidePeopleSql, ledgerStagingSql, lettersSql, peopleSql, peopleStagingSql, slicesStagingSql, supervisionsSql, targetsSql, unitsSql, unitStagingSql,
} from './load-demo-sql.ts';

/** A connection that loads: without waiting for the disk, with room to sort, for as long as it takes. */
async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`set synchronous_commit = off; set work_mem = '256MB'; set temp_buffers = '256MB'; set maintenance_work_mem = '256MB'; set jit = off; set statement_timeout = 0; set transaction_timeout = 0`);
  return client;
}

/** Work that the database was set to. Whoever waits for it hears of a failure; until then it is nobody's unhandled rejection. */
function underWay(client: pg.Client, sql: string): { done: Promise<unknown> } {
  const done = client.query(sql);
  done.catch(() => undefined);
  return { done };
}

/** A part of the work that the database does on its own connection, in one transaction. */
interface Half {
  /** Stages what is its own of a province, and sets the database to work on it. */
  load(province: DemoProvince, staged: readonly Written[]): Promise<{ done: Promise<unknown> }>;
  /** Ends the transaction, and leaves statistics behind, so that the first reads are planned like the later ones. */
  finish(): Promise<void>;
}

async function stage(client: pg.Client, sql: string, staged: readonly Written[]): Promise<void> {
  await client.query(sql);
  for (const written of staged) await send(client, written);
}

/**
 * Checks that ask of a new unit's name, place and profile what the check of the new unit itself asks of all of them together. Every unit
 * of a load is new, so they are switched off for it.
 */
const repeated: Triggers = [
  ['unit_name', 'unit_name_no_gap'],
  ['placement', 'placement_no_gap'],
  ['placement', 'placement_interval_is_latest'],
  ['unit_profile', 'unit_profile_no_gap'],
];

/** Sets the database to work on the units of a province, on which the rows of both halves hang: in a transaction of its own, so that they see them. */
async function loadUnits(client: pg.Client, province: DemoProvince): Promise<{ done: Promise<unknown> }> {
  await stage(client, `begin; ${unitStagingSql}`, writeUnits(province));
  return underWay(
    client,
    `${withoutTriggers(repeated)} analyze demo_unit (code); ${unitsSql(province.configuration, province.lastDataOn)} analyze unit, placement, unit_name, unit_profile; ${withTriggersAgain(repeated)} commit`,
  );
}

/** What is kept beside people, row by row: for a load it is built at once, from all of them. */
const keptBeside: Triggers = [
  ['person', 'person_tallied'],
  ['person', 'person_words'],
  ['candidacy', 'candidacy_tallied'],
  ['candidacy', 'candidacy_words'],
  ['name_word', 'name_word_tallied'],
];
const peopleTables = ['person', 'person_sensitive', 'candidacy', 'candidacy_step', 'paper', 'participant', 'tally', 'name_word', 'word_tally'];

/** Loads people, their candidacies and letters, and what their units set out to do and keep. */
async function beginPeople(client: pg.Client, records: readonly DemoRecords[]): Promise<Half> {
  await client.query(`begin; ${withoutTriggers(keptBeside)}`);
  const restore = await dropDependents(client, { tables: peopleTables, keyed: [] });
  return {
    load: async ({ rootCode }, staged) => {
      await stage(client, peopleStagingSql(rootCode), staged);
      return underWay(client, `analyze demo_place, demo_person (key), demo_candidacy (person_key); ${peopleSql} ${candidaciesSql} ${lettersSql} ${targetsSql}`);
    },
    finish: async () => {
      await client.query(keptBesidePeopleSql);
      await restore();
      await loadRecords(client, records);
      await client.query(`${withTriggersAgain(keptBeside)} commit`);
      await client.query(
        `analyze ${peopleTables.join(', ')}, transfer, transfer_receiver, target, target_version, allocation, document, plan, plan_item, plan_item_check, obstacle, inspection, reminder, locality`,
      );
    },
  };
}

/** The compactor adds to counters by their key. */
const counters = ['counter', 'slice_counter'];
const ledgerTables = ['entry', 'entry_sensitive', 'pending', ...counters];

/** Loads the ledger, then folds all entries at once. Without statistics of them the planner would take the way for far more. */
async function beginLedger(client: pg.Client): Promise<Half> {
  await client.query('begin');
  const restore = await dropDependents(client, { tables: ledgerTables, keyed: counters });
  await client.query(slicesStagingSql);
  return {
    load: async ({ rootCode }, staged) => {
      await stage(client, ledgerStagingSql(rootCode), staged);
      return underWay(client, `analyze demo_place, demo_founding, demo_fact (kind); ${factsSql} ${entriesSql}`);
    },
    finish: async () => {
      await client.query('set local default_statistics_target = 10; analyze entry (id, position_then, other_then, measure, occurred_on, subject_kind), entry_sensitive (entry_id), pending');
      await client.query('select app.fold_entries(2147483647)');
      await restore();
      await client.query('commit');
      await client.query(`analyze ${ledgerTables.join(', ')}`);
    },
  };
}

/** Makes the grants of the demonstration accounts, and who of them is in charge of which unit: with them the demonstration is there. */
async function grant(client: pg.Client): Promise<void> {
  const grants = demonstrationAccounts.flatMap((account) => account.grants.map((one) => ({ account: account.name, ...one })));
  await client.query('begin');
  await client.query(grantsSql, [JSON.stringify(grants)]);
  await client.query(supervisionsSql, [JSON.stringify(demonstrationSupervisions)]);
  await client.query('commit');
  await client.query('analyze unit, unit_name, unit_profile, unit_stub, placement, term, account, access_grant, supervision');
}

/**
 * Whether the demonstration is there. Its accounts come first and their grants last: accounts without any are what an interrupted load left,
 * which is cleared away. A database that holds anything else is refused, because the password of the demonstration is known to everybody.
 */
async function isThere(client: pg.Client): Promise<boolean> {
  const { rows: [found] } = await client.query<{ done: boolean; begun: boolean; used: boolean }>(
    `select exists (select from account a join access_grant g on g.account_id = a.id where a.is_demonstration) as done, exists (select from account where is_demonstration) as begun,
       exists (select from account where not is_demonstration) or not exists (select from account) and exists (select from unit) as used`,
  );
  if (found?.done === true) return true;
  if (found?.used === true) throw new StartUpRefusal('DEMONSTRATION_NEEDS_EMPTY');
  if (found?.begun === true) await client.query('truncate unit, account cascade');
  return false;
}

/**
 * Loads the six demonstration provinces and their accounts, once: a database that has them is left as it is, and one in which a load was
 * interrupted begins anew. COPY into staging tables, then inserts under the policies, then one statement that builds the counters. Two
 * connections insert side by side, as there are two cores, while the next province is made here. Fails with a StartUpRefusal.
 */
export async function loadDemonstration({ ownerUrl, log, now = new Date(), provinces = makeDemonstration(dayInVietNam(now)) }: {
  readonly ownerUrl: string;
  readonly log: (line: string) => void;
  readonly now?: Date;
  readonly provinces?: Iterable<DemoProvince>;
}): Promise<void> {
  const clients = await Promise.all([connect(ownerUrl), connect(ownerUrl), connect(ownerUrl)]);
  const [units, forPeople, forLedger] = clients;
  try {
    // One load at a time: whoever comes second finds it done.
    await units.query('select pg_advisory_lock(20251105, 2)');
    if (await isThere(units)) return;
    await units.query(accountsSql, [JSON.stringify(demonstrationAccounts), await hashPassword(demonstrationPassword)]);
    const rules = await readRules(units);
    const slices = new Map<DemoSlices, number>();
    const records: DemoRecords[] = [];
    const [people, ledger] = await Promise.all([beginPeople(forPeople, records), beginLedger(forLedger)]);
    let inserted: readonly { done: Promise<unknown> }[] = [];
    for (const province of provinces) {
      const placed = await loadUnits(units, province);
      const written = writeHalves(province, rules, slices);
      records.push(province.records);
      await Promise.all([placed, ...inserted].map(({ done }) => done));
      inserted = await Promise.all([people.load(province, written.people), ledger.load(province, written.ledger)]);
      log(`  ${province.rootCode}: ${province.units.length} units, ${province.people.length} people, ${province.candidacies.length} candidacies`);
    }
    await Promise.all([people, ledger].map(async (half, index) => {
      await inserted[index]?.done;
      await half.finish();
    }));
    await grant(units);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
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
