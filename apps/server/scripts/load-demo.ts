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
import { writeHalves, writeUnits, type WrittenHalves } from './load-demo-rows.ts';
import {
  accountsSql, candidaciesSql, entriesSql, factsSql, grantsSql, keptBesidePeopleSql, ledgerStagingSql, lettersSql, peopleSql, peopleStagingSql, slicesStagingSql, supervisionsSql, targetsSql, unitsSql, unitStagingSql,
} from './load-demo-sql.ts';

/** A connection that loads: without waiting for the disk, with room to sort, for as long as it takes. */
async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Of a connection that is lost the next statement on it tells.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`set synchronous_commit = off; set work_mem = '256MB'; set temp_buffers = '256MB'; set maintenance_work_mem = '256MB'; set jit = off; set statement_timeout = 0; set lock_timeout = 0; set transaction_timeout = 0; set idle_in_transaction_session_timeout = 0`);
  return client;
}

/** A part of the work that the database does on its own connection. */
class Lane {
  readonly client: pg.Client;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(client: pg.Client) {
    this.client = client;
  }

  /** Stages rows for the work that comes next. */
  async stage(sql: string, staged: readonly Written[]): Promise<void> {
    await this.client.query(sql);
    for (const written of staged) await send(this.client, written);
  }

  /** Sets the database to work and does not wait for it. */
  begin(sql: string): void {
    this.#underWay = this.client.query(sql);
    // Whoever waits for it hears of a failure; until then it is nobody's unhandled rejection.
    this.#underWay.catch(() => undefined);
  }

