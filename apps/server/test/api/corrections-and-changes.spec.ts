import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeUnits, moveUnit } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, change, introduce, passed, record, told, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';
import { accept, issued } from './transfer-support.ts';

/* A correction, and an arrival, among reorganisations, steps and files of elsewhere. */

let world: OpenWorld;
let cell: string;
let elsewhere: string;
let carried: string;
let helper: string;
const raw: Record<'commune' | 'merged' | 'into' | 'e' | 'g', string> = { commune: '', merged: '', into: '', e: '', g: '' };
const uuid = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!;

beforeAll(async () => {
  const tree = province('p');
  const home = tree.district('h').commune('c').cell('1').account('secretary', 'SECRETARY');
  home.member('Người Giới Thiệu');
  const [d, e, g] = [tree.district('d'), tree.district('e'), tree.district('g')];
  const commune = d.commune('x');
  const [merged, into] = [commune.cell('2'), commune.cell('4')];
  carried = opaque('Person', merged.member('Cà Thị Nhân', '2018-01-01', { AGE_BAND: 'AGE_31_40' }).id);
  const beside = tree.district('f').commune('c').cell('1').account('stranger', 'SECRETARY');
  beside.member('Người Ở Lại');
  helper = opaque('Person', beside.member('Người Giúp Đỡ').id);
  tree.account('board', 'BOARD').account('staff', 'STAFF');
  cell = opaque('Unit', home.id);
  elsewhere = opaque('Unit', beside.id);
  Object.assign(raw, { commune: commune.id, merged: merged.id, into: into.id, e: e.id, g: g.id });
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

async function correct(account: string, person: string, input: object): Promise<{ isWritten?: boolean; code?: string; field?: string }> {
  const data = await world.data<{ correctPerson: { isWritten?: boolean; code?: string; field?: string } }>(
    account, 'mutation($input: CorrectPersonInput!) { correctPerson(input: $input) { ... on PersonCorrected { isWritten } ... on PersonRefused { code field } } }', { input: { person, reason: 'x', ...input } });
  return data.correctPerson;
}

test('a member who was carried along by a merger and a move is corrected where they were counted, and nowhere else', async () => {
  const bands = async (code: string, asOf: string) => {
    const { unit } = await world.data<{ unit: { rollup: { members: { by: { slices: { key: string; value: number }[] } } } } }>(
      'board', `{ unit(code: "${code}") { rollup(period: "2024", view: AS_IT_IS_NOW, asOf: "${asOf}") { members { by(dimension: AGE_BAND) { slices { key value } } } } } }`);
    return Object.fromEntries(unit.rollup.members.by.slices.filter(({ value }) => value !== 0).map(({ key, value }) => [key, value]));
  };
  await world.write('board', async (transaction) => await moveUnit(transaction, { unitId: raw.commune, newParentId: raw.e, on: '2023-06-01' }));
  await world.write('board', async (transaction) => await mergeUnits(transaction, { unitIds: [raw.merged], successorId: raw.into, on: '2024-01-01' }));
  await world.write('board', async (transaction) => await moveUnit(transaction, { unitId: raw.commune, newParentId: raw.g, on: '2024-06-01' }));
  const before = await Promise.all(['p.e', 'p.g'].map(async (code) => await bands(code, '2024-03-01')));
  expect(await correct('staff', carried, { expectedVersion: 1, birthDate: '1995-01-01' })).toEqual({ isWritten: true });
  const after = await Promise.all(['p.e', 'p.g'].map(async (code) => await bands(code, '2024-03-01')));
  expect(Object.values(after.flatMap(Object.values) as number[]).every((value) => value > 0)).toBe(true);
  const total = (of: Record<string, number>) => Object.values(of).reduce((sum, value) => sum + value, 0);
  expect(after.map(total)).toEqual(before.map(total));
  expect(after[0]).toEqual({ AGE_18_30: 1 });
});

test('a step that waited for a correction freezes what the person is now', async () => {
  const filed = await walk(world, 'staff', await candidate(world, 'staff', cell, { fullName: 'Lò Thị Đua', birthDate: '1994-12-01', gender: 'F' }), wayToFile);
  await introduce(world, 'staff', filed);
  const ready = await walk(world, 'staff', filed, wayToCeremony.slice(0, -1));
  await world.owner.query('begin');
  await world.owner.query('select from person where id = $1 for update', [uuid(ready.person.id)]);
  const corrected = correct('staff', ready.person.id, { expectedVersion: 1, gender: 'M', birthDate: '1960-01-02' });
  await new Promise((resolve) => setTimeout(resolve, 250));
  const stepped = record(world, 'staff', ready, 'CEREMONY_HELD', '2025-12-19');
  await new Promise((resolve) => setTimeout(resolve, 250));
  await world.owner.query('commit');
  expect(await corrected).toEqual({ isWritten: true });
  expect((await stepped).candidacy?.state).toBe('PROBATIONARY');
  const { rows } = await world.owner.query('select distinct gender, age_band from entry where subject_id = $1', [uuid(ready.person.id)]);
  expect(rows).toEqual([{ gender: 'M', age_band: 'AGE_OVER_60' }]);
});

test('a correction and a reorganisation of the unit wait for each other in one order', async () => {
  const { rows: [unit] } = await world.owner.query<{ id: string }>('select unit_id as id from person where id = $1', [uuid(carried)]);
  await world.owner.query('begin');
  await world.owner.query('select from unit where id = $1 for update', [unit!.id]);
  const corrected = correct('staff', carried, { expectedVersion: 2, birthDate: '1994-01-01' });
  await new Promise((resolve) => setTimeout(resolve, 250));
  await world.owner.query('select from person where id = $1 for update', [uuid(carried)]);
  await world.owner.query('commit');
  expect(await corrected).toEqual({ isWritten: true });
});

test('no act of the new unit is dated before it received the person, and it takes back none of the unit before', async () => {
  const early = (way: readonly (readonly [string, string, object])[]) => way.map(([step, on, facts]) => [step, `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`, facts] as const);
  const filed = await walk(world, 'staff', await candidate(world, 'staff', elsewhere, { fullName: 'Lò Thị Tới', on: '2024-01-02' }), early(wayToFile));
  await introduce(world, 'staff', filed, '2024-09-20');
  const ready = await walk(world, 'staff', filed, early(wayToCeremony));
  const { letter } = await issued(world, 'staff', ready.person.id, { toUnit: cell });
  expect((await accept(world, 'secretary', letter, '2026-02-10')).transfer?.state).toBe('ACCEPTED');
  const now = (await world.data<{ candidacy: Told }>('secretary', `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id: ready.id })).candidacy;
  expect(now.timeline.at(-1)!.viewerCanUndo).toBe(false);
  expect((await change(world, 'staff', 'undoStep', { candidacy: now.id, step: now.timeline.at(-1)!.id, expectedVersion: now.version, reason: 'x' })).code).toBe('NOT_THE_LAST_STEP');
  expect(await record(world, 'secretary', now, 'RECOGNITION_PROPOSED', '2025-12-22', { vote: passed })).toMatchObject({ code: 'DATE_BEFORE_ARRIVAL', field: 'on' });
  expect((await record(world, 'secretary', now, 'RECOGNITION_PROPOSED', '2026-02-11', { vote: passed })).candidacy?.state).toBe('RECOGNITION_PROPOSED');
});

test('a file outside the scope keeps the name as it was written there', async () => {
  const begun = await candidate(world, 'stranger', elsewhere, { fullName: 'Lò Thị Ngóng' });
  await change(world, 'stranger', 'nameParticipant', { candidacy: begun.id, kind: 'HELPER', member: helper, from: '2025-08-01', idempotencyKey: randomUUID() });
  const { letter } = await issued(world, 'staff', helper, { toUnit: cell });
  await accept(world, 'secretary', letter);
  expect(await correct('secretary', helper, { expectedVersion: 1, fullName: 'Tên Ở Nơi Khác' })).toEqual({ isWritten: true });
  const { candidacy } = await world.data<{ candidacy: { participants: { name: string }[] } }>('stranger', 'query($id: ID!) { candidacy(id: $id) { participants { name } } }', { id: begun.id });
  expect(candidacy.participants.map(({ name }) => name)).toEqual(['Người Giúp Đỡ']);
});

test('whose number somebody else has taken meanwhile comes back neither by undoing nor by beginning again', async () => {
  const one = await candidate(world, 'staff', cell, { fullName: 'Lò Thị Số' });
  expect(await correct('staff', one.person.id, { expectedVersion: 1, personalNumber: '111111111111' })).toEqual({ isWritten: true });
  const dropped = (await record(world, 'staff', one, 'DROPPED', '2025-07-20', { reason: 'x' })).candidacy!;
  const other = await candidate(world, 'staff', elsewhere, { fullName: 'Lò Thị Khác' });
  expect(await correct('staff', other.person.id, { expectedVersion: 1, personalNumber: '111111111111' })).toEqual({ isWritten: true });
  expect(await change(world, 'staff', 'undoStep', { candidacy: one.id, expectedVersion: dropped.version, step: dropped.timeline.at(-1)!.id, reason: 'y' })).toMatchObject({ code: 'ON_RECORD_ELSEWHERE' });
  expect(await change(world, 'staff', 'beginAgain', { candidacy: one.id, expectedVersion: dropped.version, on: '2025-09-01', idempotencyKey: randomUUID() })).toMatchObject({ code: 'ON_RECORD_ELSEWHERE' });
  await expect(world.owner.query(`update candidacy set state = 'LISTED' where id = $1`, [uuid(one.id)])).rejects.toThrow('belongs to one person');
  expect(await correct('staff', other.person.id, { expectedVersion: 2, personalNumber: '222222222222' }), 'a number that stands').toEqual({ code: 'NUMBER_LOCKED', field: 'personalNumber' });
});
