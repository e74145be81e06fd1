import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { changeTargets, divide, give, targetOf, targetsOf } from './target-support.ts';

/* What a province, a district and its communes are asked for, and how they divide it. */

let world: OpenWorld;
const unit = { province: '', district: '', c1: '', c2: '', c3: '', cell: '', other: '', e1: '', e2: '' };
const year = new Date().getUTCFullYear();

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF').account('observer', 'OBSERVER');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('auditor', 'AUDITOR').account('watcher', 'OBSERVER');
  const communes = ['c1', 'c2', 'c3'].map((code) => district.commune(code));
  const [c1, c2, c3] = communes as [typeof district, typeof district, typeof district];
  c1.account('commune', 'STAFF').account('clerk', 'SECRETARY');
  const cell = c1.cell('1').account('secretary', 'SECRETARY');
  c2.cell('1');
  const other = tree.district('e').account('neighbour', 'STAFF');
  const [e1, e2] = [other.commune('1'), other.commune('2')];
  const far = e1.cell('1');
  for (const name of ['Dung', 'Giang', 'Hạnh']) far.person(name).happens('ADMITTED', `${year - 3}-05-04`);
  cell.member('An', '2015-01-01');
  cell.person('Bình').happens('ADMITTED', `${year}-01-03`);
  cell.person('Chi').happens('ADMITTED', `${year - 1}-05-04`);
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, c1, c2, c3, cell, other, e1, e2 }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('truncate target, allocation, target_version, allocation_draft, idempotency_key cascade');
});

async function given(low = 30, more: object = {}): Promise<string> {
  const { target } = await give(world, 'all', unit.district, { low, ...more });
  return target?.id ?? '';
}