  /** Waits until the work that was begun is done. */
  async settled(): Promise<void> {
    await this.#underWay;
  }
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

/** Sets the database to work on the units of a province, on which the rows of both other lanes hang: in a transaction of its own, so that they see them. */
async function loadUnits(lane: Lane, province: DemoProvince): Promise<void> {
  await lane.stage(`begin; ${unitStagingSql}`, writeUnits(province));
  lane.begin(
    `${withoutTriggers(repeated)} analyze demo_unit (code); ${unitsSql(province.configuration, province.lastDataOn)} analyze unit, placement, unit_name, unit_profile; ${withTriggersAgain(repeated)} commit`,
  );
}

/** What one lane does of all provinces in one transaction. */
interface Half {
  /** Stages what is its own of a province, once that before is done, and sets the database to work on it. */
  load(province: DemoProvince, written: WrittenHalves): Promise<void>;
  /** Ends the transaction, and leaves statistics behind, so that the first reads are planned like the later ones. */
  finish(): Promise<void>;
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
async function beginPeople(lane: Lane, records: readonly DemoRecords[]): Promise<Half> {
  const { client } = lane;
  await client.query(`begin; ${withoutTriggers(keptBeside)}`);
  const restore = await dropDependents(client, { tables: peopleTables, keyed: [] });
  return {
    load: async ({ rootCode }, { people }) => {
      await lane.settled();
      await lane.stage(peopleStagingSql(rootCode), people);
      lane.begin(`analyze demo_place, demo_person (key), demo_candidacy (person_key); ${peopleSql} ${candidaciesSql} ${lettersSql} ${targetsSql}`);
    },
    finish: async () => {
      await lane.settled();
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

/**
 * Loads the ledger, then folds all entries at once, when no compactor does. Not by a whole pass of the compactor, which would wait for the
 * tallies that the other half builds. Without statistics of the entries the planner would take the way for far more.
 */
async function beginLedger(lane: Lane): Promise<Half> {
  const { client } = lane;
  await client.query('begin');
  const restore = await dropDependents(client, { tables: ledgerTables, keyed: counters });
  await client.query(slicesStagingSql);
  return {
    load: async ({ rootCode }, { ledger }) => {
      await lane.settled();
      await lane.stage(ledgerStagingSql(rootCode), ledger);
      lane.begin(`analyze demo_place, demo_founding, demo_fact (kind); ${factsSql} ${entriesSql}`);
    },
    finish: async () => {
      await lane.settled();
      await client.query('set local default_statistics_target = 10; analyze entry (id, position_then, other_then, measure, occurred_on, subject_kind), entry_sensitive (entry_id), pending');
      await client.query('select pg_advisory_xact_lock(20251105, 1)');
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

/** The codes of the provinces of the demonstration: some account acts in each. */
const roots = new Set(demonstrationAccounts.flatMap(({ grants }) => grants.map(({ unitCode }) => unitCode.split('.')[0])));

/** Whether the demonstration is there: its accounts come first and their grants last. */
async function isLoaded(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select from account a join access_grant g on g.account_id = a.id where a.is_demonstration limit 1');
  return rowCount !== 0;
}

/**
 * Makes room: accounts without a grant, and units with or without what belongs to them, are what an interrupted load left, and are cleared
 * away. A database that holds anything else is refused, because the password of the demonstration is known to everybody.
 */
async function makeRoom(client: pg.Client): Promise<void> {
  await client.query('begin; lock table account, unit in share row exclusive mode');
  const { rows: [found] } = await client.query<{ used: boolean }>(
    `select exists (select from account where not is_demonstration) or exists (select from unit where depth = 0 and code <> all ($1::text[]))
       or (exists (select from unit) and not exists (select from account)) as used`,
    [[...roots]],
  );
  if (found?.used === true) {
    await client.query('rollback');
    throw new StartUpRefusal('DEMONSTRATION_NEEDS_EMPTY');
  }
  await client.query(`truncate ${['unit', 'account', ...peopleTables, ...ledgerTables].join(', ')} cascade; commit`);
}

/**
 * Loads the six demonstration provinces and their accounts, once: a database that has them is left as it is, and one in which a load was
 * interrupted begins anew. COPY into staging tables, then inserts under the policies, then one statement that builds the counters. Two
 * connections insert side by side, as there are two cores, and a third goes before them with the units. Fails with a StartUpRefusal.
 */
export async function loadDemonstration({ ownerUrl, log, now = new Date(), provinces = makeDemonstration(dayInVietNam(now)) }: {
  readonly ownerUrl: string;
  readonly log: (line: string) => void;
  readonly now?: Date;
  readonly provinces?: Iterable<DemoProvince>;
}): Promise<void> {
  const clients: pg.Client[] = [];
  const open = async () => {
    const client = await connect(ownerUrl);
    clients.push(client);
    return new Lane(client);
  };
  try {
    const units = await open();
    // One load at a time: whoever comes second finds it done.
    await units.client.query('select pg_advisory_lock(20251105, 2)');
    if (await isLoaded(units.client)) return;
    await makeRoom(units.client);
    await units.client.query(accountsSql, [JSON.stringify(demonstrationAccounts), await hashPassword(demonstrationPassword)]);
    const rules = await readRules(units.client);
    const slices = new Map<DemoSlices, number>();
    const records: DemoRecords[] = [];
    const halves = [await beginPeople(await open(), records), await beginLedger(await open())];
    for (const province of provinces) {
      await loadUnits(units, province);
      const written = writeHalves(province, rules, slices);
      records.push(province.records);
      await units.settled();
      await Promise.all(halves.map((half) => half.load(province, written)));
      log(`  ${province.rootCode}: ${province.units.length} units, ${province.people.length} people, ${province.candidacies.length} candidacies`);
    }
    await Promise.all(halves.map((half) => half.finish()));
    await grant(units.client);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function run(): Promise<void> {
  const ownerUrl = process.env['OWNER_DATABASE_URL'];
  if (!ownerUrl) throw new Error('OWNER_DATABASE_URL is needed.');
  await loadDemonstration({ ownerUrl, log: (line) => { console.log(line); } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  run().catch((error: unknown) => {
    console.error(error instanceof StartUpRefusal ? `${error.sentence.vi}\n${error.sentence.en}` : error);
    process.exitCode = 1;
  });
}
