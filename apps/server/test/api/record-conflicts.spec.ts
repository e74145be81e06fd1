import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { addItem, changeRecord, makePlan, register, type Change, type ToldItem } from './record-support.ts';

/* Whoever changes a record that somebody else has changed meanwhile is told both versions, and the record as it stands. */

let world: OpenWorld;
let unit = '';
/** Each change as it would be made of version 7 of a record of version 1, and who may make it. */
let cases: Readonly<Partial<Record<Change, { readonly id: string; readonly input: object; readonly by?: string }>>>;

interface Standing {
  readonly id: string;
  readonly version: number;
}

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF');
  const commune = district.commune('c');
  tree.district('e').account('neighbour', 'STAFF');
  world = await open(tree);
  unit = opaque('Unit', district.id);
  const place = opaque('Unit', commune.id);
  const made = async (mutation: Change, input: object, by = 'staff') => (await changeRecord<Standing>(world, by, mutation, { ...input, idempotencyKey: randomUUID() })).record!.id;

  const document = (await register(world, 'staff', unit)).record!.id;
  const plan = (await makePlan(world, 'staff', unit)).record!.id;
  const [item, done] = [(await addItem(world, 'staff', plan)).record!.id, (await addItem(world, 'staff', plan)).record!.id];
  await changeRecord(world, 'staff', 'checkPlanItem', { item: done, expectedVersion: 1, on: '2026-03-01' });
  const obstacle = await made('recordObstacle', { unit, title: 'Thiếu nguồn', ownerName: 'Phó bí thư', raisedOn: '2026-01-10' });
  const inspection = await made('recordInspection', { unit, on: '2026-01-10', title: 'Việc kết nạp' }, 'all');
  const reminder = await made('sendReminder', { unit, on: '2026-01-10', text: 'Đề nghị báo cáo' }, 'all');

  const locality = await made('recordLocality', { unit: place, name: 'Thôn 1', since: '2020-01-01' });
  const item7 = { item, expectedVersion: 7 };
  cases = {
    changeDocument: { id: document, input: { document, expectedVersion: 7, kind: 'PLAN', number: '7', issuedOn: '2020-08-01', title: 'Kế hoạch' } },
    changePlan: { id: plan, input: { plan, expectedVersion: 7 } },
    changePlanItem: { id: item, input: { ...item7, period: '2026-05', title: 'Việc khác' } },
    checkPlanItem: { id: item, input: { ...item7, on: '2026-03-01' } },
    uncheckPlanItem: { id: done, input: { item: done, expectedVersion: 7, reason: 'Nhầm' } },
    changeObstacle: { id: obstacle, input: { obstacle, expectedVersion: 7, title: 'Khác', ownerName: 'Bí thư', raisedOn: '2026-01-10' } },
    resolveObstacle: { id: obstacle, input: { obstacle, expectedVersion: 7, on: '2026-02-01', resolution: 'Xong' } },
    answerReminder: { id: reminder, input: { reminder, expectedVersion: 7, on: '2026-02-01', reply: 'Đã rõ' } },
    changeLocality: { id: locality, input: { locality, expectedVersion: 7, name: 'Thôn 2', since: '2020-01-01' } },
    endLocality: { id: locality, input: { locality, expectedVersion: 7, on: '2026-01-31', reason: 'Sáp nhập' } },
    takeBackRecord: { id: inspection, by: 'all', input: { record: inspection, expectedVersion: 7, reason: 'Nhầm' } },
  };
}, 120_000);
afterAll(async () => {
  await world.close();
});

const all = () => Object.entries(cases) as [Change, NonNullable<(typeof cases)[Change]>][];

test('each change that names a version is refused with both versions and the record where another one stands', async () => {
  for (const [mutation, { id, input, by = 'staff' }] of all()) {
    const current = mutation === 'uncheckPlanItem' ? 2 : 1;
    expect(await changeRecord<Standing>(world, by, mutation, input), mutation).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion', conflict: { expected: '7', current: String(current) }, current: { id, version: current } });
  }
});

test('no change of records that names a version has been left out', async () => {
  const { __schema } = await world.data<{ __schema: { mutationType: { fields: { name: string; type: { ofType: { name: string } }; args: { type: { ofType: { inputFields: { name: string }[] } | null } }[] }[] } } }>(
    'staff', '{ __schema { mutationType { fields { name type { ofType { name } } args { type { ofType { inputFields { name } } } } } } } }');
  const naming = __schema.mutationType.fields.filter(({ type: result, args }) => result.ofType.name === 'RecordResult' && args.some(({ type }) => type.ofType?.inputFields?.some(({ name }) => name === 'expectedVersion')));
  expect(naming.map(({ name }) => name).toSorted()).toEqual(Object.keys(cases).toSorted());
});

test('a record is told as whoever was quicker has left it, though they were so between the look and the change', async () => {
  const plan = (await makePlan(world, 'staff', unit, { year: 2027 })).record!.id;
  const { id: item } = (await addItem(world, 'staff', plan, { period: '2027-03' })).record!;
  const change = async (account: string, title: string) => await changeRecord<ToldItem>(world, account, 'changePlanItem', { item, expectedVersion: 1, period: '2027-05', title });
  // Somebody has changed it and not committed yet: whoever comes next sees the old version, and waits to write.
  await world.owner.query('begin');
  await world.owner.query(`update plan_item set version = 2, title = 'Nhanh hơn' where period = '2027-03'`);
  const late = change('staff', 'Chậm hơn');
  await expect.poll(async () => (await world.owner.query('select from pg_locks where not granted')).rowCount).toBeGreaterThan(0);
  await world.owner.query('commit');
  expect(await late).toMatchObject({ code: 'VERSION_CONFLICT', conflict: { expected: '1', current: '2' }, current: { version: 2, title: 'Nhanh hơn' } });
});

test('a refusal for another reason tells of no versions and no record, and one outside the scope of nothing', async () => {
  const none = { conflict: null, current: null };
  expect(await changeRecord(world, 'staff', 'changePlanItem', { ...cases.changePlanItem!.input, expectedVersion: 1, title: '' })).toMatchObject({ code: 'FACT_MISSING', ...none });
  for (const [mutation, { input }] of all()) expect(await changeRecord(world, 'neighbour', mutation, input), mutation).toMatchObject({ code: 'NOT_FOUND', ...none });
});
