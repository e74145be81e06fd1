import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, daysFrom } from '../../src/kernel/day.ts';
import { elapsedPart, type Course } from '../../src/contexts/targets/domain/progress.ts';
import { projectionOf, projectionOfStock, stretchesOf, type Projection } from '../../src/contexts/targets/domain/projection.ts';
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

/** What is known of the districts of two provinces: what each admitted by day, since when it has members on record, and who was on the way on a day. */
async function districtsTried(days: readonly string[]) {
  const districts = `select u.id, u.code, u.lo, u.hi from unit u join placement p on p.unit_id = u.id join unit r on r.id = p.ancestors[1] where u.depth = 1 and r.code in ('long-an', 'hai-phong')`;
  const { rows: admitted } = await on.owner.query<{ code: string; day: string; count: number }>(
    `select d.code, e.occurred_on::text as day, sum(e.delta)::int as count from (${districts}) d join entry e on e.position_now between d.lo and d.hi and e.measure = 'ADMITTED' group by 1, 2`,
  );
  const { rows: begun } = await on.owner.query<{ code: string; day: string }>(
    `select d.code, min(e.occurred_on)::text as day from (${districts}) d join entry e on e.position_now between d.lo and d.hi and e.measure in ('OFFICIAL_MEMBERS', 'PROBATIONARY_MEMBERS') group by 1`,
  );
  // Whoever stood there on the day, as the steps say that were taken by then: at the district that admitted them later.
  const { rows: onTheWay } = await on.owner.query<{ code: string; day: string; decided: number; proposed: number }>(
    `with d as materialized (${districts}),
       own as materialized (select e.subject_id, d.code from d join entry e on e.position_now between d.lo and d.hi and e.measure = 'ADMITTED' and e.delta = 1),
       stood as materialized (
         select own.code, s.step, s.happened_on as since, lead(s.happened_on, 1, 'infinity') over (partition by s.candidacy_id order by s.happened_on, s.recorded_at, s.id) as until
         from own join candidacy c on c.person_id = own.subject_id join candidacy_step s on s.candidacy_id = c.id left join candidacy_step r on r.reverses = s.id
         where s.step <> 'EXTENDED' and s.reverses is null and r.id is null)
     select w.code, q.day::text as day, count(*) filter (where w.step = 'ADMISSION_DECIDED')::int as decided, count(*) filter (where w.step <> 'ADMISSION_DECIDED')::int as proposed
     from unnest($1::date[]) as q (day) join stood w on w.since <= q.day and w.until > q.day and w.step in ('CELL_PROPOSED', 'COMMITTEE_PROPOSED', 'SUBMITTED', 'ADMISSION_DECIDED') group by 1, 2`,
    [days],
  );
  const ofDay = Map.groupBy(admitted, ({ code }) => code);
  return {
    codes: [...new Set(admitted.map(({ code }) => code))],
    admitted: (code: string, from: string, to: string) => (ofDay.get(code) ?? []).filter(({ day }) => from <= day && day <= to).reduce((sum, { count }) => sum + count, 0),
    since: new Map(begun.map(({ code, day }) => [code, day])),
    pipeline: new Map(onTheWay.map(({ code, day, ...pipeline }) => [`${code} ${day}`, pipeline])),
  };
}

/** What a projection is worth: how often its interval held the truth, and by how much its middle missed, all together. */
function judged(tried: readonly { readonly projection: Projection; readonly truth: number }[]) {
  return {
    coverage: tried.filter(({ projection: { low, high }, truth }) => truth >= low && truth <= high).length / tried.length,
    error: tried.reduce((sum, { projection, truth }) => sum + Math.abs(projection.middle - truth), 0),
  };
}

