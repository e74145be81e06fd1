import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { plusDays } from '../worlds/days.ts';
import { changeRecord, changeText, followed, register, type Outcome, type ToldFollowed } from './record-support.ts';
import { statementsOf } from './statement-support.ts';

/* Obstacles of units, inspections and reminders from above. */

let world: OpenWorld;
const unit = { province: '', district: '', commune: '', second: '', cell: '', other: '' };

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('observer', 'OBSERVER').account('auditor', 'AUDITOR');
  const commune = district.commune('c').account('clerk', 'SECRETARY').account('committee', 'STAFF');
  const second = district.commune('c2');
  const cell = commune.cell('1').account('secretary', 'SECRETARY');
  const other = tree.district('e').account('neighbour', 'STAFF');
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, commune, second, cell, other }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('delete from obstacle; delete from inspection; delete from reminder; delete from document');
});

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const ago = (days: number) => plusDays(today, -days);
type Sent = Outcome<ToldFollowed>;
const obstruct = async (account: string, at: string, more: object = {}): Promise<Sent> =>
  await changeRecord(world, account, 'recordObstacle', { unit: at, title: 'Thiếu nguồn ở thôn vùng cao', ownerName: 'Phó bí thư', raisedOn: ago(30), dueOn: ago(-30), idempotencyKey: randomUUID(), ...more });
const inspect = async (account: string, at: string, more: object = {}): Promise<Sent> =>
  await changeRecord(world, account, 'recordInspection', { unit: at, on: ago(10), title: 'Quy trình kết nạp', conclusion: 'Đúng quy trình', inspector: 'Đoàn số 1', idempotencyKey: randomUUID(), ...more });
const remind = async (account: string, at: string, more: object = {}): Promise<Sent> =>
  await changeRecord(world, account, 'sendReminder', { unit: at, on: ago(5), text: 'Đề nghị báo cáo nguồn quý này', answerUntil: ago(-5), idempotencyKey: randomUUID(), ...more });
const titles = async (account: string, filter = '') => (await followed<ToldFollowed>(world, account, 'obstacles', filter)).nodes.map(({ title }) => title);

