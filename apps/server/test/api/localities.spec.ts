import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { plusDays } from '../worlds/days.ts';
import { changeRecord, changeText, localitiesOf, type Change, type Outcome, type ToldLocality } from './record-support.ts';
import { statementsOf } from './statement-support.ts';

/* Hamlets and quarters of units, and what the watch list of places makes of them. */

let world: OpenWorld;
const unit = { district: '', commune: '', second: '', cell: '', other: '' };

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('observer', 'OBSERVER').account('auditor', 'AUDITOR');
  const commune = district.commune('c').account('clerk', 'SECRETARY');
  const second = district.commune('c2').account('neighbour', 'SECRETARY');
  const cell = commune.cell('1').account('secretary', 'SECRETARY');
  const other = tree.district('e').account('far', 'STAFF');
  Object.assign(unit, Object.fromEntries(Object.entries({ district, commune, second, cell, other }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('delete from locality');
});

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const ago = (days: number) => plusDays(today, -days);
const enter = async (account: string, more: object = {}): Promise<Outcome<ToldLocality>> =>
  await changeRecord<ToldLocality>(world, account, 'recordLocality', { unit: unit.commune, name: 'Thôn 1', since: '2015-01-01', ownCellSince: '2016-01-01', memberSince: '2015-06-01', idempotencyKey: randomUUID(), ...more });
const names = async (account: string, at = unit.commune) => (await localitiesOf(world, account, at))?.localities.map(({ name }) => name);
const places = async (gap = 'WITHOUT_CELL') => {
  const { watchCounts } = await world.data<{ watchCounts: { list: string; count: number; base: number; othersPercent: number | null }[] }>('staff', 'query($gap: PlaceGap!) { watchCounts(parameters: { places: $gap }) { list count base othersPercent } }', { gap });
  const { count, base, othersPercent } = watchCounts.find(({ list }) => list === 'PLACES')!;
  return [count, base, othersPercent];
};

describe('a hamlet', () => {
  test('is entered by those who do the daily work of its unit, and is on the watch list as long as it has no cell', async () => {
    const { record: own } = await enter('clerk');
    expect(own).toMatchObject({ version: 1, name: 'Thôn 1', ownCellSince: '2016-01-01', sharedCellSince: null, endedOn: null, recordedBy: 'clerk', viewerCanChange: true, localityUnit: { code: 'p.d.c' } });
    const { record: bare } = await enter('staff', { name: 'Thôn 2', ownCellSince: null, memberSince: null });
    expect([await places(), await places('WITHOUT_MEMBER')]).toEqual([[1, 2, 50], [1, 2, 50]]);
    const shared = { locality: bare!.id, expectedVersion: 1, name: 'Thôn 2', since: '2015-01-01', sharedCellSince: ago(1), memberSince: ago(1) };
    expect((await changeRecord(world, 'clerk', 'changeLocality', shared)).record).toMatchObject({ version: 2, sharedCellSince: ago(1), ownCellSince: null });
    expect([await places(), await places('WITHOUT_MEMBER'), await places('SHARED_CELL')]).toEqual([[0, 2, 100], [0, 2, 100], [1, 2, 50]]);
  });

  test('stands in the order of the names, seen by whoever works with people there, and kept by few of them', async () => {
    for (const name of ['Thôn 10', 'Thôn 2', 'Bản Nà Lò']) await enter('clerk', { name });
    for (const account of ['all', 'staff', 'clerk', 'board']) expect(await names(account), account).toEqual(['Bản Nà Lò', 'Thôn 2', 'Thôn 10']);
    const may = async (account: string) => (await localitiesOf(world, account, unit.commune))?.viewerCanKeepLocalities;
    expect([await may('staff'), await may('clerk'), await may('board'), await may('far')]).toEqual([true, true, false, undefined]);
    expect((await localitiesOf(world, 'board', unit.commune))?.viewerCannotKeepLocalitiesBecause).toBe('FORBIDDEN_FOR_ROLE');
    expect((await localitiesOf(world, 'board', unit.commune))?.localities[0]?.viewerCanChange).toBe(false);
    for (const account of ['observer', 'auditor', 'admin']) {
      const { errors } = await world.ask(account, 'query($id: ID!) { unit(id: $id) { localities { name } } }', { id: unit.commune });
      expect(errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
      const { unit: asked } = await world.data<{ unit: object }>(account, 'query($id: ID!) { unit(id: $id) { viewerCanKeepLocalities viewerCannotKeepLocalitiesBecause } }', { id: unit.commune });
      expect(asked, account).toEqual({ viewerCanKeepLocalities: false, viewerCannotKeepLocalitiesBecause: 'FORBIDDEN_FOR_ROLE' });
    }
  });

  test('is entered once for a key', async () => {
    const idempotencyKey = randomUUID();
    const [first, again] = [await enter('clerk', { idempotencyKey }), await enter('clerk', { idempotencyKey })];
    expect(again.record?.id).toBe(first.record!.id);
    expect(await enter('clerk', { idempotencyKey, name: 'Thôn 9' })).toMatchObject({ code: 'KEY_USED_OTHERWISE' });
    expect(await names('clerk')).toEqual(['Thôn 1']);
  });

  test.each<[string, string, () => object, object]>([
    ['of a unit outside', 'staff', () => ({ unit: unit.other }), { code: 'NOT_FOUND', field: 'unit' }],
    ['of a unit beside', 'clerk', () => ({ unit: unit.second }), { code: 'NOT_FOUND', field: 'unit' }],
    ['of a unit above', 'secretary', () => ({ unit: unit.commune }), { code: 'NOT_FOUND', field: 'unit' }],
    ['of a unit that is none', 'staff', () => ({ unit: 'x' }), { code: 'NOT_FOUND', field: 'unit' }],
    ['without a name', 'staff', () => ({ name: ' ' }), { code: 'FACT_MISSING', field: 'name' }],
    ['by a name that cannot be seen', 'staff', () => ({ name: 'Thôn\u200B1' }), { code: 'TEXT_NOT_POSSIBLE', field: 'name' }],
    ['of tomorrow', 'staff', () => ({ since: ago(-1) }), { code: 'DATE_IN_FUTURE', field: 'since' }],
    ['with a cell of tomorrow', 'staff', () => ({ sharedCellSince: ago(-1) }), { code: 'DATE_IN_FUTURE', field: 'sharedCellSince' }],
    ['with a cell from before it was there', 'staff', () => ({ ownCellSince: '2014-12-31' }), { code: 'DATES_NOT_IN_ORDER', field: 'ownCellSince' }],
    ['with a member from before it was there', 'staff', () => ({ memberSince: '2014-12-31' }), { code: 'DATES_NOT_IN_ORDER', field: 'memberSince' }],
  ])('is not entered %s', async (_, account, more, refusal) => {
    expect(await enter(account, more())).toMatchObject(refusal);
    expect(await names('all')).toEqual([]);
    expect((await enter('clerk')).record?.version).toBe(1);
  });

  test('has a name that no other one of its unit has, and one of another unit may', async () => {
    const { record: first } = await enter('clerk');
    expect(await enter('clerk', { name: 'thôn  1' })).toMatchObject({ code: 'LOCALITY_EXISTS', field: 'name' });
    expect((await enter('neighbour', { unit: unit.second })).record?.name).toBe('Thôn 1');
    const { record: second } = await enter('clerk', { name: 'Thôn 2' });
    const renamed = { locality: second!.id, expectedVersion: 1, name: 'Thôn 1', since: '2015-01-01' };
    expect(await changeRecord(world, 'clerk', 'changeLocality', renamed)).toMatchObject({ code: 'LOCALITY_EXISTS' });
    await changeRecord(world, 'clerk', 'endLocality', { locality: first!.id, expectedVersion: 1, on: today, reason: 'Sáp nhập' });
    expect((await changeRecord<ToldLocality>(world, 'clerk', 'changeLocality', renamed)).record?.name).toBe('Thôn 1');
  });

  test('of two that are entered at once by one name, one is', async () => {
    const outcomes = await Promise.all([enter('clerk'), enter('staff'), enter('all')]);
    expect(outcomes.map(({ code }) => code).toSorted()).toEqual(['LOCALITY_EXISTS', 'LOCALITY_EXISTS', undefined]);
  });

  test('is one of 200 at the most', async () => {
    await world.owner.query(`insert into locality (unit_id, position, name, since, recorder_name) select u.id, u.lo, 'Xóm ' || n, '2015-01-01', 'x' from unit u, generate_series(1, 199) n where u.code = 'p.d.c'`);
    const { record: last } = await enter('clerk');
    expect(await enter('clerk', { name: 'Thôn 2' })).toMatchObject({ code: 'TOO_MANY_LOCALITIES', field: 'unit' });
    expect((await changeRecord(world, 'clerk', 'changeLocality', { locality: last!.id, expectedVersion: 1, name: 'Thôn 3', since: '2015-01-01' })).record).toMatchObject({ version: 2 });
  });

  test('is changed as it was seen, and nowhere outside the scope', async () => {
    const { id: locality } = (await enter('clerk')).record!;
    const facts = { locality, expectedVersion: 1, name: 'Thôn Một', since: '2015-02-01' };
    for (const account of ['far', 'neighbour', 'secretary']) {
      const hidden = await changeRecord(world, account, 'changeLocality', facts);
      expect(hidden, account).toMatchObject({ code: 'NOT_FOUND', field: 'locality' });
      expect(await changeRecord(world, account, 'changeLocality', { ...facts, locality: opaque('Locality', randomUUID()) }), account).toEqual(hidden);
    }
    expect((await changeRecord(world, 'staff', 'changeLocality', facts)).record).toMatchObject({ version: 2, name: 'Thôn Một', ownCellSince: null });
    expect(await changeRecord(world, 'clerk', 'changeLocality', facts)).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion' });
    const { rows } = await world.owner.query<{ action: string }>(`select action from audit_event where subject_kind = 'Locality' and subject_id = $1 and result = 'DONE' order by id`, [Buffer.from(locality, 'base64url').toString().split(':')[1]]);
    expect(rows.map(({ action }) => action)).toEqual(['locality.record', 'locality.change']);
  });

  test('ends on a day for a reason, is counted until then, and stays on record', async () => {
    await enter('clerk', { name: 'Thôn 2' });
    const { id: locality } = (await enter('clerk', { ownCellSince: null, memberSince: ago(30) })).record!;
    expect(await places()).toEqual([1, 2, 50]);
    const end = { locality, expectedVersion: 1, on: today, reason: 'Sáp nhập vào Thôn 2' };
    for (const [more, refusal] of [[{ on: ago(31) }, 'DATES_NOT_IN_ORDER'], [{ on: ago(-1) }, 'DATE_IN_FUTURE'], [{ reason: '' }, 'FACT_MISSING']] as const) {
      expect(await changeRecord(world, 'clerk', 'endLocality', { ...end, ...more })).toMatchObject({ code: refusal });
    }
    expect((await changeRecord(world, 'clerk', 'endLocality', end)).record).toMatchObject({ version: 2, endedOn: today, endReason: 'Sáp nhập vào Thôn 2', endedBy: 'clerk' });
    expect(await places()).toEqual([0, 1, 100]);
    expect(await names('staff')).toEqual(['Thôn 2', 'Thôn 1']);
    expect(await changeRecord(world, 'clerk', 'changeLocality', { locality, expectedVersion: 2, name: 'Thôn 1', since: '2015-01-01', memberSince: ago(30) })).toMatchObject({ record: { endedOn: today } });
  });

  test('that was entered wrongly is taken back, and is gone from lists and counts', async () => {
    const { id: record } = (await enter('clerk', { ownCellSince: null })).record!;
    expect(await changeRecord(world, 'board', 'takeBackRecord', { record, expectedVersion: 1, reason: 'x' })).toMatchObject({ code: 'FORBIDDEN_FOR_ROLE' });
    expect(await changeRecord(world, 'far', 'takeBackRecord', { record, expectedVersion: 1, reason: 'x' })).toMatchObject({ code: 'NOT_FOUND', field: 'record' });
    expect((await changeRecord(world, 'clerk', 'takeBackRecord', { record, expectedVersion: 1, reason: 'Ghi trùng' })).record).toMatchObject({ takenBackReason: 'Ghi trùng', takenBackBy: 'clerk' });
    expect([await names('clerk'), await places()]).toEqual([[], [0, 0, null]]);
    expect(await changeRecord(world, 'clerk', 'changeLocality', { locality: record, expectedVersion: 2, name: 'x', since: '2015-01-01' })).toMatchObject({ code: 'TAKEN_BACK' });
  });

  test.each<Change>(['recordLocality', 'changeLocality', 'endLocality'])('is for those who do the daily work: %s', async (mutation) => {
    const { id: locality } = (await enter('clerk')).record!;
    const inputs = {
      recordLocality: { unit: unit.commune, name: 'Thôn 2', since: '2015-01-01', idempotencyKey: randomUUID() },
      changeLocality: { locality, expectedVersion: 1, name: 'Thôn 2', since: '2015-01-01' },
      endLocality: { locality, expectedVersion: 1, on: today, reason: 'Sáp nhập' },
    } as const;
    const input = inputs[mutation as keyof typeof inputs];
    for (const account of ['board', 'admin', 'observer', 'auditor']) expect((await world.ask(account, changeText(mutation), { input })).errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
    expect((await world.ask(null, changeText(mutation), { input })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await localitiesOf(world, 'clerk', unit.commune))?.localities).toMatchObject([{ version: 1, name: 'Thôn 1', endedOn: null }]);
    expect((await changeRecord(world, 'clerk', mutation, input)).record).toBeDefined();
  });

  test('of many units are read by one statement', async () => {
    const ask = async (first: number) => await statementsOf(async () => await world.data('all', 'query($first: Int!) { units(first: $first) { nodes { localities { name unit { code } } } } }', { first }));
    await ask(5);
    expect((await ask(6)).length).toBe((await ask(1)).length);
  });
});

test('the database itself changes nothing of it beyond the scope, the role and what was taken back', async () => {
  await enter('clerk');
  await enter('neighbour', { unit: unit.second });
  await enter('far', { unit: unit.other });
  const rows = async (account: string, text: string) => await world.write(account, async (transaction) => await transaction.query(text));
  const change = `update locality set version = version + 1, name = 'x' returning id`;
  expect([await rows('clerk', change), await rows('board', change), await rows('secretary', change)].map(({ length }) => length)).toEqual([1, 0, 0]);
  await expect(rows('staff', 'delete from locality')).rejects.toThrow(/permission denied/);
  await expect(rows('staff', `update locality set recorder_name = 'x'`)).rejects.toThrow(/permission denied/);
  const insert = (code: string) => `insert into locality (unit_id, position, name, since, recorder_name) select unit_id, lo, 'x', '2015-01-01', 'x' from unit_stub where code = '${code}' returning id`;
  expect(await rows('clerk', insert('p.d.c'))).toHaveLength(1);
  for (const [account, code] of [['board', 'p.d.c'], ['clerk', 'p.d']] as const) await expect(rows(account, insert(code)), account).rejects.toThrow(/row-level security/);
  expect(await rows('all', `update locality set taken_back_reason = 'x', taken_back_by = 'x' returning id`)).toHaveLength(4);
  expect(await rows('all', change)).toEqual([]);
});
