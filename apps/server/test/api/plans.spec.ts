import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveUnit } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { addItem, changeRecord, changeText, makePlan, plansOf, register, type ToldItem, type ToldPlan } from './record-support.ts';
import { statementsOf } from './statement-support.ts';
import { give } from './target-support.ts';

/* Plans of a year: of a province, a district below it, a commune below that. */

let world: OpenWorld;
const unit = { province: '', district: '', commune: '', cell: '', other: '' };
const ids = { commune: '', other: '' };

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('observer', 'OBSERVER').account('auditor', 'AUDITOR');
  const commune = district.commune('c').account('clerk', 'SECRETARY');
  const cell = commune.cell('1').account('secretary', 'SECRETARY');
  const other = tree.district('e').account('neighbour', 'STAFF');
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, commune, cell, other }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  Object.assign(ids, { commune: commune.id, other: other.id });
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('delete from plan_item_check; delete from plan_item; delete from plan; delete from target_version; delete from target; delete from document');
});

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const thisYear = Number(today.slice(0, 4));

describe('the plan of a year', () => {
  test('rests on a document, follows the plan that was handed down, and has its items by months and quarters', async () => {
    const document = (await register(world, 'staff', unit.district, { kind: 'PLAN', number: '12-KH/HU' })).record!.id;
    const above = (await makePlan(world, 'all', unit.province, { isHandedDown: true })).record!;
    const plan = (await makePlan(world, 'staff', unit.district, { document, parent: above.id })).record!;
    expect(plan).toMatchObject({ version: 1, year: 2026, planUnit: { code: 'p.d' }, document: { number: '12-KH/HU' }, parent: { unit: { code: 'p' } }, items: [], itemCount: 0 });
    for (const [period, title] of [['2026-12', 'Tổng kết'], ['2026-Q1', 'Giao ban quý'], ['2026-03', 'Mở lớp'], ['2026-01', 'Rà soát nguồn']] as const) await addItem(world, 'staff', plan.id, { period, title });
    expect((await plansOf(world, 'staff', unit.district, 2026))?.plan?.items.map(({ title, dueOn }) => [title, dueOn])).toEqual([['Rà soát nguồn', '2026-01-31'], ['Giao ban quý', '2026-03-31'], ['Mở lớp', '2026-03-31'], ['Tổng kết', '2026-12-31']]);
    const { rows } = await world.owner.query<{ action: string }>(`select action from audit_event where action like 'plan%' and result = 'DONE' order by id`);
    expect(rows.map(({ action }) => action)).toEqual(['plan.make', 'plan.make', 'planItem.add', 'planItem.add', 'planItem.add', 'planItem.add']);
  });

  test('is one of a unit and year; another may be made once it was taken back', async () => {
    const { id: record } = (await makePlan(world, 'staff', unit.district)).record!;
    expect(await makePlan(world, 'staff', unit.district)).toMatchObject({ code: 'PLAN_EXISTS', field: 'year' });
    expect((await makePlan(world, 'staff', unit.district, { year: 2027 })).record?.year).toBe(2027);
    expect((await changeRecord(world, 'staff', 'takeBackRecord', { record, expectedVersion: 1, reason: 'Lập nhầm' })).record).toMatchObject({ takenBackReason: 'Lập nhầm' });
    expect((await plansOf(world, 'staff', unit.district, 2026))?.plan).toBeNull();
    expect(await addItem(world, 'staff', record)).toMatchObject({ code: 'TAKEN_BACK', field: 'plan' });
    expect((await makePlan(world, 'staff', unit.district)).record?.year).toBe(2026);
  });

  test('is made once, however many make it at once, and an item added once for a key', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, async () => await makePlan(world, 'staff', unit.district)));
    expect(outcomes.filter(({ code }) => code === 'PLAN_EXISTS')).toHaveLength(5);
    const plan = (await plansOf(world, 'staff', unit.district, 2026))!.plan!;
    const idempotencyKey = randomUUID();
    await Promise.all(Array.from({ length: 4 }, async () => await addItem(world, 'staff', plan.id, { idempotencyKey })));
    expect((await plansOf(world, 'staff', unit.district, 2026))?.plan?.itemCount).toBe(1);
  });

  test('changes what it rests on and follows', async () => {
    const above = (await makePlan(world, 'all', unit.province, { isHandedDown: true })).record!;
    const plan = (await makePlan(world, 'staff', unit.district)).record!;
    const document = (await register(world, 'staff', unit.district)).record!.id;
    const changed = await changeRecord<ToldPlan>(world, 'staff', 'changePlan', { plan: plan.id, expectedVersion: 1, document, parent: above.id, isHandedDown: true });
    expect(changed.record).toMatchObject({ version: 2, isHandedDown: true, document: { number: '6' }, parent: { unit: { code: 'p' } } });
    // What it follows it may follow on, though that is not handed down any more.
    await changeRecord(world, 'all', 'changePlan', { plan: above.id, expectedVersion: 1 });
    expect((await changeRecord<ToldPlan>(world, 'staff', 'changePlan', { plan: plan.id, expectedVersion: 2, parent: above.id })).record).toMatchObject({ version: 3, isHandedDown: false, parent: null });
    expect((await plansOf(world, 'all', unit.district, 2026))?.plan?.parent).toMatchObject({ unit: { code: 'p' } });
  });
});