describe('a target', () => {
  test('is set by its unit or one above, with the paper that it rests on', async () => {
    const { target, isWritten } = await give(world, 'all', unit.district, { low: 30 });
    expect(isWritten).toBe(true);
    expect(target).toMatchObject({ number: 1, indicator: 'ADMITTED', period: String(year), startsOn: `${year}-01-01`, endsOn: `${year}-12-31`, state: 'ISSUED', kind: 'EXACT', low: 30, high: 30, isPart: false, documentNumber: '5-NQ/ĐU', unit: { code: 'p.d' }, issuer: { code: 'p' } });
    expect(target?.progress).toMatchObject({ actual: 1, percentOfLow: 3.3, attainment: 'NOT_MET', remainingLow: 29 });
    expect(await targetsOf(world, 'staff', unit.district)).toHaveLength(1);
    const { rows } = await world.owner.query<{ action: string }>(`select action from audit_event where action like 'target.%' order by at desc limit 1`);
    expect(rows).toEqual([{ action: 'target.set' }]);
  });

  test('stands beside the figure of its period and of no other', async () => {
    await given(4);
    const query = 'query($id: ID!, $period: Period!) { unit(id: $id) { rollup(period: $period) { admitted { value target { low percentOfLow standing target { id } } } recognised { target { low } } } } }';
    const ask = async (period: string) => (await world.data<{ unit: { rollup: { admitted: { value: number; target: unknown }; recognised: { target: unknown } } } }>('staff', query, { id: unit.district, period })).unit.rollup;
    expect(await ask(String(year))).toMatchObject({ admitted: { value: 1, target: { low: 4, percentOfLow: 25 } }, recognised: { target: null } });
    expect((await ask(`${year}-Q1`)).admitted.target).toBeNull();
    expect((await ask(String(year - 1))).admitted.target).toBeNull();
  });

  test('is set once for a key, and once for a unit, what is counted and a period by one issuer', async () => {
    const idempotencyKey = randomUUID();
    const first = await give(world, 'all', unit.district, { idempotencyKey });
    expect(await give(world, 'all', unit.district, { idempotencyKey })).toMatchObject({ isWritten: false, target: { id: first.target?.id } });
    expect(await give(world, 'all', unit.district, { idempotencyKey, low: 31 })).toMatchObject({ code: 'KEY_USED_OTHERWISE' });
    expect(await give(world, 'all', unit.district)).toMatchObject({ code: 'TARGET_EXISTS', field: 'period' });
    expect((await give(world, 'all', unit.district, { slice: { dimension: 'UNIT_TYPE', key: 'NON_STATE_ENTERPRISE' } })).isWritten).toBe(true);
    // Its own congress asks for more: both stand, and the figure stands beside what was handed down.
    expect((await give(world, 'staff', unit.district, { low: 40 })).isWritten).toBe(true);
    expect((await targetsOf(world, 'staff', unit.district, String(year))).map(({ low, issuer }) => [low, issuer?.code])).toEqual([[30, 'p'], [40, 'p.d'], [30, 'p']]);
  });

  test('is adjusted once for a key, also where nobody heard of the first time, and only for who may see it', async () => {
    const input = { target: await given(30), expectedVersion: 1, kind: 'EXACT', low: 34, reason: 'nguồn tăng', issuedOn: `${year}-02-01`, documentNumber: '9-QĐ/TU', idempotencyKey: randomUUID() };
    expect(await changeTargets(world, 'all', 'adjustTarget', input)).toMatchObject({ isWritten: true, target: { number: 2 } });
    expect(await changeTargets(world, 'all', 'adjustTarget', input)).toMatchObject({ isWritten: false, target: { number: 2, low: 34 } });
    expect(await changeTargets(world, 'all', 'adjustTarget', { ...input, low: 35 })).toMatchObject({ code: 'KEY_USED_OTHERWISE', field: 'idempotencyKey' });
    // The key of somebody else is none.
    expect(await changeTargets(world, 'staff', 'adjustTarget', input)).toMatchObject({ code: 'NOT_YOUR_BODY' });
    expect(await changeTargets(world, 'neighbour', 'adjustTarget', input)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('TV-T-E: of 0 has no per cent and still shows the 3 that were reached; of 5 nobody is 0.0 %', async () => {
    const period = `${year - 3}-01-01/${year}-12-31`;
    expect(await give(world, 'all', unit.other, { low: 0, period })).toMatchObject({ code: 'NOTE_MISSING' });
    const { target } = await give(world, 'all', unit.other, { low: 0, period, note: 'chưa có nguồn' });
    expect(target).toMatchObject({ low: 0, progress: { actual: 3, percentOfLow: null, attainment: 'NO_TARGET', standing: 'NO_TARGET' } });
    const query = 'query($id: ID!, $period: Period!) { unit(id: $id) { rollup(period: $period) { admitted { value target { percentOfLow standing } } } } }';
    const { unit: beside } = await world.data<{ unit: { rollup: { admitted: unknown } } }>('neighbour', query, { id: unit.other, period });
    expect(beside.rollup.admitted).toEqual({ value: 3, target: { percentOfLow: null, standing: 'NO_TARGET' } });
    expect((await give(world, 'all', unit.other, { low: 5 })).target?.progress).toMatchObject({ actual: 0, percentOfLow: 0, attainment: 'NOT_MET' });
    // Of nothing nobody is nothing too.
    expect((await give(world, 'all', unit.c3, { low: 0, note: 'chưa có nguồn' })).target?.progress).toMatchObject({ actual: 0, percentOfLow: null, attainment: 'NO_TARGET' });
  });

  test('is adjusted by whoever gave it, for a reason, and keeps what it was', async () => {
    const id = await given(30);
    const change = (account: string, more: object = {}) => changeTargets(world, account, 'adjustTarget', { target: id, expectedVersion: 1, kind: 'EXACT', low: 34, reason: 'nguồn tăng', issuedOn: `${year}-02-01`, documentNumber: '9-QĐ/TU', ...more });
    expect(await change('staff')).toMatchObject({ code: 'NOT_YOUR_BODY' });
    expect(await change('all', { reason: '  ' })).toMatchObject({ code: 'REASON_MISSING' });
    expect(await change('all', { documentNumber: ' ' })).toMatchObject({ code: 'DOCUMENT_MISSING', field: 'documentNumber' });
    expect(await change('all', { issuedOn: `${year}-01-04` })).toMatchObject({ code: 'DATES_NOT_IN_ORDER' });
    expect(await change('all', { low: 30 })).toMatchObject({ code: 'UNCHANGED' });
    expect((await change('all')).target).toMatchObject({
      number: 2, low: 34, versions: [{ number: 1, low: 30, reason: null, documentNumber: '5-NQ/ĐU', recordedBy: 'all' }, { number: 2, low: 34, reason: 'nguồn tăng', documentNumber: '9-QĐ/TU' }],
    });
    expect(await change('all')).toMatchObject({ code: 'VERSION_CONFLICT', current: { number: 2 }, conflict: { expected: '1', current: '2' } });
  });

  test.each([
    ['a negative number', { low: -1 }, 'NUMBER_NOT_POSSIBLE', 'low'],
    ['a part of a person', { low: 1.5 }, 'NUMBER_NOT_POSSIBLE', 'low'],
    ['a range upside down', { kind: 'RANGE', low: 9, high: 8 }, 'RANGE_UPSIDE_DOWN', 'high'],
    ['a range without an end', { kind: 'RANGE', low: 9 }, 'FACT_MISSING', 'high'],
    ['a rate of nobody', { kind: 'RATE', low: 3 }, 'BASE_MISSING', 'base'],
    ['a rate above the whole', { kind: 'RATE', low: 101, base: 'STOCK_AT_YEAR_START' }, 'NUMBER_NOT_POSSIBLE', 'low'],
    ['a number to come down to of people', { kind: 'REDUCE_TO', low: 3 }, 'KIND_NOT_POSSIBLE', 'kind'],
    ['nothing without saying why', { low: 0 }, 'NOTE_MISSING', 'note'],
    ['a period that ended', { period: String(year - 1), issuedOn: `${year - 1}-01-01` }, 'PERIOD_ENDED', 'period'],
    ['a term where there is none', { period: 'term' }, 'PERIOD_NOT_POSSIBLE', 'period'],
    ['a group that does not concern it', { indicator: 'UNITS_FOUNDED', slice: { dimension: 'GENDER', key: 'F' } }, 'SLICE_NOT_POSSIBLE', 'slice'],
    ['what cannot be seen', { documentNumber: '5\u200B' }, 'TEXT_NOT_POSSIBLE', 'documentNumber'],
    ['a document that is not there', { document: opaque('Document', randomUUID()) }, 'NOT_FOUND', 'document'],
  ])('is refused for %s', async (_what, more, code, field) => {
    const outcome = await give(world, 'all', unit.district, more);
    expect(outcome).toMatchObject({ code, field });
    expect(outcome.message).not.toBe('');
    expect(await targetsOf(world, 'all', unit.district)).toEqual([]);
  });

  test('is read by every role of the scope and set by those who decide', async () => {
    const id = await given();
    for (const account of ['all', 'staff', 'board']) expect(await targetsOf(world, account, unit.district), account).toHaveLength(1);
    const sums = 'query($id: ID!) { unit(id: $id) { targets { low progress { percentOfLow } } } }';
    for (const account of ['admin', 'auditor', 'watcher']) expect(await world.data(account, sums, { id: unit.district }), account).toMatchObject({ unit: { targets: [{ low: 30 }] } });
    expect((await give(world, 'board', unit.c3, { low: 2 })).isWritten).toBe(true);
    const input = { unit: unit.c1, indicator: 'ADMITTED', period: String(year), kind: 'EXACT', low: 3, issuedOn: `${year}-01-05`, idempotencyKey: randomUUID() };
    for (const account of ['admin', 'auditor', 'watcher', 'clerk']) {
      const { errors } = await world.ask(account, 'mutation($input: SetTargetInput!) { setTarget(input: $input) { __typename } }', { input });
      expect(errors?.[0]?.extensions?.['code'], account).toBe('FORBIDDEN_FOR_ROLE');
    }
    expect(await targetOf(world, 'neighbour', id)).toBeNull();
    expect(await give(world, 'neighbour', unit.c1)).toMatchObject({ code: 'NOT_FOUND', field: 'unit' });
    expect(await give(world, 'neighbour', opaque('Unit', randomUUID()))).toEqual(await give(world, 'neighbour', unit.c1));
  });
});

describe('an allocation', () => {
  test('makes up the target exactly, and gives each unit below its part', async () => {
    const id = await given(30);
    const outcome = await divide(world, 'staff', id, { [unit.c1]: 15, [unit.c2]: 10, [unit.c3]: 5 });
    expect(outcome).toMatchObject({ isWritten: true, sums: { given: { low: 30 }, allocated: { low: 30 }, difference: { low: 0 }, holds: true } });
    expect(outcome.changes?.map(({ unit: at, before, after }) => [at?.code, before, after.low])).toEqual([['p.d.c1', null, 15], ['p.d.c2', null, 10], ['p.d.c3', null, 5]]);
    expect(await targetsOf(world, 'commune', unit.c1)).toMatchObject([{ low: 15, isPart: true, whole: null, issuer: { code: 'p.d' }, documentNumber: '7-QĐ/HU', viewerCanAdjust: { can: false, because: 'NOT_YOUR_BODY' } }]);
    expect(await targetOf(world, 'staff', id)).toMatchObject({ below: { units: 3, low: 30 }, allocation: { number: 1, divides: 1, sums: { holds: true } }, parts: [{ low: 15 }, { low: 10 }, { low: 5 }] });
    // The sister units do not see each other's part, and nobody below sees the whole.
    expect(await targetOf(world, 'commune', id)).toBeNull();
    expect(await targetOf(world, 'commune', (await targetsOf(world, 'staff', unit.c2))[0]!.id)).toBeNull();
  });

  test.each([
    ['too little', { c1: 15, c2: 10 }, 'SUM_NOT_EXACT', -5, 'Tổng phân bổ chưa bằng đúng chỉ tiêu được giao. (25/30, còn 5)'],
    ['too much', { c1: 25, c2: 10 }, 'SUM_NOT_EXACT', 5, 'Tổng phân bổ chưa bằng đúng chỉ tiêu được giao. (35/30, thừa 5)'],
  ])('of %s is refused, and says by how much', async (_what, parts, code, difference, message) => {
    const id = await given(30);
    const outcome = await divide(world, 'staff', id, Object.fromEntries(Object.entries(parts).map(([at, amount]) => [unit[at as 'c1'], amount])));
    expect(outcome).toMatchObject({ code, message, sums: { difference: { low: difference }, holds: false } });
    expect((await targetOf(world, 'staff', id))?.allocation).toBeNull();
    expect(await targetsOf(world, 'staff', unit.c1)).toEqual([]);
  });

  test('may exceed the target by its rule, and then shows by how much at every level', async () => {
    const id = await given(30);
    expect(await divide(world, 'staff', id, { [unit.c1]: 20, [unit.c2]: 14 }, { sumRule: 'NOT_BELOW' })).toMatchObject({ isWritten: true, sums: { difference: { low: 4 }, holds: true } });
    expect(await targetOf(world, 'staff', id)).toMatchObject({ low: 30, progress: { percentOfLow: 3.3 }, below: { low: 34, difference: 4, percentOfLow: 2.9 }, allocation: { sumRule: 'NOT_BELOW', sums: { difference: { low: 4 } } } });
    // The commune, asked for 20, hands down 21 to its cells: there the difference is its own.
    const part = (await targetsOf(world, 'commune', unit.c1))[0]!;
    expect(await divide(world, 'commune', part.id, { [unit.cell]: 21 }, { sumRule: 'NOT_BELOW' })).toMatchObject({ isWritten: true });
    expect(await targetOf(world, 'commune', part.id)).toMatchObject({ low: 20, below: { units: 1, low: 21, difference: 1 } });
    expect(await targetOf(world, 'staff', id)).toMatchObject({ below: { low: 34, difference: 4 } });
  });

  test('TV-T-G: of 34 below 30 the per cent of the whole is taken of 30, that of each part of its own, and the difference is told', async () => {
    const { target } = await give(world, 'all', unit.other, { low: 30, period: `${year - 3}-01-01/${year}-12-31` });
    expect(await divide(world, 'neighbour', target!.id, { [unit.e1]: 20, [unit.e2]: 14 }, { sumRule: 'NOT_BELOW' })).toMatchObject({ isWritten: true });
    const whole = await targetOf(world, 'neighbour', target!.id);
    expect(whole).toMatchObject({ below: { units: 2, low: 34, difference: 4, percentOfLow: 8.8 }, progress: { actual: 3, percentOfLow: 10, remainingLow: 27 }, allocation: { sums: { difference: { low: 4 } } } });
    expect((await targetsOf(world, 'neighbour', unit.e1))[0]).toMatchObject({ low: 20, progress: { actual: 3, percentOfLow: 15, remainingLow: 17 } });
    expect((await targetsOf(world, 'neighbour', unit.e2))[0]).toMatchObject({ low: 14, progress: { actual: 0, percentOfLow: 0, remainingLow: 14 } });
  });

  test('keeps a reserve by its rule', async () => {
    const id = await given(30);
    expect(await divide(world, 'staff', id, { [unit.c1]: 20 }, { sumRule: 'WITH_RESERVE', reserve: { low: 10 } })).toMatchObject({ isWritten: true, sums: { reserve: { low: 10 } } });
    expect(await divide(world, 'staff', id, { [unit.c1]: 20 }, { sumRule: 'WITH_RESERVE', reserve: { low: 5 } })).toMatchObject({ code: 'SUM_NOT_EXACT', message: 'Tổng phân bổ chưa bằng đúng chỉ tiêu được giao. (25/30, còn 5)' });
    expect(await divide(world, 'staff', id, { [unit.c1]: 20 }, { sumRule: 'EXACTLY', reserve: { low: 10 } })).toMatchObject({ code: 'RESERVE_NOT_POSSIBLE' });
  });

  test('of a range makes up both bounds, of a rate its mean by members', async () => {
    const range = await given(20, { kind: 'RANGE', high: 26 });
    expect(await divide(world, 'staff', range, { [unit.c1]: [12, 15], [unit.c2]: [8, 10] })).toMatchObject({ code: 'SUM_NOT_EXACT', message: 'Tổng phân bổ chưa bằng đúng chỉ tiêu được giao. (25/26, còn 1)', sums: { difference: { low: 0, high: -1 } } });
    expect(await divide(world, 'staff', range, { [unit.c1]: [12, 15], [unit.c2]: [8, 11] })).toMatchObject({ isWritten: true });
    const rate = await give(world, 'all', unit.district, { kind: 'RATE', low: 3, base: 'STOCK_AT_YEAR_START', indicator: 'ADMITTED', slice: { dimension: 'YOUTH_UNION', key: 'YES' } });
    const id = rate.target?.id ?? '';
    expect(await divide(world, 'staff', id, { [unit.c1]: 3 })).toMatchObject({ code: 'RULE_NOT_POSSIBLE' });
    expect(await divide(world, 'staff', id, { [unit.c1]: 2.5, [unit.c2]: 9 }, { sumRule: 'NOT_BELOW' })).toMatchObject({ code: 'SUM_BELOW', message: expect.stringMatching(/^Tổng phân bổ còn thấp hơn chỉ tiêu được giao. \(2,\d+%\/3%, còn 0,\d+%\)$/) });
    expect(await divide(world, 'staff', id, { [unit.c1]: 3.5, [unit.c2]: 1 }, { sumRule: 'NOT_BELOW' })).toMatchObject({ isWritten: true });
    // The mean weighs by the members at the end of the year before: Bình came this year.
    expect((await targetOf(world, 'staff', id))?.worksheet.map(({ members, weight }) => [members, weight])).toEqual([[3, 2], [0, 0], [0, 0]]);
    expect((await targetOf(world, 'staff', range))?.worksheet.map(({ weight }) => weight)).toEqual([null, null, null]);
  });

  test('tells everything that is wrong with its lines, and loses nothing', async () => {
    const id = await given(30);
    const outcome = await divide(world, 'staff', id, { [unit.c1]: -1, [unit.c2]: 2.5, [unit.cell]: 3, [opaque('Unit', randomUUID())]: 4, [unit.other]: 4 });
    expect(outcome.lines?.map(({ code, unit: at }) => [code, at?.code ?? null])).toEqual([
      ['UNIT_NOT_BELOW', 'p.d.c1.1'], ['UNIT_NOT_BELOW', null], ['UNIT_NOT_BELOW', null], ['NUMBER_NOT_POSSIBLE', 'p.d.c1'], ['NUMBER_NOT_POSSIBLE', 'p.d.c2'],
    ]);
    expect(await divide(world, 'staff', id, { [unit.c1]: 30, [unit.c2]: 0 }, { lines: [{ unit: unit.c1, low: 30 }, { unit: unit.c2, low: 0 }] })).toMatchObject({ code: 'NOTE_MISSING', lines: [{ unit: { code: 'p.d.c2' } }] });
  });

  test('is tried without writing anything', async () => {
    const id = await given(30);
    expect(await divide(world, 'staff', id, { [unit.c1]: 30 }, { dryRun: true })).toMatchObject({ isWritten: false, changes: [{ before: null, after: { low: 30 } }] });
    expect(await targetsOf(world, 'staff', unit.c1)).toEqual([]);
  });

  test('is made anew for a reason and by a document, with everybody who has a part, and who keeps theirs gets no further version', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [unit.c1]: 15, [unit.c2]: 15 });
    expect(await divide(world, 'staff', id, { [unit.c1]: 15, [unit.c2]: 15 })).toMatchObject({ code: 'UNCHANGED' });
    expect(await divide(world, 'staff', id, { [unit.c1]: 16, [unit.c2]: 14 }, { reason: null })).toMatchObject({ code: 'REASON_MISSING' });
    expect(await divide(world, 'staff', id, { [unit.c1]: 16, [unit.c2]: 14 }, { documentNumber: ' ' })).toMatchObject({ code: 'DOCUMENT_MISSING', field: 'documentNumber' });
    expect(await divide(world, 'staff', id, { [unit.c1]: 30 })).toMatchObject({ code: 'UNIT_MISSING', lines: [{ code: 'UNIT_MISSING', unit: { code: 'p.d.c2' } }] });
    expect(await divide(world, 'staff', id, { [unit.c1]: 15, [unit.c2]: 10, [unit.c3]: 5 })).toMatchObject({ isWritten: true });
    const [c1, c2, c3] = await Promise.all([unit.c1, unit.c2, unit.c3].map(async (at) => (await targetsOf(world, 'staff', at))[0]!));
    expect([c1, c2, c3].map((one) => one?.number)).toEqual([1, 2, 1]);
    expect(c2?.versions.map(({ low, reason }) => [low, reason])).toEqual([[15, null], [10, 'điều chỉnh giữa năm']]);
  });

  test('stands for the version that it divided, and shows what is left when the target is adjusted', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [unit.c1]: 15, [unit.c2]: 15 });
    await changeTargets(world, 'all', 'adjustTarget', { target: id, expectedVersion: 1, kind: 'EXACT', low: 34, reason: 'nguồn tăng', documentNumber: '9-QĐ/TU', issuedOn: `${year}-02-01` });
    expect(await targetOf(world, 'staff', id)).toMatchObject({ low: 34, allocation: { divides: 1, sums: { given: { low: 34 }, difference: { low: -4 }, holds: false } } });
    expect(await divide(world, 'staff', id, { [unit.c1]: 17, [unit.c2]: 17 }, { issuedOn: `${year}-02-05` })).toMatchObject({ isWritten: true });
    expect(await targetOf(world, 'staff', id)).toMatchObject({ allocation: { number: 2, divides: 2, sums: { holds: true } } });
  });

  test('goes down the levels, and each level divides its own', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [unit.c1]: 20, [unit.c2]: 10 });
    const part = (await targetsOf(world, 'commune', unit.c1))[0]!;
    expect(await divide(world, 'commune', part.id, { [unit.cell]: 20 })).toMatchObject({ isWritten: true });
    expect(await targetsOf(world, 'secretary', unit.cell)).toMatchObject([{ low: 20, issuer: { code: 'p.d.c1' } }]);
    const cells = (await targetsOf(world, 'secretary', unit.cell))[0]!;
    expect((await targetOf(world, 'secretary', cells.id))?.viewerCanAllocate).toEqual({ can: false, because: 'FORBIDDEN_FOR_ROLE' });
    expect((await targetOf(world, 'all', cells.id))?.viewerCanAllocate).toEqual({ can: false, because: 'UNIT_GETS_NONE' });
    expect(await divide(world, 'commune', id, { [unit.c1]: 30 })).toMatchObject({ code: 'NOT_FOUND', field: 'target' });
  });

  test('is not published over another that was published meanwhile', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [unit.c1]: 30 });
    expect(await divide(world, 'board', id, { [unit.c1]: 20, [unit.c2]: 10 }, { expectedAllocation: 0 })).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedAllocation', current: { number: 1 }, conflict: { expected: '0', current: '1' } });
  });
});

