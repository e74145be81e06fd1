import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDemonstration, type DemoProvince } from '@banyan/demo';
import { loadDemonstration } from '../../scripts/load-demo.ts';
import { freshDatabase, type FreshDatabase } from '../database.ts';

/*
 * The demonstration is loaded in several transactions. Whatever interrupts them, the next load makes the same of the database as one that
 * nothing interrupted; what is there is left as it is; and nothing is loaded beside what is not its own.
 */

let database: FreshDatabase;
let owner: pg.Client;

beforeEach(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await database.drop();
});

function firstProvince(): DemoProvince {
  for (const province of makeDemonstration('2026-11-20')) return province;
  throw new Error('no province');
}

function* untilThePowerFails(province: DemoProvince): Generator<DemoProvince> {
  yield province;
  throw new Error('the power failed');
}

const load = (provinces: Iterable<DemoProvince>) => loadDemonstration({ ownerUrl: database.ownerUrl, log: () => undefined, provinces });

/** How many rows each table has, and what those sum up that are sums themselves. */
async function counts(): Promise<Record<string, number>> {
  const { rows: tables } = await owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  const questions = tables.map(({ name }) => `select '${name}' as name, count(*)::int from ${name}`);
  const sums = ['tally', 'word_tally'].map((name) => `select 'sum of ${name}', sum(count)::int from ${name}`);
  const { rows } = await owner.query<{ name: string; count: number | null }>([...questions, ...sums].join(' union all '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count ?? 0]));
}

/** All that a bulk load takes away and puts back. */
async function guards(): Promise<string> {
  const { rows } = await owner.query<{ all: string }>(
    `select string_agg(one, E'\\n' order by one) as all from (
       select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as one from pg_constraint where connamespace = 'public'::regnamespace
       union all select indexdef from pg_indexes where schemaname = 'public'
       union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal) guard`,
  );
  return rows[0]!.all;
}

test('a load that was interrupted begins anew, wherever it was, and one that is done is left as it is', { timeout: 120_000 }, async () => {
  const province = firstProvince();
  const before = await guards();
  await expect(load(untilThePowerFails(province))).rejects.toThrow('the power failed');
  expect(await counts()).toMatchObject({ access_grant: 0, person: 0, entry: 0, unit: province.units.length });
  expect(await guards()).toBe(before);
  await load([province]);
  const done = await counts();
  expect(done).toMatchObject({ unit: province.units.length, person: province.people.length + province.candidates.length, pending: 0 });
  for (const table of ['account', 'access_grant', 'entry', 'counter', 'slice_counter', 'word_tally']) expect(done[table], table).toBeGreaterThan(0);
  await load(untilThePowerFails(province));
  expect(await counts()).toEqual(done);
  // As if it had been interrupted at its end, with all but the grants there.
  await owner.query('truncate access_grant, supervision cascade');
  // A load whose connections are lost, at work or idle, fails like one that fails by itself.
  const cut = () => void owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
  await expect(loadDemonstration({ ownerUrl: database.ownerUrl, log: cut, provinces: [province] })).rejects.toThrow(/connection/i);
  expect(await counts()).toMatchObject({ access_grant: 0, person: 0, name_word: 0, 'sum of tally': 0 });
  await load([province]);
  expect(await counts()).toEqual(done);
  expect(await guards()).toBe(before);
});

test('nothing is loaded into a database that holds an account or a unit of its own', async () => {
  const refusal = { code: 'DEMONSTRATION_NEEDS_EMPTY' };
  const addAccount = async (name: string, isDemonstration: boolean) => await owner.query(`insert into account (name, display_name, password_hash, is_demonstration) values ($1, $1, 'x', $2)`, [name, isDemonstration]);
  await addAccount('can-bo', false);
  await expect(load([firstProvince()])).rejects.toMatchObject(refusal);
  await addAccount('minh-hoa', true);
  await expect(load([firstProvince()])).rejects.toMatchObject(refusal);
  await owner.query(`delete from account where name = 'can-bo'`);
  // Units that somebody brought in beside what an interrupted load had left.
  await owner.query(
    `begin;
     insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on) select '01900000-0000-7000-8000-000000000001', 'tinh-khac', configuration, code, 'Đảng bộ tỉnh khác', 0, lo, lo + app.interval_width(0) - 1, '2000-01-01'
       from unit_kind, app.next_position(null, null, 0) as lo where may_be_root order by valid_from limit 1;
     insert into unit_name (unit_id, position, name, valid) select id, lo, name, daterange(founded_on, null) from unit;
     insert into placement (unit_id, position, valid, lo, hi, ancestors) select id, lo, daterange(founded_on, null), lo, hi, array[id] from unit;
     insert into unit_profile (unit_id, position, valid, unit_type) select id, lo, daterange(founded_on, null), 'UNKNOWN' from unit;
     commit`,
  );
  await expect(load([firstProvince()])).rejects.toMatchObject(refusal);
  await owner.query('delete from account');
  await expect(load([firstProvince()])).rejects.toMatchObject(refusal);
  expect(await counts()).toMatchObject({ account: 0, unit: 1, unit_name: 1 });
});