describe('an item', () => {
  const items = async () => (await plansOf(world, 'staff', unit.district, 2026))!.plan!;

  test('is checked off with its day and a note, and unchecked for a reason; both lines stay', async () => {
    const plan = (await makePlan(world, 'staff', unit.district)).record!;
    const { id: item } = (await addItem(world, 'staff', plan.id)).record!;
    expect((await changeRecord<ToldItem>(world, 'staff', 'checkPlanItem', { item, expectedVersion: 1, on: '2026-03-15', note: 'Đủ 12 chi bộ' })).record).toMatchObject({ version: 2, doneOn: '2026-03-15', isOverdue: false });
    expect(await items()).toMatchObject({ itemCount: 1, doneCount: 1, overdueCount: 0 });
    expect(await changeRecord(world, 'staff', 'checkPlanItem', { item, expectedVersion: 2, on: '2026-03-16' })).toMatchObject({ code: 'ALREADY_DONE' });
    const undone = await changeRecord<ToldItem>(world, 'staff', 'uncheckPlanItem', { item, expectedVersion: 2, reason: 'Còn thiếu một chi bộ' });
    expect(undone.record).toMatchObject({ version: 3, doneOn: null, checks: [{ doneOn: null, note: 'Còn thiếu một chi bộ', recordedBy: 'staff' }, { doneOn: '2026-03-15', note: 'Đủ 12 chi bộ' }] });
    expect(await changeRecord(world, 'staff', 'uncheckPlanItem', { item, expectedVersion: 3, reason: 'Nữa' })).toMatchObject({ code: 'NOT_DONE' });
    expect(await items()).toMatchObject({ doneCount: 0 });
  });

  test('is overdue after the last day of its period until it is done, or taken back', async () => {
    const plan = (await makePlan(world, 'staff', unit.district, { year: thisYear - 1 })).record!;
    const { id: item } = (await addItem(world, 'staff', plan.id, { period: `${thisYear - 1}-Q2` })).record!;
    const now = (await makePlan(world, 'staff', unit.district, { year: thisYear + 1 })).record!;
    expect((await addItem(world, 'staff', now.id, { period: `${thisYear + 1}-Q4` })).record).toMatchObject({ isOverdue: false });
    const before = async () => (await plansOf(world, 'staff', unit.district, thisYear - 1))!.plan!;
    expect(await before()).toMatchObject({ overdueCount: 1, items: [{ isOverdue: true }] });
    await changeRecord(world, 'staff', 'takeBackRecord', { record: item, expectedVersion: 1, reason: 'Không làm nữa' });
    expect(await before()).toMatchObject({ itemCount: 0, overdueCount: 0, items: [{ isOverdue: false, takenBackReason: 'Không làm nữa' }] });
  });

  test('is changed as it was seen', async () => {
    const plan = (await makePlan(world, 'staff', unit.district)).record!;
    const { id: item } = (await addItem(world, 'staff', plan.id)).record!;
    expect((await changeRecord<ToldItem>(world, 'staff', 'changePlanItem', { item, expectedVersion: 1, period: '2026-Q4', title: 'Việc khác' })).record).toMatchObject({ version: 2, period: '2026-Q4', dueOn: '2026-12-31', title: 'Việc khác', responsible: null });
    expect(await changeRecord(world, 'staff', 'changePlanItem', { item, expectedVersion: 1, period: '2026-Q4', title: 'Việc khác' })).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion' });
  });

  test('names the target of the plan\'s unit that it works towards, another one, and none', async () => {
    const [admitted, listed] = [(await give(world, 'staff', unit.district)).target!.id, (await give(world, 'staff', unit.district, { indicator: 'LISTED' })).target!.id];
    const plan = (await makePlan(world, 'staff', unit.district)).record!;
    const { id: item } = (await addItem(world, 'staff', plan.id, { target: admitted })).record!;
    expect((await items()).items).toMatchObject([{ target: { id: admitted, indicator: 'ADMITTED' } }]);
    const facts = { item, period: '2026-03', title: 'Rà soát nguồn' };
    expect((await changeRecord<ToldItem>(world, 'staff', 'changePlanItem', { ...facts, expectedVersion: 1, target: listed })).record?.target).toEqual({ id: listed, indicator: 'LISTED' });
    expect((await changeRecord<ToldItem>(world, 'staff', 'changePlanItem', { ...facts, expectedVersion: 2 })).record).toMatchObject({ version: 3, target: null });
    await changeRecord(world, 'staff', 'changePlanItem', { ...facts, expectedVersion: 3, target: admitted });
    // What was taken back still says what it was for.
    await changeRecord(world, 'staff', 'takeBackRecord', { record: item, expectedVersion: 4, reason: 'Ghi nhầm' });
    expect((await items()).items).toMatchObject([{ takenBackReason: 'Ghi nhầm', target: { id: admitted } }]);
  });

  test('names no target of another unit, of one outside the scope, or that is none, and is left as it was', async () => {
    const own = (await give(world, 'staff', unit.district)).target!.id;
    const plan = (await makePlan(world, 'staff', unit.district)).record!;
    const { id: item } = (await addItem(world, 'staff', plan.id, { target: own })).record!;
    const targets = [(await give(world, 'staff', unit.commune)).target!.id, (await give(world, 'all', unit.other)).target!.id, (await give(world, 'all', unit.province)).target!.id, opaque('Target', randomUUID()), unit.district, 'x'];
    const refusals = await Promise.all(targets.flatMap((target) => [addItem(world, 'staff', plan.id, { target }), changeRecord(world, 'staff', 'changePlanItem', { item, expectedVersion: 1, period: '2026-03', title: 'x', target })]));
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND', field: 'target' });
    expect((await items()).items).toMatchObject([{ version: 1, target: { id: own } }]);
  });

  test('tells its target to nobody who sees the plan that was handed down, and not the target', async () => {
    const target = (await give(world, 'staff', unit.district)).target!.id;
    const plan = (await makePlan(world, 'staff', unit.district, { isHandedDown: true })).record!;
    await addItem(world, 'staff', plan.id, { target });
    expect((await plansOf(world, 'secretary', unit.cell, 2026))?.plansAbove).toMatchObject([{ items: [{ title: 'Rà soát nguồn', target: null }] }]);
    expect((await plansOf(world, 'all', unit.district, 2026))?.plan?.items).toMatchObject([{ target: { id: target } }]);
  });

  test('is none of more than 200', async () => {
    const plan = (await makePlan(world, 'staff', unit.district)).record!;
    await world.owner.query(`insert into plan_item (plan_id, position, period, due_on, title, recorder_name) select id, position, '2026-01', '2026-01-31', 'Việc', 'x' from plan, generate_series(1, 199)`);
    const outcomes = await Promise.all(Array.from({ length: 3 }, async () => await addItem(world, 'staff', plan.id)));
    expect(outcomes.filter(({ code }) => code === 'TOO_MANY')).toHaveLength(2);
  });
});