describe('an obstacle', () => {
  test('has who sees to it and by when, the overdue ones first, until it is resolved', async () => {
    await obstruct('staff', unit.district, { title: 'không hạn', dueOn: null });
    await obstruct('clerk', unit.commune, { title: 'còn hạn' });
    const { record: late } = await obstruct('secretary', unit.cell, { title: 'quá hạn', dueOn: ago(2) });
    expect(late).toMatchObject({ version: 1, ownerName: 'Phó bí thư', isOverdue: true, obstacleUnit: { code: 'p.d.c.1' }, viewerCanChange: true });
    expect(await titles('staff')).toEqual(['quá hạn', 'còn hạn', 'không hạn']);
    expect(await titles('staff', ', standing: OVERDUE')).toEqual(['quá hạn']);
    expect(await titles('staff', `, unit: "${unit.commune}"`)).toEqual(['quá hạn', 'còn hạn']);
    const resolved = await changeRecord<ToldFollowed>(world, 'clerk', 'resolveObstacle', { obstacle: late!.id, expectedVersion: 1, on: today, resolution: 'Đã bổ sung nguồn' });
    expect(resolved.record).toMatchObject({ version: 2, resolvedOn: today, resolution: 'Đã bổ sung nguồn', resolvedBy: 'clerk', isOverdue: false });
    expect(await titles('staff')).toEqual(['còn hạn', 'không hạn']);
    expect(await titles('staff', ', standing: RESOLVED')).toEqual(['quá hạn']);
  });

  test('is changed as it was seen, and taken back for a reason', async () => {
    const { id: obstacle } = (await obstruct('clerk', unit.commune)).record!;
    const facts = { obstacle, expectedVersion: 1, title: 'Khác', ownerName: 'Bí thư', raisedOn: ago(20) };
    expect((await changeRecord<ToldFollowed>(world, 'clerk', 'changeObstacle', facts)).record).toMatchObject({ version: 2, title: 'Khác', dueOn: null });
    expect(await changeRecord(world, 'clerk', 'changeObstacle', facts)).toMatchObject({ code: 'VERSION_CONFLICT' });
    expect((await changeRecord(world, 'clerk', 'takeBackRecord', { record: obstacle, expectedVersion: 2, reason: 'Ghi trùng' })).record).toMatchObject({ takenBackReason: 'Ghi trùng', takenBackBy: 'clerk' });
    expect(await titles('staff')).toEqual([]);
    expect(await changeRecord(world, 'clerk', 'resolveObstacle', { obstacle, expectedVersion: 3, on: today, resolution: 'x' })).toMatchObject({ code: 'TAKEN_BACK' });
  });

  test.each<[string, string, () => object, object]>([
    ['of a unit outside', 'staff', () => ({ unit: unit.other }), { code: 'NOT_FOUND', field: 'unit' }],
    ['of a unit above', 'clerk', () => ({ unit: unit.district }), { code: 'NOT_FOUND', field: 'unit' }],
    ['without a title', 'staff', () => ({ title: ' ' }), { code: 'FACT_MISSING', field: 'title' }],
    ['that nobody sees to', 'staff', () => ({ ownerName: '' }), { code: 'FACT_MISSING', field: 'ownerName' }],
    ['of tomorrow', 'staff', () => ({ raisedOn: ago(-1) }), { code: 'DATE_IN_FUTURE', field: 'raisedOn' }],
    ['due before it was raised', 'staff', () => ({ dueOn: ago(31) }), { code: 'DATES_NOT_IN_ORDER', field: 'dueOn' }],
  ])('is not recorded %s', async (_, account, more, refusal) => {
    expect(await obstruct(account, unit.commune, more())).toMatchObject(refusal);
    expect(await titles('all')).toEqual([]);
    expect((await obstruct(account, unit.commune)).record?.version).toBe(1);
  });

  test('is not resolved before it was raised, nor tomorrow, nor without words', async () => {
    const { id: obstacle } = (await obstruct('clerk', unit.commune)).record!;
    for (const [more, refusal] of [[{ on: ago(31) }, 'DATES_NOT_IN_ORDER'], [{ on: ago(-1) }, 'DATE_IN_FUTURE'], [{ resolution: '' }, 'FACT_MISSING']] as const) {
      expect(await changeRecord(world, 'clerk', 'resolveObstacle', { obstacle, expectedVersion: 1, on: today, resolution: 'Xong', ...more })).toMatchObject({ code: refusal });
    }
  });
});

describe('an inspection', () => {
  const ages = async (account: string, filter = '') => (await followed<{ lastOn: string | null; daysSince: number | null; inspections: number; inspected: { code: string } }>(world, account, 'inspectionAges', filter)).nodes;

  test('is of a unit below, by the acting unit; children that were never inspected come first, then the longest ago', async () => {
    const document = (await register(world, 'staff', unit.district, { kind: 'NOTICE', number: '5-TB/HU' })).record!.id;
    expect((await inspect('staff', unit.commune, { document })).record).toMatchObject({ on: ago(10), inspector: 'Đoàn số 1', inspected: { code: 'p.d.c' }, by: { code: 'p.d' }, document: { number: '5-TB/HU' } });
    expect(await ages('staff')).toMatchObject([{ inspected: { code: 'p.d.c2' }, lastOn: null, daysSince: null, inspections: 0 }, { inspected: { code: 'p.d.c' }, lastOn: ago(10), daysSince: 10, inspections: 1 }]);
    await inspect('board', unit.second, { on: ago(90) });
    await inspect('board', unit.commune, { on: ago(400) });
    expect((await ages('staff')).map(({ inspected, daysSince }) => [inspected.code, daysSince])).toEqual([['p.d.c2', 90], ['p.d.c', 10]]);
    expect((await followed<ToldFollowed>(world, 'clerk', 'inspections')).nodes).toMatchObject([{ on: ago(10), by: { code: 'p.d' }, viewerCanChange: false }, { on: ago(400) }]);
  });

  test('is taken back by who may make it, and counts no more', async () => {
    const { id: record } = (await inspect('staff', unit.commune)).record!;
    expect(await changeRecord(world, 'committee', 'takeBackRecord', { record, expectedVersion: 1, reason: 'x' })).toMatchObject({ code: 'FORBIDDEN_FOR_ROLE', field: 'record' });
    expect(await changeRecord(world, 'clerk', 'takeBackRecord', { record, expectedVersion: 1, reason: 'x' })).toMatchObject({ code: 'FORBIDDEN_FOR_ROLE', field: 'record' });
    expect((await changeRecord(world, 'board', 'takeBackRecord', { record, expectedVersion: 1, reason: 'Nhầm đơn vị' })).record).toMatchObject({ takenBackBy: 'board' });
    expect((await ages('staff')).map(({ lastOn }) => lastOn)).toEqual([null, null]);
  });

  test.each<[string, string, () => object, object]>([
    ['of the acting unit itself', 'staff', () => ({ unit: unit.district }), { code: 'NOT_BELOW', field: 'unit' }],
    ['of a unit outside', 'staff', () => ({ unit: unit.other }), { code: 'NOT_FOUND', field: 'unit' }],
    ['of tomorrow', 'staff', () => ({ on: ago(-1) }), { code: 'DATE_IN_FUTURE', field: 'on' }],
    ['of nothing', 'staff', () => ({ title: '' }), { code: 'FACT_MISSING', field: 'title' }],
    ['by a document that is not there', 'staff', () => ({ document: opaque('Document', randomUUID()) }), { code: 'NOT_FOUND', field: 'document' }],
  ])('is not recorded %s', async (_, account, more, refusal) => {
    expect(await inspect(account, unit.commune, more())).toMatchObject(refusal);
    expect((await inspect(account, unit.commune)).record?.version).toBe(1);
  });
});

