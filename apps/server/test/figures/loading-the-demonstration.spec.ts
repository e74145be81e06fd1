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

async function counts(): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, string>>(
    `select (select count(*) from account) as accounts, (select count(*) from access_grant) as grants, (select count(*) from unit) as units, (select count(*) from person) as people,
       (select count(*) from entry) as entries, (select count(*) from pending) as pending, (select count(*) from counter) as counters, (select count(*) from word_tally) as words`,
  );
  return Object.fromEntries(Object.entries(rows[0]!).map(([name, count]) => [name, Number(count)]));
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

test('a load that was interrupted begins anew, and one that is done is left as it is', async () => {
  const province = firstProvince();
  const before = await guards();
  await expect(load(untilThePowerFails(province))).rejects.toThrow('the power failed');
  const left = await counts();
  expect([left['grants'], left['people'], left['entries'], left['units']]).toEqual([0, 0, 0, province.units.length]);
  expect(await guards()).toBe(before);
  await load([province]);
  const done = await counts();
  expect([done['units'], done['people'], done['pending']]).toEqual([province.units.length, province.people.length + province.candidates.length, 0]);
  for (const kind of ['accounts', 'grants', 'entries', 'counters', 'words']) expect(done[kind], kind).toBeGreaterThan(0);
  expect(await guards()).toBe(before);
  await load(untilThePowerFails(province));
  expect(await counts()).toEqual(done);
});

test('nothing is loaded into a database that holds an account or a unit of its own', async () => {
  await owner.query(`insert into account (name, display_name, password_hash) values ('can-bo', 'Cán bộ', 'x')`);
  await expect(load([firstProvince()])).rejects.toMatchObject({ code: 'DEMONSTRATION_NEEDS_EMPTY' });
  await owner.query(`insert into account (name, display_name, password_hash, is_demonstration) values ('minh-hoa', 'Minh hoạ', 'x', true)`);
  await expect(load([firstProvince()])).rejects.toMatchObject({ code: 'DEMONSTRATION_NEEDS_EMPTY' });
  expect(await counts()).toMatchObject({ accounts: 2, units: 0 });
});