describe('who sees and changes what', () => {
  test('a plan is seen inside the scope, and below it once it is handed down, with its items', async () => {
    const above = (await makePlan(world, 'all', unit.province)).record!;
    const { id: item } = (await addItem(world, 'all', above.id)).record!;
    await changeRecord(world, 'all', 'checkPlanItem', { item, expectedVersion: 1, on: '2026-03-15', note: 'Xong' });
    expect((await plansOf(world, 'staff', unit.district, 2026))?.plansAbove).toEqual([]);
    await changeRecord(world, 'all', 'changePlan', { plan: above.id, expectedVersion: 1, isHandedDown: true });
    await makePlan(world, 'staff', unit.district, { isHandedDown: true });
    expect((await plansOf(world, 'secretary', unit.cell, 2026))?.plansAbove).toMatchObject([{ planUnit: { code: 'p.d' }, viewerCanChange: false }, { planUnit: { code: 'p' }, items: [{ doneOn: '2026-03-15', checks: [{ note: 'Xong' }] }] }]);
    expect((await plansOf(world, 'neighbour', unit.other, 2026))?.plansAbove).toMatchObject([{ planUnit: { code: 'p' } }]);
    expect(await plansOf(world, 'neighbour', unit.district, 2026)).toBeNull();
  });

  test('what is above or beside is not changed, and roles that see sums alone see and change nothing', async () => {
    const above = (await makePlan(world, 'all', unit.province, { isHandedDown: true })).record!;
    const { id: item } = (await addItem(world, 'all', above.id)).record!;
    const changes = [['changePlan', { plan: above.id, expectedVersion: 1 }, 'plan'], ['addPlanItem', { plan: above.id, period: '2026-01', title: 'x', idempotencyKey: randomUUID() }, 'plan'], ['checkPlanItem', { item, expectedVersion: 1, on: '2026-01-01' }, 'item'], ['takeBackRecord', { record: item, expectedVersion: 1, reason: 'x' }, 'record']] as const;
    for (const account of ['staff', 'clerk', 'neighbour']) for (const [mutation, input, field] of changes) expect(await changeRecord(world, account, mutation, input), `${account} ${mutation}`).toMatchObject({ code: 'NOT_FOUND', field });
    for (const account of ['observer', 'admin', 'auditor']) {
      for (const [mutation, input] of changes) expect((await world.ask(account, changeText(mutation), { input })).errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
      expect((await world.ask(account, `{ unit(id: "${unit.district}") { plan(year: 2026) { id } } }`)).errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
    }
    expect((await changeRecord<ToldItem>(world, 'all', 'checkPlanItem', { item, expectedVersion: 1, on: '2026-01-01' })).record?.doneOn).toBe('2026-01-01');
  });

  test.each<[string, () => object, object]>([
    ['of a unit outside', () => ({ unit: unit.other }), { code: 'NOT_FOUND', field: 'unit' }],
    ['of a year long ago', () => ({ year: 1999 }), { code: 'YEAR_NOT_POSSIBLE', field: 'year' }],
    ['of a year far ahead', () => ({ year: thisYear + 6 }), { code: 'YEAR_NOT_POSSIBLE', field: 'year' }],
    ['by a document that is not there', () => ({ document: opaque('Document', randomUUID()) }), { code: 'NOT_FOUND', field: 'document' }],
    ['after a plan that is not there', () => ({ parent: opaque('Plan', randomUUID()) }), { code: 'NOT_FOUND', field: 'parent' }],
    ['after what is no plan', () => ({ parent: unit.district }), { code: 'NOT_FOUND', field: 'parent' }],
  ])('a plan is not made %s', async (_, more, refusal) => {
    expect(await makePlan(world, 'staff', unit.district, more())).toMatchObject(refusal);
    expect((await makePlan(world, 'staff', unit.district)).record?.year).toBe(2026);
  });

  test('a plan does not follow one of another year, nor one from below', async () => {
    const lower = (await makePlan(world, 'staff', unit.commune, { isHandedDown: true })).record!;
    const earlier = (await makePlan(world, 'all', unit.province, { isHandedDown: true, year: 2025 })).record!;
    for (const { id: parent } of [lower, earlier]) expect(await makePlan(world, 'staff', unit.district, { parent })).toMatchObject({ code: 'NOT_FOUND', field: 'parent' });
  });

  test.each<[string, object, object]>([
    ['in another year', { period: '2025-12' }, { code: 'PERIOD_NOT_IN_YEAR', field: 'period' }],
    ['in a whole year', { period: '2026' }, { code: 'PERIOD_NOT_IN_YEAR', field: 'period' }],
    ['without words', { title: '' }, { code: 'FACT_MISSING', field: 'title' }],
    ['with what cannot be read', { responsible: 'a\u200Bb' }, { code: 'TEXT_NOT_POSSIBLE', field: 'responsible' }],
  ])('an item is not added %s', async (_, more, refusal) => {
    const plan = (await makePlan(world, 'staff', unit.district)).record!;
    expect(await addItem(world, 'staff', plan.id, more)).toMatchObject(refusal);
    expect((await addItem(world, 'staff', plan.id)).record?.title).toBe('Rà soát nguồn');
  });
});

test('the plans of many units send the same statements as one', async () => {
  const ask = () => statementsOf(async () => await world.data('all', `{ unit(id: "${unit.province}") { children(first: 100) { nodes { plan(year: 2026) { itemCount unit { name } document { number } parent { year } items { title isOverdue target { low progress { actual standing } } checks { note } plan { year } } } plansAbove(year: 2026) { year } } } } }`));
  await makePlan(world, 'all', unit.province, { isHandedDown: true });
  const parent = (await plansOf(world, 'all', unit.province, 2026))!.plan!.id;
  const plan = async (of: string) => await addItem(world, 'all', (await makePlan(world, 'all', of, { parent })).record!.id, { target: (await give(world, 'all', of)).target!.id });
  await plan(unit.district);
  const one = await ask();
  await plan(unit.other);
  expect((await ask()).length).toBe(one.length);
  expect(one.length).toBeLessThanOrEqual(15);
});

test('the database itself shows and changes no plan beyond the scope and the role', async () => {
  const above = (await makePlan(world, 'all', unit.province, { isHandedDown: true })).record!;
  await addItem(world, 'all', above.id);
  const aside = (await makePlan(world, 'all', unit.other, { isHandedDown: true })).record!;
  const { id: item } = (await addItem(world, 'all', aside.id)).record!;
  await changeRecord(world, 'all', 'checkPlanItem', { item, expectedVersion: 1, on: '2026-01-01' });
  const own = (await makePlan(world, 'staff', unit.district)).record!;
  await addItem(world, 'staff', own.id);
  const rows = async (account: string, text: string) => await world.write(account, async (transaction) => await transaction.query<{ n: string }>(text));
  const count = async (account: string, table: string) => Number((await rows(account, `select count(*) as n from ${table}`))[0]!.n);
  expect([await count('staff', 'plan'), await count('staff', 'plan_item'), await count('staff', 'plan_item_check')]).toEqual([2, 2, 0]);
  expect([await count('all', 'plan'), await count('all', 'plan_item'), await count('all', 'plan_item_check')]).toEqual([3, 3, 1]);
  for (const account of ['observer', 'admin', 'auditor']) for (const table of ['plan', 'plan_item', 'plan_item_check']) expect(await count(account, table), account).toBe(0);
  expect(await rows('staff', `update plan_item set title = 'x' returning id`)).toHaveLength(1);
  expect(await rows('staff', `update plan set version = 9 returning id`)).toHaveLength(1);
  expect(await rows('board', `update plan set version = 9 returning id`)).toEqual([]);
  for (const account of ['staff', 'clerk']) await expect(rows(account, `insert into plan_item (plan_id, position, period, due_on, title, recorder_name) select id, position, '2026-01', '2026-01-31', 'x', 'x' from plan where unit_id = (select unit_id from unit_stub where code = 'p') returning id`), account).rejects.toThrow(/row-level security/);
  await expect(rows('staff', `update plan_item_check set note = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(rows('staff', 'delete from plan_item')).rejects.toThrow(/permission denied/);
});

test('the database itself keeps an item beside a target of its own unit, wherever that moves', async () => {
  const own = (await give(world, 'staff', unit.commune)).target!.id;
  const aside = (await give(world, 'staff', unit.district)).target!.id;
  const plan = (await makePlan(world, 'staff', unit.commune)).record!;
  await addItem(world, 'staff', plan.id, { target: own });
  const rowOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1];
  await expect(world.owner.query('update plan_item set target_id = $1', [rowOf(aside)])).rejects.toThrow(/plan_item_target_of_its_unit/);
  await expect(world.owner.query('delete from target_version; delete from target')).rejects.toThrow(/plan_item_target_of_its_unit/);
  expect(await world.write('all', async (transaction) => await moveUnit(transaction, { unitId: ids.commune, newParentId: ids.other, on: today }))).toEqual({});
  const { rows } = await world.owner.query<{ held: boolean }>('select i.position = u.lo and t.position = u.lo as held from plan_item i join plan p on p.id = i.plan_id join unit u on u.id = p.unit_id join target t on t.id = i.target_id');
  expect(rows).toEqual([{ held: true }]);
  expect((await plansOf(world, 'neighbour', unit.commune, 2026))?.plan?.items).toMatchObject([{ target: { id: own } }]);
});
