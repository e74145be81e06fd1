import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { closeUnit, mergeUnits, moveUnit, postFacts, reverseEvent } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld, type UnitBuilder } from '../world.ts';
import { candidate, change, told, walk, type Told } from './candidacy-support.ts';

const slices = { gender: 'F', ageBand: 'AGE_18_30', ethnicMinority: 'NO', religion: 'NO', youthUnion: 'YES', occupation: 'FARMER', enterpriseRelation: 'NOT_APPLICABLE', education: 'UPPER_SECONDARY' };
const board = 'board@tinh';

let world: OpenWorld;
afterEach(async () => {
  await world.close();
});

function tree() {
  const root = province('tinh').account(board, 'BOARD').account('staff', 'STAFF');
  const east = root.district('dong');
  const west = root.district('tay');
  const commune = east.commune('xa');
  const cell = commune.cell('mot');
  cell.member('Nguyễn Thị Một');
  cell.member('Trần Văn Hai');
  return { root, east, west, commune, cell };
}

async function members(unit: UnitBuilder, on: string, view = 'AS_IT_WAS'): Promise<number> {
  const data = await world.data<{ unit: { rollup: { members: { value: number } } } }>(board, `{ unit(code: "${unit.code}") { rollup(period: "${on}/${on}", view: ${view}, asOf: "${on}") { members { value } } } }`);
  return data.unit.rollup.members.value;
}

describe('a unit that moved', () => {
  test('takes its members along from that day on', async () => {
    const { root, east, west, commune } = tree();
    world = await open(root);
    expect(await world.write(board, async (transaction) => await moveUnit(transaction, { unitId: commune.id, newParentId: west.id, on: '2020-01-01' }))).toEqual({});
    expect([await members(root, '2020-06-01'), await members(east, '2020-06-01'), await members(west, '2020-06-01')]).toEqual([2, 0, 2]);
    expect([await members(root, '2019-06-01'), await members(east, '2019-06-01'), await members(west, '2019-06-01')]).toEqual([2, 2, 0]);
  });

  test('shows its past to its new district also while that is queued at the old place', async () => {
    const { root, west, commune, cell } = tree();
    west.account('board@tay', 'BOARD');
    world = await open(root);
    await world.write(board, async (transaction) => await postFacts(transaction, [{ kind: 'ADMITTED', personId: randomUUID(), unitId: cell.id, occurredOn: '2019-05-01', slices }]));
    await world.write(board, async (transaction) => await moveUnit(transaction, { unitId: commune.id, newParentId: west.id, on: '2020-01-01' }));
    const asked = '{ unit(code: "' + commune.code + '") { rollup(period: "2019", asOf: "2019-06-01") { members { value by(dimension: GENDER) { base } } } } }';
    const seen = async () => await world.data<{ unit: { rollup: { members: { value: number; by: { base: number } } } } }>('board@tay', asked);
    // What the move itself posted at the new place is folded first.
    const { rows } = await world.owner.query<{ entry_id: string; position: string }>(`delete from pending where entry_id in (select id from entry where occurred_on = '2019-05-01') returning entry_id, position`);
    await world.owner.query('select app.compact()');
    await world.owner.query('insert into pending select * from unnest($1::uuid[], $2::bigint[])', [rows.map((row) => row.entry_id), rows.map((row) => row.position)]);
    const queued = await seen();
    await world.owner.query('select app.compact()');
    expect(queued).toEqual({ unit: { rollup: { members: { value: 3, by: { base: 3 } } } } });
    expect(await seen()).toEqual(queued);
  });

  test('refuses an admission recorded afterwards for a day before it: nothing would carry the member along', async () => {
    const { root, west, commune, cell } = tree();
    world = await open(root);
    await world.write(board, async (transaction) => await moveUnit(transaction, { unitId: commune.id, newParentId: west.id, on: '2020-01-01' }));
    const admitted = (occurredOn: string) => [{ kind: 'ADMITTED' as const, personId: randomUUID(), unitId: cell.id, occurredOn, slices }];
    const post = async (occurredOn: string) => await world.write(board, async (transaction) => await postFacts(transaction, admitted(occurredOn)));
    expect(await post('2019-05-01')).toEqual([{ refused: 'BEFORE_A_REORGANISATION' }]);
    expect(await members(root, '2020-06-01')).toBe(2);
    expect((await post('2020-05-01'))[0]).toHaveProperty('eventId');
  });

  test('keeps what it followed: an admission before it is not reversed under it', async () => {
    const { root, west, commune, cell } = tree();
    world = await open(root);
    const posted = await world.write(board, async (transaction) => await postFacts(transaction, [{ kind: 'ADMITTED', personId: randomUUID(), unitId: cell.id, occurredOn: '2019-05-01', slices }]));
    if ('refused' in posted[0]!) throw new Error('refused');
    const { eventId } = posted[0]!;
    await world.write(board, async (transaction) => await moveUnit(transaction, { unitId: commune.id, newParentId: west.id, on: '2020-01-01' }));
    expect(await members(west, '2020-06-01')).toBe(3);
    const reversed = await world.write(board, async (transaction) => await reverseEvent(transaction, { eventId }));
    expect(reversed).toEqual({ refused: 'FOLLOWED' });
    expect([await members(root, '2020-06-01'), await members(west, '2020-06-01')]).toEqual([3, 3]);
  });
});

