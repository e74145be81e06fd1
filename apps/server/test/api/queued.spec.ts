import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveUnit, postFacts } from '../../src/contexts/ledger/index.ts';
import { open, province, type OpenWorld } from '../world.ts';

/* Two functions run as the owner and tell a reader whether counters lack something: what they tell must not reach beyond its scope. */

const root = province('long-an');
const [north, south] = [root.district('bac'), root.district('nam')];
const [cell, other] = [north.grassrootsCell('chi-bo-1'), south.grassrootsCell('chi-bo-2')];
root.account('board@long-an', 'BOARD');
north.account('board@bac', 'BOARD');
south.account('board@nam', 'BOARD');
const [an, binh] = [cell.member('An'), other.member('Bình')];
const slices = { gender: 'F', ageBand: 'UNKNOWN', ethnicMinority: 'NO', religion: 'NO', youthUnion: 'NO', occupation: 'OTHER', enterpriseRelation: 'UNKNOWN', education: 'UNKNOWN' };

let world: OpenWorld;

beforeAll(async () => {
  world = await open(root);
});
afterAll(async () => await world.close());

/** What an account is told of some units, and of the whole. */
async function told(account: string, ...units: { id: string }[]): Promise<boolean[]> {
  return await world.write(account, async (transaction) => {
    const rows = await transaction.query<{ queued: boolean }>('select app.has_queued(id) as queued from unnest($1::uuid[]) with ordinality as asked (id, place) order by place', [units.map((unit) => unit.id)]);
    const [{ any } = { any: false }] = await transaction.query<{ any: boolean }>('select app.is_anything_queued() as any');
    return [...rows.map((row) => row.queued), any];
  });
}

async function leave(account: string, unit: { id: string }, personId: string, occurredOn: string): Promise<void> {
  const [posted] = await world.write(account, async (transaction) => await postFacts(transaction, [{ kind: 'LEFT', personId, unitId: unit.id, occurredOn, slices }]));
  expect(posted).toHaveProperty('eventId');
}

test('nothing is queued once all is folded', async () => {
  expect(await told('board@long-an', root, north, cell, south)).toEqual([false, false, false, false, false]);
});

test('an entry is queued for its unit and for all above it, and for no other', async () => {
  await leave('board@bac', cell, an.id, '2024-05-01');
  expect(await told('board@long-an', root, north, cell, south, other)).toEqual([true, true, true, false, false, true]);
  expect(await told('board@bac', north, cell)).toEqual([true, true, true]);
});

test('whoever is elsewhere is not told of a unit outside its scope, or above it', async () => {
  expect(await told('board@nam', south, other)).toEqual([false, false, true]);
  expect(await told('board@nam', root, north, cell)).toEqual([false, false, false, true]);
});

test('what was queued at a place that a unit has left is still queued for it, and for the parent that it left', async () => {
  const move = await world.write('board@long-an', async (transaction) => await moveUnit(transaction, { unitId: cell.id, newParentId: south.id, on: '2024-06-01' }));
  expect(move).toEqual({});
  expect(await told('board@bac', north)).toEqual([true, true]);
  expect(await told('board@nam', south, cell)).toEqual([true, true, true]);
  await world.owner.query('select app.compact(2147483647)');
  expect(await told('board@long-an', root, north, cell, south, other)).toEqual([false, false, false, false, false, false]);
  await leave('board@nam', other, binh.id, '2024-07-01');
  expect(await told('board@bac', north)).toEqual([false, true]);
  expect(await told('board@nam', south, cell, other)).toEqual([true, false, true, true]);
});

test('nobody is told nothing', async () => {
  const { rows } = await world.server.database.pool.query<{ queued: boolean }>('select app.has_queued($1) as queued', [root.id]);
  expect(rows).toEqual([{ queued: false }]);
});