describe('the worksheet', () => {
  test('shows what helps to decide, and suggests by a way with the locked rows as they are', async () => {
    const id = await given(30);
    const { worksheet, viewerCanAllocate } = (await targetOf(world, 'staff', id))!;
    expect(worksheet.map(({ unit: at, members, lastYear, pool }) => [at.code, members, lastYear, pool])).toEqual([['p.d.c1', 3, 1, 0], ['p.d.c2', 0, 0, 0], ['p.d.c3', 0, 0, 0]]);
    expect(viewerCanAllocate).toEqual({ can: true, because: null });
    const query = 'query($id: ID!, $way: SplitWay!, $locked: [AllocationLineInput!]) { target(id: $id) { suggestion(way: $way, locked: $locked) { unit low } } }';
    const suggest = async (way: string, locked: object[] = []) => (await world.data<{ target: { suggestion: { low: number }[] } }>('staff', query, { id, way, locked })).target.suggestion.map(({ low }) => low);
    expect(await suggest('EQUAL')).toEqual([10, 10, 10]);
    expect(await suggest('MEMBERS')).toEqual([30, 0, 0]);
    expect(await suggest('EQUAL', [{ unit: unit.c2, low: 7 }])).toEqual([12, 7, 11]);
  });

  test('is kept as it stands, seen by those who hand out, and lost to nobody who saved meanwhile', async () => {
    const id = await given(30);
    const save = (account: string, more: object = {}) => changeTargets(world, account, 'saveAllocationDraft', { target: id, sumRule: 'EXACTLY', lines: [{ unit: unit.c1, low: 7, isLocked: true }, { unit: unit.c2, unreadLow: 'mười', note: 'chờ' }], ...more });
    expect(await save('staff')).toMatchObject({ isWritten: false });
    expect((await targetOf(world, 'board', id))?.draft).toMatchObject({ version: 1, savedBy: 'staff', lines: [{ low: 7, unreadLow: null, isLocked: true }, { low: null, unreadLow: 'mười', note: 'chờ' }] });
    expect(await save('board', { expectedVersion: 1, lines: [{ unit: unit.c1, unreadLow: 'ẩn\u200B' }] })).toMatchObject({ code: 'TEXT_NOT_POSSIBLE' });
    expect(await save('board')).toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await save('board', { expectedVersion: 1 })).toMatchObject({ target: { id } });
    expect((await targetOf(world, 'staff', id))?.draft?.version).toBe(2);
    expect(await changeTargets(world, 'staff', 'discardAllocationDraft', { target: id, expectedVersion: 1 })).toMatchObject({ code: 'VERSION_CONFLICT' });
    await divide(world, 'staff', id, { [unit.c1]: 30 });
    expect((await targetOf(world, 'staff', id))?.draft).toBeNull();
  });
});