describe('a reminder', () => {
  const waiting = async (account: string, filter = '') => (await followed<ToldFollowed>(world, account, 'reminders', filter)).nodes;

  test('is sent to a unit below, answered from there, and never by the side that sent it', async () => {
    const { id: reminder } = (await remind('staff', unit.commune)).record!;
    expect(await waiting('staff')).toMatchObject([{ addressee: { code: 'p.d.c' }, by: { code: 'p.d' }, viewerCanAnswer: false, viewerCanChange: true }]);
    expect(await waiting('clerk')).toMatchObject([{ by: { code: 'p.d' }, viewerCanAnswer: true, viewerCanChange: false }]);
    const reply = { reminder, expectedVersion: 1, on: today, reply: 'Đã có 7 nguồn' };
    for (const account of ['staff', 'all']) expect(await changeRecord(world, account, 'answerReminder', reply), account).toMatchObject({ code: 'NOT_YOURS_TO_ANSWER', field: 'reminder' });
    expect((await changeRecord<ToldFollowed>(world, 'clerk', 'answerReminder', reply)).record).toMatchObject({ version: 2, reply: 'Đã có 7 nguồn', repliedOn: today, repliedBy: 'clerk' });
    expect((await changeRecord<ToldFollowed>(world, 'committee', 'answerReminder', { ...reply, expectedVersion: 2, reply: 'Đã có 8 nguồn' })).record).toMatchObject({ version: 3, reply: 'Đã có 8 nguồn' });
    expect(await waiting('staff')).toEqual([]);
    expect(await waiting('staff', ', standing: ANSWERED')).toMatchObject([{ reply: 'Đã có 8 nguồn' }]);
  });

  test('comes first once its answer is overdue; a cell sees its own alone', async () => {
    await remind('staff', unit.commune, { text: 'còn hạn' });
    await remind('all', unit.cell, { text: 'quá hạn', answerUntil: ago(1) });
    await remind('staff', unit.second, { text: 'không hạn', answerUntil: null });
    expect((await waiting('staff')).map(({ text }) => text)).toEqual(['quá hạn', 'còn hạn', 'không hạn']);
    expect((await waiting('staff', ', standing: OVERDUE')).map(({ text }) => text)).toEqual(['quá hạn']);
    expect((await waiting('secretary')).map(({ text, by }) => [text, by?.code])).toEqual([['quá hạn', 'p']]);
    // The district stands below the province that sent it.
    expect((await waiting('staff'))[0]).toMatchObject({ viewerCanAnswer: true });
  });

  test('is taken back by the side that sent it', async () => {
    const { id: record } = (await remind('all', unit.commune)).record!;
    for (const account of ['board', 'staff', 'clerk']) expect(await changeRecord(world, account, 'takeBackRecord', { record, expectedVersion: 1, reason: 'x' }), account).toMatchObject({ code: 'FORBIDDEN_FOR_ROLE' });
    expect((await changeRecord(world, 'all', 'takeBackRecord', { record, expectedVersion: 1, reason: 'Gửi nhầm' })).record).toMatchObject({ takenBackReason: 'Gửi nhầm' });
    expect(await waiting('clerk')).toEqual([]);
  });

  test.each<[string, () => object, object]>([
    ['to the acting unit itself', () => ({ unit: unit.district }), { code: 'NOT_BELOW', field: 'unit' }],
    ['outside the scope', () => ({ unit: unit.other }), { code: 'NOT_FOUND', field: 'unit' }],
    ['without words', () => ({ text: '' }), { code: 'FACT_MISSING', field: 'text' }],
    ['tomorrow', () => ({ on: ago(-1) }), { code: 'DATE_IN_FUTURE', field: 'on' }],
    ['to be answered before it is sent', () => ({ answerUntil: ago(6) }), { code: 'DATES_NOT_IN_ORDER', field: 'answerUntil' }],
  ])('is not sent %s', async (_, more, refusal) => {
    expect(await remind('staff', unit.commune, more())).toMatchObject(refusal);
    expect((await remind('staff', unit.commune)).record?.version).toBe(1);
  });
});

