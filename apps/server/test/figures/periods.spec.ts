import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reverseEvent } from '../../src/contexts/ledger/index.ts';
import { ask, dataOf, insertSession, startTestServer, type TestServer } from '../api/support.ts';
import { demonstrationDatabase, demonstrationNow } from './demonstration.ts';

let on: TestServer;
const sessions = new Map<string, { secret: string; credential: string }>();

beforeAll(async () => {
  on = await startTestServer(await demonstrationDatabase(), { now: () => demonstrationNow });
  const { rows } = await on.owner.query<{ name: string; account: string; id: string }>('select a.name, a.id as account, g.id from account a join access_grant g on g.account_id = a.id');
  for (const row of rows) sessions.set(row.name, await insertSession(on.owner, row.account, row.id));
}, 480_000);

afterAll(async () => {
  await on.stop();
  await on.database.drop();
});

interface Rollup {
  period: { from: string; to: string; complete: boolean };
  asOf: string;
  admitted: { value: number; trend: { value: number; period: { text: string } }[]; mean: { value: number; divisor: number; unit: string; lastComplete: boolean }; by: { base: number; slices: { key: string; value: number; share: number | null }[] }; evidence: { sum: number; totalCount: number } };
  members: { value: number };
}

/** A roll-up of the province that lives in the present. */
async function rollup(args: string, code = 'song-mau', account = 'board@song-mau'): Promise<Rollup> {
  const { unit } = await dataOf<{ unit: { rollup: Rollup } }>(on, sessions.get(account)!.secret, `query ($code: String!) { unit(code: $code) { rollup(${args}) {
    period { from to complete } asOf members { value }
    admitted { value mean { value divisor unit lastComplete } by(dimension: AGE_BAND) { base slices { key value share } } evidence(first: 1) { sum totalCount } } } } }`, { code });
  return unit.rollup;
}

/** Counts of the records, knowing nothing of positions and counters: all units of the province by the beginning of their code. */
async function recount(measures: readonly string[], from: string, to: string, knownAt: string | null = null, code = 'song-mau'): Promise<number> {
  const { rows } = await on.owner.query<{ sum: number }>(
    `select coalesce(sum(e.delta), 0)::int as sum from entry e join unit u on u.id = e.unit_id
     where (u.code = $1 or u.code like $1 || '.%') and e.measure = any ($2::text[]) and e.occurred_on between $3::date and $4::date and ($5::timestamptz is null or e.recorded_at <= $5)`,
    [code, measures, from, to, knownAt],
  );
  return rows[0]!.sum;
}

const stocks = ['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS'];

describe('a period', () => {
  test.each([
    ['2026', '2026-01-01', '2026-11-20', false],
    ['2025', '2025-01-01', '2025-12-31', true],
    ['2026-09', '2026-09-01', '2026-09-30', true],
    ['2026-11', '2026-11-01', '2026-11-20', false],
    ['2026-Q3', '2026-07-01', '2026-09-30', true],
    ['2026-Q4', '2026-10-01', '2026-11-20', false],
    ['2026-6M', '2026-01-01', '2026-06-30', true],
    ['2026-9M', '2026-01-01', '2026-09-30', true],
    ['2025-10-16/2026-02-28', '2025-10-16', '2026-02-28', true],
    ['2026-03-05/2026-03-05', '2026-03-05', '2026-03-05', true],
  ])('%s counts from %s to %s', async (period, from, to, complete) => {
    const answer = await rollup(`period: "${period}"`);
    expect(answer.period).toEqual({ from, to, complete });
    expect(answer.admitted.value).toBe(await recount(['ADMITTED'], from, to));
    expect(answer.admitted.evidence.sum).toBe(answer.admitted.value);
    expect(answer.members.value).toBe(await recount(stocks, '-infinity', to));
  });

  test('term is that of the unit, from its start to the last day', async () => {
    const answer = await rollup('period: "term"', 'long-an', 'board@long-an');
    expect(answer.period).toMatchObject({ from: '2020-10-16', to: '2024-06-30' });
    expect(answer.admitted.value).toBe(6_311);
  });

  test('of a historical province ends on its last day of data', async () => {
    const answer = await rollup('period: "2024"', 'long-an', 'board@long-an');
    expect(answer.period).toEqual({ from: '2024-01-01', to: '2024-06-30', complete: false });
    expect(answer.asOf).toBe('2024-06-30');
    expect(answer.members.value).toBe(52_439);
  });

  test('is cut at asOf', async () => {
    const answer = await rollup('period: "2026", asOf: "2026-05-10"');
    expect(answer.period).toEqual({ from: '2026-01-01', to: '2026-05-10', complete: false });
    expect(answer.admitted.value).toBe(await recount(['ADMITTED'], '2026-01-01', '2026-05-10'));
    expect(answer.members.value).toBe(await recount(stocks, '-infinity', '2026-05-10'));
    expect((await rollup('period: "2026", asOf: "2025-12-31"')).admitted.value).toBe(0);
  });
});

describe('a trend', () => {
  test.each(['MONTH', 'QUARTER', 'YEAR'])('by %s sums to the flow, and ends at the stock', async (step) => {
    const period = '2025-02-10/2026-11-05';
    const { unit } = await dataOf<{ unit: { rollup: Record<'admitted' | 'members', { value: number; trend: { value: number }[] }> } }>(on, sessions.get('board@song-mau')!.secret,
      `{ unit(code: "song-mau") { rollup(period: "${period}") { admitted { value trend(by: ${step}) { value } } members { value trend(by: ${step}) { value } } } } }`);
    const { admitted, members } = unit.rollup;
    expect(admitted.trend.reduce((sum, point) => sum + point.value, 0)).toBe(admitted.value);
    expect(members.trend.at(-1)?.value).toBe(members.value);
    expect(admitted.trend).toHaveLength({ MONTH: 22, QUARTER: 8, YEAR: 2 }[step]!);
  });
});

