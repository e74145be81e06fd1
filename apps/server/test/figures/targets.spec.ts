import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectionOf } from '../../src/contexts/targets/domain/projection.ts';
import { dataOf, insertSession, startTestServer, type TestServer } from '../api/support.ts';
import { demonstrationDatabase, demonstrationNow } from './demonstration.ts';

/* The published targets, on the figures that the records give. */

let on: TestServer;
const sessions = new Map<string, string>();

beforeAll(async () => {
  on = await startTestServer(await demonstrationDatabase(), { now: () => demonstrationNow });
  const { rows } = await on.owner.query<{ name: string; account: string; id: string }>('select a.name, a.id as account, g.id from account a join access_grant g on g.account_id = a.id');
  for (const row of rows) sessions.set(row.name, (await insertSession(on.owner, row.account, row.id)).secret);
}, 480_000);
afterAll(async () => {
  await on.stop();
  await on.database.drop();
});

interface Beside {
  readonly value: number;
  readonly target: Record<string, unknown> | null;
}

async function admitted(account: string, code: string, period: string): Promise<Beside> {
  const query = `query($code: String!, $period: Period!) { unit(code: $code) { rollup(period: $period) { admitted { value
    target { low high percentOfLow percentOfHigh remainingLow remainingHigh attainment pace standing target { below { units low } } } } } } }`;
  return (await dataOf<{ unit: { rollup: { admitted: Beside } } }>(on, sessions.get(account)!, query, { code, period })).unit.rollup.admitted;
}

test('TV-S3-B: Long An admitted 6,311 of 6,300 for the term: 100.2 %, exceeded by 11', async () => {
  const { value, target } = await admitted('board@long-an', 'long-an', 'term');
  expect(target).toMatchObject({ low: 6_300, high: 6_300, percentOfLow: 100.2, attainment: 'EXCEEDED', standing: 'EXCEEDED', remainingLow: 0 });
  expect(value - Number(target?.['high'])).toBe(11);
});

test('TV-S2-B: Hải Phòng admitted 11,124 of 18,000 to 18,500: 61.8 % of low, 60.1 % of high, ahead of pace', async () => {
  const { value, target } = await admitted('board@hai-phong', 'hai-phong', '2016-01-01/2020-12-31');
  expect(value).toBe(11_124);
  expect(target).toMatchObject({ low: 18_000, high: 18_500, percentOfLow: 61.8, percentOfHigh: 60.1, remainingLow: 6_876, remainingHigh: 7_376, attainment: 'NOT_MET', pace: 'AHEAD' });
});

test('TV-S5-C: Trà Nú admitted 8 of 4 in 2021: 200.0 %', async () => {
  expect(await admitted('secretary@tra-nu', 'quang-nam.bac-tra-my.tra-nu', '2021')).toMatchObject({ value: 8, target: { low: 4, percentOfLow: 200, attainment: 'EXCEEDED' } });
});

test('TV-S5-C: 6 of the 8 are of an ethnic minority, 75.0 %; the 8 are 6.4 % of 125 at the end of the year and 6.8 % of 117 at its beginning', async () => {
  const query = `{ unit(code: "quang-nam.bac-tra-my.tra-nu") { rollup(period: "2021") { admitted { by(dimension: ETHNIC_MINORITY) { slices { key value share } } } } }
    atEnd: watchList(first: 5, list: RATE_BELOW, parameters: { period: "2021", percent: 100, base: STOCK_AT_PERIOD_END }) { nodes { count percent unit { code } } }
    atBegin: watchList(first: 5, list: RATE_BELOW, parameters: { period: "2021", percent: 100, base: STOCK_AT_YEAR_START }) { nodes { count percent unit { code } } } }`;
  const { unit, atEnd, atBegin } = await dataOf<{ unit: { rollup: { admitted: { by: { slices: unknown[] } } } }; atEnd: { nodes: unknown[] }; atBegin: { nodes: unknown[] } }>(on, sessions.get('secretary@tra-nu')!, query);
  expect(unit.rollup.admitted.by.slices).toContainEqual({ key: 'YES', value: 6, share: 75 });
  const row = { count: 8, unit: { code: 'quang-nam.bac-tra-my.tra-nu' } };
  expect(atEnd.nodes).toContainEqual({ ...row, percent: 6.4 });
  expect(atBegin.nodes).toContainEqual({ ...row, percent: 6.8 });
});