test('a projection holds four of five: tried on the districts of two provinces, at three days of each year that is over, with the people on the way of that day', async () => {
  const ends = ['03-31', '06-30', '09-30'];
  const years = { 'long-an': [2022, 2023], 'hai-phong': [2017] };
  const days = Object.values(years).flat().flatMap((year) => ends.map((end) => `${year}-${end}`));
  const { codes, admitted, since, pipeline } = await districtsTried(days);
  const tried = Object.entries(years).flatMap(([province, over]) => codes.filter((code) => code.startsWith(province)).flatMap((code) => over.flatMap((year) => ends.map((end) => {
    const course: Course = { from: `${year}-01-01`, to: `${year}-${end}`, endsOn: `${year}-12-31`, complete: false };
    const known = admitted(code, course.from, course.to);
    // As the product does: of a stretch before which nobody is on record nothing is known.
    const rests = stretchesOf(course).filter(({ from }) => (since.get(code) ?? from) < from).map(({ from, to, factor }) => admitted(code, from, to) * factor);
    const onTheWay = pipeline.get(`${code} ${course.to}`) ?? { decided: 0, proposed: 0 };
    const left = daysFrom(course.to, `${year}-12-31`) - 1;
    return {
      truth: admitted(code, course.from, `${year}-12-31`), onTheWay, linear: known / elapsedPart(course)!,
      withPipeline: projectionOf(known, rests, onTheWay, left)!, without: projectionOf(known, rests, { decided: 0, proposed: 0 }, left)!,
    };
  }))));
  const [with_, without] = [judged(tried.map(({ withPipeline: projection, truth }) => ({ projection, truth }))), judged(tried.map(({ without: projection, truth }) => ({ projection, truth })))];
  const linear = tried.reduce((sum, one) => sum + Math.abs(one.linear - one.truth), 0);
  const onTheWay = tried.reduce((sum, one) => sum + one.onTheWay.decided + one.onTheWay.proposed, 0);
  console.log(`  ${tried.length} cases, ${onTheWay} people on the way: held ${(with_.coverage * 100).toFixed(1)} %, missed by ${with_.error}; without them ${(without.coverage * 100).toFixed(1)} % and ${without.error}; a straight line missed by ${Math.round(linear)}`);
  expect(tried.length).toBeGreaterThan(150);
  expect(onTheWay).toBeGreaterThan(2_000);
  expect(with_.coverage).toBeGreaterThan(0.75);
  expect(with_.coverage).toBeLessThan(0.9);
  expect(with_.coverage).toBeGreaterThanOrEqual(without.coverage);
  expect(with_.error).toBeLessThanOrEqual(without.error);
  expect(with_.error).toBeLessThan(linear * 0.9);
});

/** The days of a year on which projections are tried. */
const ends = ['03-31', '06-30', '09-30'];

/** A year as it stood on one of those days. */
const courseOn = (year: number, end: string): Course => ({ from: `${year}-01-01`, to: `${year}-${end}`, endsOn: `${year}-12-31`, complete: false });

/** What each unit of a level counted, by day. */
function countedBy(rows: readonly { readonly code: string; readonly day: string; readonly count: number }[]) {
  const ofUnit = Map.groupBy(rows, ({ code }) => code);
  return {
    codes: [...ofUnit.keys()],
    since: (code: string) => (ofUnit.get(code) ?? []).reduce((first, { day }) => (day < first ? day : first), '9999-12-31'),
    within: (code: string, from: string, to: string) => (ofUnit.get(code) ?? []).filter(({ day }) => from <= day && day <= to).reduce((sum, { count }) => sum + count, 0),
  };
}

/** Tries a flow on years that are over, each unit at each day: `isKnown` says what the product knows of an earlier year. */
function tryFlow(counted: ReturnType<typeof countedBy>, years: Readonly<Record<string, readonly number[]>>, isKnown: (code: string, from: string) => boolean) {
  return Object.entries(years).flatMap(([province, over]) => counted.codes.filter((code) => code.startsWith(`${province}.`)).flatMap((code) => over.flatMap((year) => ends.flatMap((end) => {
    const course = courseOn(year, end);
    const known = counted.within(code, course.from, course.to);
    const rests = stretchesOf(course).filter(({ from }) => isKnown(code, from)).map(({ from, to, factor }) => counted.within(code, from, to) * factor);
    const projection = projectionOf(known, rests, { decided: 0, proposed: 0 }, daysFrom(course.to, `${year}-12-31`) - 1);
    return projection === null ? [] : [{ projection, truth: counted.within(code, course.from, `${year}-12-31`), linear: known / elapsedPart(course)! }];
  }))));
}

