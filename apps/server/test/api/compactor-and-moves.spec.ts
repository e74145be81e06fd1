import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveUnit, postFacts } from '../../src/contexts/ledger/index.ts';
import { open, province, type OpenWorld } from '../world.ts';

/* A counter carries the place of its unit: the compactor and a change of places take turns, whichever comes first. */

const root = province('long-an');
const [north, south] = [root.district('bac'), root.district('nam')];
const cell = north.grassrootsCell('chi-bo-1');
root.account('board@long-an', 'BOARD');
const an = cell.member('An');
const binh = cell.member('Bình');
const slices = { gender: 'F', ageBand: 'UNKNOWN', ethnicMinority: 'NO', religion: 'NO', youthUnion: 'NO', occupation: 'OTHER', enterpriseRelation: 'UNKNOWN', education: 'UNKNOWN' };

let world: OpenWorld;
let compactor: pg.Client;

beforeAll(async () => {
  world = await open(root);
  compactor = new pg.Client(world.database.appUrl);
  await compactor.connect();
});
afterAll(async () => {
  await compactor.end();
  await world.close();
});

async function fold(): Promise<number> {
  const { rows } = await compactor.query<{ folded: number }>('select app.compact() as folded');
  return rows[0]!.folded;
}

async function leave(personId: string, occurredOn: string): Promise<void> {
  const [posted] = await world.write('board@long-an', async (transaction) => await postFacts(transaction, [{ kind: 'LEFT', personId, unitId: cell.id, occurredOn, slices }]));
  expect(posted).toHaveProperty('eventId');
}

/** How many counters lie elsewhere than their unit, and how many there are. */
async function counters(): Promise<{ astray: number; all: number }> {
  const { rows } = await world.owner.query<{ astray: number; all: number }>(
    `select count(*) filter (where c.position <> u.lo)::int as astray, count(*)::int as all
     from (select unit_id, position from counter union all select unit_id, position from slice_counter) c join unit u on u.id = c.unit_id`,
  );
  return rows[0]!;
}

test('while a unit is moved nothing is counted, and after it everything at once', async () => {
  await leave(an.id, '2024-05-01');
  await world.write('board@long-an', async (transaction) => {
    expect(await moveUnit(transaction, { unitId: cell.id, newParentId: south.id, on: '2024-06-01' })).toEqual({});
    expect(await fold()).toBe(0);
  });
  expect(await fold()).toBeGreaterThan(0);
  expect(await counters()).toEqual({ astray: 0, all: expect.toSatisfy((all: number) => all > 0) });
});

test('a unit waits for the pass that is under way, and its new counters come along', async () => {
  await leave(binh.id, '2024-06-15');
  await compactor.query('begin');
  expect(await fold()).toBeGreaterThan(0);
  const move = world.write('board@long-an', async (transaction) => await moveUnit(transaction, { unitId: cell.id, newParentId: north.id, on: '2024-07-01' }));
  await expect
    .poll(async () => (await world.owner.query(`select from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted`)).rowCount)
    .toBe(1);
  await compactor.query('commit');
  expect(await move).toEqual({});
  await fold();
  expect(await counters()).toEqual({ astray: 0, all: expect.toSatisfy((all: number) => all > 0) });
});