test('a target goes down from the province to the cells, each level by its own, and the difference is shown', async () => {
  const province = await admitted('board@song-mau', 'song-mau', '2026');
  expect(province.target).toMatchObject({ attainment: 'NOT_MET', target: { below: { units: 16, low: province.target?.['low'] } } });
  const commune = await admitted('board@song-mau', 'song-mau.xa-phu-lua', '2026');
  const { below } = commune.target!['target'] as { below: { low: number } };
  expect(below.low - (commune.target!['low'] as number)).toBe(4);
  const { unit } = await dataOf<{ unit: { rollup: { childrenByTarget: { standing: string; count: number }[] } } }>(on, sessions.get('board@song-mau')!, '{ unit(code: "song-mau") { rollup(period: "2026") { childrenByTarget { standing count } } } }');
  expect(unit.rollup.childrenByTarget.reduce((sum, { count }) => sum + count, 0)).toBe(16);
  expect(unit.rollup.childrenByTarget.map(({ standing }) => standing)).toEqual(expect.arrayContaining(['BEHIND', 'AHEAD']));
});

test('TV-S2-D: the total of a district is met while two of its three communes are not', async () => {
  const { rows } = await on.owner.query<{ code: string; low: number; admitted: number }>(
    `select u.code, v.low::int as low, (select coalesce(sum(e.delta), 0)::int from entry e where e.measure = 'ADMITTED' and e.position_now between u.lo and u.hi and e.occurred_on between '2021-01-01' and '2021-12-31') as admitted
     from target t join target_version v on v.target_id = t.id join unit u on u.id = t.unit_id join target w on w.id = t.parent_id join unit d on d.id = w.unit_id where d.code = 'quang-nam.nam-tra-my'`,
  );
  expect(rows).toHaveLength(3);
  expect(rows.filter(({ low, admitted: reached }) => reached < low)).toHaveLength(2);
});

test('TV-S3-C: the guideline of Long An stands beside its own target, and a unit can be over the one and under the other', async () => {
  const query = 'query($period: Period!) { unit(code: "long-an") { rollup(period: $period) { guideline(base: STOCK_AT_PERIOD_END) { low high base standing source } } } }';
  const ask = async (period: string) => (await dataOf<{ unit: { rollup: { guideline: Record<string, unknown> | null } } }>(on, sessions.get('board@long-an')!, query, { period })).unit.rollup.guideline;
  expect(await ask('2024')).toMatchObject({ base: 52_439, low: 1_573, high: 2_098, standing: null, source: 'Nghị quyết 21-NQ/TW (2022)' });
  expect(await ask('2021')).toBeNull();
  expect((await ask('2023'))?.['standing']).toMatch(/BELOW|WITHIN|ABOVE/);
});

test('a projection holds four of five: tried on the districts of two provinces, at three days of each year that is over', async () => {
  const { rows } = await on.owner.query<{ code: string; year: number; month: number; count: number }>(
    `select u.code, extract(year from e.occurred_on)::int as year, extract(month from e.occurred_on)::int as month, sum(e.delta)::int as count
     from unit u join placement p on p.unit_id = u.id join unit r on r.id = p.ancestors[1] join entry e on e.position_now between u.lo and u.hi and e.measure = 'ADMITTED'
     where u.depth = 1 and r.code in ('long-an', 'hai-phong') group by 1, 2, 3`,
  );
  const admitted = new Map(rows.map(({ code, year, month, count }) => [`${code} ${year} ${month}`, count]));
  const sum = (code: string, year: number, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => admitted.get(`${code} ${year} ${from + index}`) ?? 0).reduce((total, count) => total + count, 0);
  const units = [...new Set(rows.map(({ code }) => code))];
  const tried = units.flatMap((code) => {
    // The first whole year of the records of each province has none before it.
    const begin = code.startsWith('long-an') ? 2021 : 2016;
    const over = code.startsWith('long-an') ? [2022, 2023] : [2017];
    return over.flatMap((year) => [3, 6, 9].map((month) => {
      const known = sum(code, year, 1, month);
      const rests = Array.from({ length: year - begin }, (_, index) => sum(code, begin + index, month + 1, 12));
      const projection = projectionOf(known, rests, { decided: 0, proposed: 0 }, (12 - month) * 30)!;
      const truth = sum(code, year, 1, 12);
      return { isInside: truth >= projection.low && truth <= projection.high, off: Math.abs(projection.middle - truth), offLinear: Math.abs((known * 12) / month - truth) };
    }));
  });
  const share = tried.filter(({ isInside }) => isInside).length / tried.length;
  expect(tried.length).toBeGreaterThan(150);
  expect(share).toBeGreaterThan(0.7);
  expect(share).toBeLessThan(0.9);
  const total = (of: 'off' | 'offLinear') => tried.reduce((whole, one) => whole + one[of], 0);
  expect(total('off')).toBeLessThan(total('offLinear') * 0.9);
});