const stepsOf = `select u.code, s.happened_on::text as day, count(*)::int as count from unit u join candidacy_step s on s.position between u.lo and u.hi where u.depth = 1 and s.step = $1 group by 1, 2`;
const foundedBy = `select u.code, e.occurred_on::text as day, sum(e.delta)::int as count from unit u join entry e on e.position_now between u.lo and u.hi and e.measure = $1 where u.depth = 1 group by 1, 2`;
const whole = { 'hai-phong': [2016], 'long-an': [2021, 2022], 'song-mau': [2022, 2023, 2024, 2025] };
const founding = Array.from({ length: 13 }, (_, index) => 2000 + index);

// Of steps the first year of a unit on record tells of those alone who began in it, and is no year to go by: the product leaves it out as well.
test.each([
  ['LISTED', stepsOf, whole, 300],
  ['CERTIFIED', stepsOf, whole, 300],
  ['UNITS_FOUNDED', foundedBy, { 'hai-phong': founding, 'long-an': founding, 'song-mau': founding }, 1_500],
] as const)('a projection of %s holds four of five too, and misses hardly more than a straight line does', async (counts, sql, years, least) => {
  const counted = countedBy((await on.owner.query<{ code: string; day: string; count: number }>(sql, [counts])).rows);
  const tried = tryFlow(counted, years, (code, from) => counted.since(code) <= addMonths(addDays(from, -1), -12));
  const { coverage, error } = judged(tried);
  const linear = tried.reduce((sum, one) => sum + Math.abs(one.linear - one.truth), 0);
  console.log(`  ${counts}: ${tried.length} cases, held ${(coverage * 100).toFixed(1)} %, missed by ${error}; a straight line missed by ${Math.round(linear)}`);
  expect(tried.length).toBeGreaterThan(least);
  expect(coverage).toBeGreaterThan(0.75);
  expect(coverage).toBeLessThan(0.93);
  expect(error).toBeLessThan(linear * 1.05);
});

test('a projection of the places without a cell holds four of five: tried on the communes of a province, at three days of each year since they are on record', async () => {
  const { rows: places } = await on.owner.query<{ code: string; since: string; covered: string }>(
    `select u.code, l.since::text as since, coalesce(least(l.own_cell_since, l.shared_cell_since), 'infinity')::text as covered from locality l join unit u on u.lo = l.position`,
  );
  const without = (code: string, day: string) => places.filter((place) => place.code === code && place.since <= day && place.covered > day).length;
  const tried = [...new Set(places.map(({ code }) => code))].flatMap((code) => Array.from({ length: 27 }, (_, index) => 1999 + index).flatMap((year) => ends.flatMap((end) => {
    const course = courseOn(year, end);
    const now = without(code, course.to);
    const projection = projectionOfStock(now, stretchesOf(course).map(({ from, to, factor }) => ({ before: without(code, addDays(from, -1)), after: without(code, to), factor })));
    return projection === null || now === 0 ? [] : [{ projection, truth: without(code, `${year}-12-31`), now }];
  })));
  const { coverage, error } = judged(tried);
  const still = tried.reduce((sum, { now, truth }) => sum + Math.abs(now - truth), 0);
  console.log(`  PLACES_WITHOUT_CELL: ${tried.length} cases, held ${(coverage * 100).toFixed(1)} %, missed by ${error}; leaving it as it is missed by ${still}`);
  expect(tried.length).toBeGreaterThan(500);
  expect(coverage).toBeGreaterThan(0.8);
  expect(error).toBeLessThan(still * 1.15);
});
