import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveUnit, postFacts } from '../../src/contexts/ledger/index.ts';
import { ask, dataOf, fact, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let root: TestAccount;
let observer: TestAccount;

/** How many were admitted in each cell, in 2023 and in 2024. */
const cells = { 'p.a.fewer': [4, 2], 'p.a.more': [0, 1], 'p.a.same': [1, 1], 'p.a.none': [0, 0], 'p.b.moved': [3, 0] } as const;

beforeAll(async () => {
  on = await startTestServer();
  const province = await insertRoot(on.owner, 'p');
  root = await insertAccount(on.owner, 'root', 'STAFF', province);
  observer = await insertAccount(on.owner, 'observer', 'OBSERVER', province);
  const below = async (code: string, kind: string, parentId: string, foundedOn?: string) => await found(on, root.credential, { code, kind, parentId, ...(foundedOn ? { foundedOn } : {}) });
  const districts = { a: await below('p.a', 'DISTRICT_PARTY', province), b: await below('p.b', 'DISTRICT_PARTY', province) };
  const ids = new Map<string, string>();
  for (const code of Object.keys(cells)) ids.set(code, await below(code, 'GRASSROOTS_CELL', code.startsWith('p.a') ? districts.a : districts.b));
  await below('p.a.new', 'GRASSROOTS_CELL', districts.a, '2023-06-01');
  await on.server.database.write(root.credential, async (transaction) => {
    const facts = Object.entries(cells).flatMap(([code, counts]) =>
      counts.flatMap((count, year) => Array.from({ length: count }, (_, day) => fact('ADMITTED', randomUUID(), ids.get(code)!, `${2023 + year}-0${day + 2}-10`))),
    );
    await postFacts(transaction, facts);
    await moveUnit(transaction, { unitId: ids.get('p.b.moved')!, newParentId: districts.a, on: '2024-07-01' });
  });
});

afterAll(async () => {
  await on.stop();
});

interface LastYear {
  period: { text: string };
  value: number | null;
  difference: number | null;
  percent: number | null;
  standing: string | null;
  sentence: string | null;
}
interface Answer {
  unit: { rollup: { admitted: { value: number; samePeriodLastYear: LastYear | null }; childrenByStanding: { standing: string; count: number }[] } };
}

const query = `query ($code: String!, $period: Period!, $asOf: Date) { unit(code: $code) { rollup(period: $period, asOf: $asOf) {
  admitted { value samePeriodLastYear { period { text } value difference percent standing sentence } }
  childrenByStanding { standing count } } } }`;

async function rollup(secret: string, code: string, period: string, asOf: string | null = null) {
  return (await dataOf<Answer>(on, secret, query, { code, period, asOf })).unit.rollup;
}

test('a figure stands beside the same period of the year before, in words too', async () => {
  expect((await rollup(root.secret, 'p.a.fewer', '2024')).admitted.samePeriodLastYear).toEqual({
    period: { text: '2023' },
    value: 4,
    difference: -2,
    percent: 50,
    standing: 'FEWER',
    sentence: 'Giảm 2 so với cùng kỳ 2023 (4)',
  });
  expect((await rollup(root.secret, 'p.a.more', '2024')).admitted.samePeriodLastYear).toMatchObject({ difference: 1, percent: null, standing: 'MORE' });
  expect((await rollup(root.secret, 'p.a.none', '2024')).admitted.samePeriodLastYear?.sentence).toBe('Không có, cùng kỳ 2023 cũng không có');
});

test('a period that is not over is compared up to the same day, and says nothing before 31 March', async () => {
  const april = (await rollup(root.secret, 'p.a.fewer', '2024', '2024-04-15')).admitted.samePeriodLastYear;
  expect(april).toMatchObject({ period: { text: '2023-01-01/2023-04-15' }, value: 3, difference: -1, standing: 'FEWER' });
  expect((await rollup(root.secret, 'p.a.fewer', '2024', '2024-03-30')).admitted.samePeriodLastYear).toMatchObject({ value: 2, standing: 'TOO_EARLY' });
});

test('a unit counts its children by their standing, by the tree of the end of the period', async () => {
  expect((await rollup(root.secret, 'p.a', '2024')).childrenByStanding).toEqual([
    { standing: 'FEWER', count: 2 },
    { standing: 'NONE', count: 1 },
    { standing: 'SAME', count: 1 },
    { standing: 'MORE', count: 1 },
    { standing: 'NOT_COMPARABLE', count: 1 },
  ]);
  expect((await rollup(root.secret, 'p.b', '2024')).childrenByStanding).toEqual([]);
  expect((await rollup(root.secret, 'p.b', '2024', '2024-06-30')).childrenByStanding).toEqual([{ standing: 'FEWER', count: 1 }]);
});

test('there is nothing to compare with for a long range, and for a unit founded since', async () => {
  expect((await rollup(root.secret, 'p.a', '2023-01-01/2024-12-31')).admitted.samePeriodLastYear).toBeNull();
  expect((await rollup(root.secret, 'p.a.new', '2024')).admitted.samePeriodLastYear).toBeNull();
  expect((await rollup(root.secret, 'p.a.new', '2025')).admitted.samePeriodLastYear).not.toBeNull();
});

test('a role that reads sums alone compares what it may read, and small counts stay hidden in it', async () => {
  expect(await rollup(observer.secret, 'p.a', '2024')).toMatchObject({ admitted: { samePeriodLastYear: { difference: -1 } } });
  const removed = await dataOf<{ unit: { rollup: { removed: { value: number | null; samePeriodLastYear: LastYear } } } }>(
    on,
    observer.secret,
    '{ unit(code: "p.a") { rollup(period: "2024") { removed { value samePeriodLastYear { period { text } value difference percent standing sentence } } } } }',
  );
  expect(removed.unit.rollup.removed).toEqual({
    value: null,
    samePeriodLastYear: { period: { text: '2023' }, value: null, difference: null, percent: null, standing: null, sentence: null },
  });
  const range = await ask(on, query, { code: 'p.a', period: '2024-01-01/2024-06-30', asOf: null }, { secret: observer.secret });
  expect(range.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN_FOR_ROLE']);
});
