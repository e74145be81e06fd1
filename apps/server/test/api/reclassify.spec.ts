import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postFacts, reclassifyPerson, reclassifyUnit } from '../../src/contexts/ledger/index.ts';
import { dataOf, fact, found, insertAccount, insertRoot, plainSlices, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let staff: TestAccount;
let cell: string;
const person = randomUUID();

beforeAll(async () => {
  on = await startTestServer();
  const root = await insertRoot(on.owner, 'p');
  staff = await insertAccount(on.owner, 'staff', 'STAFF', root);
  cell = await found(on, staff.credential, { code: 'p.cell', kind: 'GRASSROOTS_CELL', parentId: root, unitType: 'SCHOOL' });
  await on.server.database.write(staff.credential, async (transaction) => {
    await postFacts(transaction, [fact('ADMITTED', person, cell, '2025-03-01')]);
  });
});

afterAll(async () => {
  await on.stop();
});

/** Members and admissions of a year by one dimension, slices that are not 0 only. */
async function slices(year: string, dimension: string): Promise<{ members: Record<string, number>; admitted: Record<string, number> }> {
  interface Sliced {
    by: { slices: { key: string; value: number }[] };
  }
  const { unit } = await dataOf<{ unit: { rollup: { members: Sliced; admitted: Sliced } } }>(
    on,
    staff.secret,
    'query ($year: Period!, $dimension: Dimension!) { unit(code: "p") { rollup(period: $year) { members { by(dimension: $dimension) { slices { key value } } } admitted { by(dimension: $dimension) { slices { key value } } } } } }',
    { year, dimension },
  );
  const shown = (figure: Sliced) => Object.fromEntries(figure.by.slices.filter((slice) => slice.value !== 0).map((slice) => [slice.key, slice.value]));
  return { members: shown(unit.rollup.members), admitted: shown(unit.rollup.admitted) };
}

test('a person who changes occupation moves in the stock from that day, and the admission stays what it was', async () => {
  const change = { personId: person, slices: { ...plainSlices, occupation: 'FARMER' }, on: '2026-02-01' };
  expect(await on.server.database.write(staff.credential, async (transaction) => await reclassifyPerson(transaction, change))).toHaveProperty('eventId');
  expect(await slices('2025', 'OCCUPATION')).toEqual({ members: { WORKER: 1 }, admitted: { WORKER: 1 } });
  expect(await slices('2026', 'OCCUPATION')).toEqual({ members: { FARMER: 1 }, admitted: {} });
});

test('a unit that changes its type takes its stock along from that day', async () => {
  const change = { unitId: cell, unitType: 'STATE_AGENCY', areas: ['URBAN'], on: '2026-03-01' };
  expect(await on.server.database.write(staff.credential, async (transaction) => await reclassifyUnit(transaction, change))).toHaveProperty('eventId');
  expect(await slices('2025', 'UNIT_TYPE')).toEqual({ members: { SCHOOL: 1 }, admitted: { SCHOOL: 1 } });
  expect(await slices('2026', 'UNIT_TYPE')).toEqual({ members: { STATE_AGENCY: 1 }, admitted: {} });
  expect(await slices('2026', 'AREA')).toEqual({ members: { URBAN: 1 }, admitted: {} });
});

test('what is folded into counters says the same', async () => {
  await on.server.database.pool.query('select app.compact(1000)');
  expect(await slices('2026', 'OCCUPATION')).toEqual({ members: { FARMER: 1 }, admitted: {} });
  expect(await slices('2026', 'UNIT_TYPE')).toEqual({ members: { STATE_AGENCY: 1 }, admitted: {} });
});