describe('the database', () => {
  const owner = async (sql: string, values: readonly unknown[] = []) => await world.owner.query(sql, [...values]);

  test('refuses whatever does not make up the target, whoever writes it', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [unit.c1]: 20, [unit.c2]: 10 });
    const add = `insert into target_version (target_id, unit_id, position, number, kind, low, high, allocation_id, issued_on, reason, recorder_name)
      select t.id, t.unit_id, t.position, 2, 'EXACT', $1, $1, v.allocation_id, current_date, 'x', 'x' from target t join target_version v on v.target_id = t.id where t.parent_id is not null and v.low = 20`;
    await expect(owner(add, [19])).rejects.toMatchObject({ constraint: 'allocation_sum_holds' });
    await expect(owner(add, [21])).rejects.toMatchObject({ constraint: 'allocation_sum_holds' });
    await expect(owner(add.replace('v.allocation_id, current_date', 'null, current_date'), [20])).rejects.toMatchObject({ constraint: 'target_version_given_by_its_allocation' });
    await expect(owner('update target set parent_id = null where parent_id is not null')).rejects.toMatchObject({ constraint: 'allocation_sum_holds' });
    await expect(owner('update target set closed_on = current_date, closed_result = 19 where id = (select target_id from target_version where low = 20)')).rejects.toMatchObject({ constraint: 'allocation_sum_holds' });
    await expect(owner('update target set closed_on = current_date, closed_result = 21 where id = (select target_id from target_version where low = 20)')).resolves.toBeDefined();
  });

  test('lets nobody change or delete what was issued, nor set what was given from above', async () => {
    const id = await given(30);
    await divide(world, 'staff', id, { [unit.c1]: 30 });
    const as = async (account: string, sql: string) => await world.write(account, async (transaction) => await transaction.query(sql));
    await expect(as('all', 'update target_version set low = 1 returning 1')).rejects.toThrow(/permission denied/);
    await expect(as('all', 'delete from target returning 1')).rejects.toThrow(/permission denied/);
    const version = `insert into target_version (target_id, unit_id, position, number, kind, low, high, issued_on, reason, recorder_name)
      select id, unit_id, position, 9, 'EXACT', 1, 1, current_date, 'x', 'x' from target where parent_id is null returning 1`;
    await expect(as('staff', version)).rejects.toThrow(/row-level security/);
    await expect(as('all', version)).resolves.toHaveLength(1);
    await expect(as('clerk', `insert into target (unit_id, position, issuer_id, issuer_position, indicator, period, starts_on, ends_on) select id, lo, id, lo, 'LISTED', '2030', '2030-01-01', '2030-12-31' from unit where code = 'p.d.c1' returning 1`)).rejects.toThrow(/row-level security/);
    expect(await as('neighbour', 'select id from target')).toEqual([]);
    expect(await as('commune', 'select id from allocation')).toEqual([]);
  });
});