describe('what there is to follow up', () => {
  test('is counted at a unit and below it', async () => {
    await obstruct('staff', unit.commune, { dueOn: ago(1) });
    await obstruct('staff', unit.second);
    await remind('staff', unit.commune, { answerUntil: ago(1) });
    await inspect('staff', unit.second);
    const counted = async (account: string, filter = '') => (await world.data<{ followUp: object | null }>(account, `{ followUp${filter} { openObstacles overdueObstacles waitingReminders overdueReminders neverInspected } }`)).followUp;
    expect(await counted('staff')).toEqual({ openObstacles: 2, overdueObstacles: 1, waitingReminders: 1, overdueReminders: 1, neverInspected: 1 });
    expect(await counted('staff', `(unit: "${unit.second}")`)).toEqual({ openObstacles: 1, overdueObstacles: 0, waitingReminders: 0, overdueReminders: 0, neverInspected: 0 });
    expect(await counted('staff', `(unit: "${unit.other}")`)).toBeNull();
  });

  test.each(['obstacles', 'inspections', 'inspectionAges', 'reminders'] as const)('%s are read in pages, each row once', async (list) => {
    for (let index = 0; index < 5; index += 1) {
      await obstruct('staff', unit.commune, { dueOn: index % 2 ? null : ago(index - 9) });
      await inspect('staff', unit.commune, { on: ago(1 + (index % 2)) });
      await remind('staff', unit.commune, { answerUntil: index % 2 ? null : today });
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { rows: { totalCount: number; edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await world.data('staff', `query($after: String) { rows: ${list}(first: 2, after: $after) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }`, { after });
      expect(page.rows.totalCount).toBe(list === 'inspectionAges' ? 2 : 5);
      seen.push(...page.rows.edges.map(({ cursor }) => cursor));
      after = page.rows.pageInfo.hasNextPage ? page.rows.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(list === 'inspectionAges' ? 2 : 5);
  });

  test('sends the same statements for few and for many', async () => {
    for (const at of [unit.commune, unit.second, unit.cell]) for (const send of [obstruct, inspect, remind]) await send('staff', at);
    // Each by itself: what several lists ask of units may come together or apart.
    for (const list of ['obstacles(first: N) { nodes { title unit { name } viewerCanChange isOverdue } }', 'inspections(first: N) { nodes { title unit { name } by { name } document { number } } }', 'inspectionAges(first: N) { nodes { unit { name } daysSince } }', 'reminders(first: N) { nodes { text unit { name } by { name } viewerCanAnswer } } followUp { openObstacles }']) {
      const ask = (first: number) => statementsOf(async () => await world.data('staff', `{ ${list.replace('N', String(first))} }`));
      const [one, many] = [await ask(1), await ask(3)];
      expect(many.length, list).toBe(one.length);
      expect(many.length, list).toBeLessThanOrEqual(8);
    }
  });

  test('is seen and changed by no role that sees sums alone, and recorded from above by those who decide', async () => {
    const base = { unit: unit.commune, on: ago(1), idempotencyKey: randomUUID() };
    const inputs = { recordObstacle: { unit: unit.commune, title: 'x', ownerName: 'x', raisedOn: ago(1), idempotencyKey: base.idempotencyKey }, recordInspection: { ...base, title: 'x' }, sendReminder: { ...base, text: 'x' } } as const;
    const forbidden = { recordObstacle: ['board', 'admin', 'observer', 'auditor'], recordInspection: ['clerk', 'secretary', 'admin', 'observer', 'auditor'], sendReminder: ['clerk', 'secretary', 'admin', 'observer', 'auditor'] } as const;
    for (const mutation of ['recordObstacle', 'recordInspection', 'sendReminder'] as const) {
      for (const account of forbidden[mutation]) expect((await world.ask(account, changeText(mutation), { input: inputs[mutation] })).errors[0]?.extensions.code, `${account} ${mutation}`).toBe('FORBIDDEN_FOR_ROLE');
    }
    for (const account of ['admin', 'observer', 'auditor']) for (const list of ['obstacles', 'inspections', 'inspectionAges', 'reminders']) expect((await world.ask(account, `{ ${list}(first: 1) { totalCount } }`)).errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
    for (const account of ['board', 'staff']) expect((await remind(account, unit.commune)).record?.version).toBe(1);
  });
});

test('the database itself shows and changes nothing of it beyond the scope and the role', async () => {
  await obstruct('all', unit.other);
  await obstruct('all', unit.commune);
  await inspect('all', unit.commune);
  await remind('staff', unit.commune);
  const rows = async (account: string, text: string) => await world.write(account, async (transaction) => await transaction.query(text));
  for (const table of ['obstacle', 'inspection', 'reminder']) {
    expect(await rows('staff', `select id from ${table}`), table).toHaveLength(1);
    for (const account of ['neighbour', 'observer', 'admin', 'auditor']) expect(await rows(account, `select id from ${table} where unit_id = (select unit_id from ${table} limit 1) and position > 0`), `${account} ${table}`).toHaveLength(account === 'neighbour' && table === 'obstacle' ? 1 : 0);
    await expect(rows('staff', `delete from ${table}`), table).rejects.toThrow(/permission denied/);
  }
  const place = (table: string, extra: string, values: string, code: string) => `insert into ${table} (unit_id, position, by_unit_id, by_position, ${extra}) select u.unit_id, u.lo, b.unit_id, b.lo, ${values} from unit_stub u, unit_stub b where u.code = '${code}' and b.code = 'p.d' returning id`;
  const inspection = (code: string) => place('inspection', 'inspected_on, title, recorder_name', `'2026-01-01', 'x', 'x'`, code);
  const reminder = (code: string) => place('reminder', 'sent_on, text, recorder_name', `'2026-01-01', 'x', 'x'`, code);
  for (const text of [inspection, reminder]) {
    await expect(rows('board', text('p.d.c2'))).resolves.toHaveLength(1);
    // The sender is not the acting unit, or the role sends none.
    for (const account of ['all', 'clerk', 'committee']) await expect(rows(account, text('p.d.c')), account).rejects.toThrow(/row-level security/);
  }
  // The inspection came from the province: the district does not take it back. The reminder is answered from below alone.
  expect(await rows('staff', `update inspection set taken_back_reason = 'x', taken_back_by = 'x' where by_position < (select app.lo()) returning id`)).toEqual([]);
  await expect(rows('staff', `update reminder set reply = 'x', replied_on = '2099-01-01', replier_name = 'x' returning id`)).rejects.toThrow(/row-level security/);
  expect(await rows('clerk', `update reminder set reply = 'x', replied_on = '2099-01-01', replier_name = 'x' returning id`)).toHaveLength(1);
});