describe('a unit that was merged', () => {
  test('gives its members to the successor, which counts them by its own type', async () => {
    const { root, commune, cell } = tree();
    const other = commune.child('CELL', 'hai', { unitType: 'SCHOOL' });
    world = await open(root);
    expect(await world.write(board, async (transaction) => await mergeUnits(transaction, { unitIds: [cell.id, cell.id], successorId: other.id, on: '2020-01-01' }))).toEqual({});
    const data = await world.data<{ unit: { rollup: { members: { by: { slices: { key: string; value: number }[] } } } } }>(board, `{ unit(code: "${commune.code}") { rollup(period: "2020") { members { by(dimension: UNIT_TYPE) { slices { key value } } } } } }`);
    expect(data.unit.rollup.members.by.slices.filter((slice) => slice.value !== 0)).toEqual([{ key: 'SCHOOL', value: 2 }]);
  });

  test('shows its people at the successor', async () => {
    const { root, commune, cell } = tree();
    const other = commune.cell('hai');
    world = await open(root);
    await world.write(board, async (transaction) => await mergeUnits(transaction, { unitIds: [cell.id], successorId: other.id, on: '2020-01-01' }));
    const data = await world.data<{ people: { nodes: { unit: { code: string } }[] } }>(board, '{ people(first: 10) { nodes { unit { code } } } }');
    expect(data.people.nodes.map((person) => person.unit.code)).toEqual([other.code, other.code]);
  });
});

describe('a unit that was closed without a successor', () => {
  test('stays in the restated past of the unit above, also where that has moved since', async () => {
    const { root, east, west, commune } = tree();
    const empty = commune.cell('trong');
    const gone = empty.person('Lê Văn Ba').happens('ADMITTED', '2018-03-01').happens('LEFT', '2018-09-01');
    world = await open(root);
    expect(gone.id).not.toBe('');
    expect(await world.write(board, async (transaction) => await closeUnit(transaction, { unitId: empty.id, on: '2019-01-01', successorIds: [] }))).toEqual({});
    const admitted = async () => (await world.data<{ unit: { rollup: { admitted: { value: number } } } }>(board, `{ unit(code: "${commune.code}") { rollup(period: "2018", view: AS_IT_IS_NOW) { admitted { value } } } }`)).unit.rollup.admitted.value;
    expect(await admitted()).toBe(1);
    await world.write(board, async (transaction) => await moveUnit(transaction, { unitId: commune.id, newParentId: west.id, on: '2020-01-01' }));
    expect(await admitted()).toBe(1);
    expect([await members(root, '2018-06-01', 'AS_IT_IS_NOW'), await members(east, '2018-06-01', 'AS_IT_IS_NOW'), await members(west, '2018-06-01')]).toEqual([3, 3, 0]);
  });
});

test('a unit where somebody is on the way to membership is not closed; one where all of them have stopped is, and their file can still be read', async () => {
  const { root, commune } = tree();
  const empty = commune.cell('trong');
  world = await open(root);
  const on = await candidate(world, 'staff', opaque('Unit', empty.id), { on: '2018-03-01' });
  const close = async () => await world.write(board, async (transaction) => await closeUnit(transaction, { unitId: empty.id, on: '2019-01-01', successorIds: [] }));
  expect(await close()).toEqual({ refused: 'HAS_CANDIDATES' });
  const stopped = await walk(world, 'staff', on, [['DROPPED', '2018-06-01', { reason: 'Chuyển đi nơi khác' }]]);
  expect(await close()).toEqual({});
  const read = (await world.data<{ candidacy: Told }>(board, `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id: on.id })).candidacy;
  expect([read.state, read.steps]).toEqual(['DROPPED', []]);
  expect((await change(world, 'staff', 'undoStep', { candidacy: on.id, step: stopped.timeline.at(-1)!.id, expectedVersion: stopped.version, reason: 'x' })).code).toBe('UNIT_CLOSED');
});