describe('a breakdown', () => {
  test('of a partition sums to its base, with shares half-up to one decimal', async () => {
    const { admitted } = await rollup('period: "2025"');
    const { base, slices } = admitted.by;
    expect(base).toBe(admitted.value);
    expect(slices.reduce((sum, slice) => sum + slice.value, 0)).toBe(base);
    for (const { value, share } of slices) expect(share).toBe(Math.floor((value * 2_000 + base) / (2 * base)) / 10);
  });
});

test('a mean tells its divisor and whether the last one is complete', async () => {
  const years = await rollup('period: "2025-01-01/2026-11-20"');
  expect(years.admitted.mean).toMatchObject({ divisor: 2, unit: 'YEAR', lastComplete: false });
  const months = await rollup('period: "2025"');
  expect(months.admitted.mean).toEqual({ value: Math.floor((months.admitted.value * 20 + 12) / 24) / 10, divisor: 12, unit: 'MONTH', lastComplete: true });
});

describe('what was known then', () => {
  test('stays when corrections come later, and differs from now by them', async () => {
    // The latest correction of an admission, and a moment between the mistake and it.
    const { rows } = await on.owner.query<{ occurred_on: string; before: string; event_id: string }>(
      `select e.occurred_on::text, (r.recorded_at - interval '1 second')::text as before, e.event_id
       from entry r join entry e on e.subject_id = r.subject_id and e.measure = r.measure and e.occurred_on = r.occurred_on and e.recorded_at < r.recorded_at
       join unit u on u.id = e.unit_id
       where u.code like 'song-mau.%' and e.measure = 'ADMITTED' and e.delta = 1 and r.delta = -1 order by r.recorded_at desc limit 1`,
    );
    const { occurred_on: on_, before } = rows[0]!;
    const knownAt = new Date(before).toISOString();
    // A single day, so that a correction of the day itself shows.
    for (const period of [`${on_}/${on_}`, on_.slice(0, 4)]) {
      const { period: resolved } = await rollup(`period: "${period}"`);
      const then = await rollup(`period: "${period}", knownAt: "${knownAt}"`);
      const now = await rollup(`period: "${period}"`);
      expect(then.admitted.value).toBe(await recount(['ADMITTED'], resolved.from, resolved.to, knownAt));
      expect(then.admitted.evidence.sum).toBe(then.admitted.value);
      expect(now.admitted.value - then.admitted.value).toBe((await recount(['ADMITTED'], resolved.from, resolved.to)) - (await recount(['ADMITTED'], resolved.from, resolved.to, knownAt)));
    }
    // Another correction now moves the present and not the past.
    const spring = '2026-03-01T00:00:00.000Z';
    const [then, now] = [await rollup(`period: "2025", knownAt: "${spring}"`), await rollup('period: "2025"')];
    const chosen = await on.owner.query<{ event_id: string }>(
      `select e.event_id from entry e join unit u on u.id = e.unit_id
       where u.code like 'song-mau.%' and e.measure = 'ADMITTED' and e.occurred_on between '2025-11-21' and '2025-12-31' and e.recorded_at < $1
         and (select count(distinct event_id) from entry o where o.subject_id = e.subject_id) = 1 limit 1`,
      [spring],
    );
    const reversed = await on.server.database.write(sessions.get('staff@song-mau')!.credential, (transaction) => reverseEvent(transaction, { eventId: chosen.rows[0]!.event_id }));
    expect(reversed).toHaveProperty('eventId');
    expect((await rollup(`period: "2025", knownAt: "${spring}"`)).admitted.value).toBe(then.admitted.value);
    expect((await rollup('period: "2025"')).admitted.value).toBe(now.admitted.value - 1);
  });

  test('cannot be asked of the last minute', async () => {
    const answer = await ask(on, `{ unit(code: "song-mau") { rollup(period: "2025", knownAt: "${demonstrationNow.toISOString()}") { asOf } } }`, {}, { secret: sessions.get('board@song-mau')!.secret });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'knownAt' });
  });
});

describe('the examples of the pages', async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'api.md'), 'utf8');
  const blocks = [...page.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query!).filter((query) => query.trimStart().startsWith('query'));

  test('are several', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(4);
  });

  test.each(blocks.map((query) => [/query (\w+)/.exec(query)?.[1] ?? query, query] as const))('%s answers', async (_name, query) => {
    const code = /code: "([^".]+)/.exec(query)?.[1] ?? 'long-an';
    const data = await dataOf<Record<string, unknown>>(on, sessions.get(`board@${code}`)!.secret, query, {});
    for (const value of Object.values(data)) expect(value).not.toBeNull();
  });
});

describe('the saved examples', async () => {
  const folder = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'examples');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));

  test.each(files)('%s answers', async (name) => {
    const query = await readFile(join(folder, name), 'utf8');
    const variables = await readFile(join(folder, name.replace('.graphql', '.json')), 'utf8').then((text) => JSON.parse(text) as Record<string, unknown>, () => ({}));
    const code = /code: "([^".]+)/.exec(query)?.[1] ?? 'long-an';
    const data = await dataOf<Record<string, unknown>>(on, sessions.get(`board@${code}`)!.secret, query, variables);
    for (const value of Object.values(data)) expect(value).not.toBeNull();
  });
});
