import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { postFacts } from '../../src/contexts/ledger/index.ts';
import { ask, fact, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from './support.ts';

const figures = ['members', 'probationaryMembers', 'officialMembers', 'admitted', 'recognised', 'transferredIn', 'transferredOut', 'removed', 'expelled', 'left', 'deceased', 'reorganisedIn', 'reorganisedOut', 'units', 'grassrootsOrganisations', 'cells'];
const query = `query ($code: String!) {
  viewer { role unit { code } }
  unit(code: $code) {
    code name kind { code } ancestors { code } counts { children childrenByKind { count } unitsByKind { count } grassrootsOrganisations cells }
    rollup(period: "2024") {
      ${figures.map((figure) => `${figure} { value }`).join(' ')}
      byAge: admitted { by(dimension: AGE_BAND) { slices { key value share } } }
      byGender: members { by(dimension: GENDER) { slices { key value share } } trend(by: QUARTER) { value } }
      admissionRate(base: STOCK_AT_PERIOD_START) { percent }
      compared: admitted { samePeriodLastYear { value difference standing } } childrenByStanding { standing count }
    }
    children(first: 500) { totalCount nodes { code name kind { code } rollup(period: "2024") {
      members { value } admitted { value by(dimension: GENDER) { slices { value } } samePeriodLastYear { value } } admissionRate(base: STOCK_AT_PERIOD_START) { percent } childrenByStanding { count } } } }
  }
}`;

let on: TestServer;
let board: TestAccount;

beforeAll(async () => {
  on = await startTestServer();
  const root = await insertRoot(on.owner, 'tinh');
  board = await insertAccount(on.owner, 'ban@tinh', 'BOARD', root);
  for (const [district, children] of [['ba', 3], ['muoi-chin', 19]] as const) {
    const parentId = await found(on, board.credential, { code: district, kind: 'DISTRICT_PARTY', parentId: root });
    for (let index = 0; index < children; index += 1) {
      const cell = await found(on, board.credential, { code: `${district}.${index}`, kind: 'GRASSROOTS_CELL', parentId });
      await on.server.database.write(board.credential, (transaction) => postFacts(transaction, [fact('ADMITTED', randomUUID(), cell, '2024-05-01'), fact('OPENING_OFFICIAL', randomUUID(), cell, '2023-05-01')]));
    }
  }
});

afterAll(() => on.stop());

interface Sent {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
  /** Whether the answer is taken by a function that is an argument. */
  readonly isCalledBack: boolean;
}

/** What one question sends to the database, apart from the compactor's. */
async function sentFor(code: string, text: string, more: object = {}): Promise<Sent[]> {
  const sent: Sent[] = [];
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    sent.push({ ...(typeof first === 'string' ? { text: first } : (first as Sent)), isCalledBack: typeof args.at(-1) === 'function' });
    return original.apply(this, args as never) as never;
  });
  const answer = await ask(on, text, { code, ...more }, { secret: board.secret });
  spy.mockRestore();
  expect(answer.errors).toEqual([]);
  return sent.filter(({ text }) => !text.includes('app.compact'));
}

/** The statements of one question. */
async function statementsOf(code: string, text = query, more: object = {}): Promise<string[]> {
  return (await sentFor(code, text, more)).map((statement) => statement.text);
}

const original = pg.Client.prototype.query;

/** Nothing is queued, and what a server reads once has been read. */
async function settled(): Promise<void> {
  await on.owner.query('select app.compact(2147483647)');
  await ask(on, query, { code: 'ba' }, { secret: board.secret });
}

describe('the page of the overview', () => {
  test('with targets, pace, a projection and strips is one transaction and the same statements, however many children', async () => {
    const [year, day] = ['2025', '2025-10-15'];
    await on.owner.query(
      `with own as (insert into target (unit_id, position, issuer_id, issuer_position, indicator, dimension, slice_key, period, starts_on, ends_on)
         select u.id, u.lo, u.id, u.lo, 'ADMITTED', g.dimension, g.key, $1::text, make_date($1::text::int, 1, 1), make_date($1::text::int, 12, 31)
         from unit u, (values (null, null), ('GENDER', 'FEMALE')) as g (dimension, key) returning id, unit_id, position)
       insert into target_version (target_id, unit_id, position, number, kind, low, high, issued_on, recorder_name)
       select id, unit_id, position, 1, 'EXACT', 5, 5, make_date($1::text::int, 1, 5), 'ai đó' from own`,
      [year],
    );
    await settled();
    const overview = readFileSync(new URL('../../../bench/src/overview.graphql', import.meta.url), 'utf8');
    const variables = { own: false, period: year, asOf: day, treeDay: day, sumsAlone: false, trendPeriod: year, trendBy: 'MONTH', dimension: 'GENDER', language: 'VI' };
    const { data } = await ask(on, overview, { code: 'muoi-chin', ...variables }, { secret: board.secret });
    const told = JSON.stringify(data);
    for (const part of ['"projection":{"low":', '"expectedLow":', '"slice":{', '"childrenByTarget":[{']) expect(told.includes(part), part).toBe(true);
    const [three, nineteen] = [await statementsOf('ba', overview, variables), await statementsOf('muoi-chin', overview, variables)];
    expect(nineteen).toHaveLength(three.length);
    expect(nineteen.filter((text) => /^begin/i.test(text))).toEqual(['begin isolation level repeatable read read only']);
    expect(nineteen.at(-1)).toBe('commit');
    expect(nineteen.length).toBeLessThanOrEqual(29);
    const sent = await sentFor('muoi-chin', overview, variables);
    const names = sent.map(({ name }) => name);
    expect(names.indexOf('banyan-plain-targets'), 'targets are asked ahead of the numbers').toBeLessThan(names.indexOf('banyan-totals-rest'));
    expect(names).toContain('banyan-plain-targets');
    // The driver's own promises keep an answer until the heap is marked.
    expect(sent.filter(({ isCalledBack }) => !isCalledBack)).toEqual([]);
  });

  test('reads the days of an unfinished month from their index alone, policies and all', async () => {
    const asked = `query ($code: String!) { unit(code: $code) { rollup(period: "2024", asOf: "2024-05-10") { admitted { value } } } }`;
    const days = (await sentFor('muoi-chin', asked)).find(({ name }) => name?.startsWith('banyan-days'))!;
    await on.owner.query('vacuum entry');
    const plan = await on.server.database.read(board.credential).then(async (transaction) => {
      // So few entries are read quickest as a whole.
      await transaction.query('set local enable_seqscan = off');
      await transaction.query('set local enable_bitmapscan = off');
      const rows = await transaction.query<{ 'QUERY PLAN': string }>(`explain ${days.text}`, days.values);
      transaction.end();
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('Index Only Scan using entry_day_idx');
  });
});

describe('a roll-up with its children and their breakdowns', () => {
  test('is one transaction and a constant number of statements, however many children', async () => {
    await settled();
    const [three, nineteen] = [await statementsOf('ba'), await statementsOf('muoi-chin')];
    for (const statements of [three, nineteen]) {
      expect(statements.filter((text) => /^begin/i.test(text))).toHaveLength(1);
      expect(statements.filter((text) => /^commit/i.test(text))).toHaveLength(1);
      expect(statements.slice(0, 2)).toEqual(['begin isolation level repeatable read read only', 'select * from app.enter($1)']);
      expect(statements.at(-1)).toBe('commit');
    }
    expect(nineteen).toHaveLength(three.length);
    expect(nineteen.length).toBeLessThanOrEqual(20);
  });

  test('is one question where the document asks for plain numbers, whatever they are', async () => {
    await settled();
    const plain = (fields: string) => `query ($code: String!) { unit(code: $code) { name rollup(period: "2024") { ${fields} }
      children(first: 500) { totalCount edges { cursor node { code rollup(period: "2024") { ${fields} } } } } } }`;
    for (const fields of ['members { value }', figures.map((figure) => `${figure} { value hidden }`).join(' ')]) {
      const statements = await statementsOf('tinh', plain(fields));
      expect(statements).toHaveLength(4);
      expect(statements.at(2)).toContain('family');
    }
  });

  test('asks several years of every child at once', async () => {
    await settled();
    const years = [2020, 2021, 2022, 2023, 2024].map((year) => `y${year}: rollup(period: "${year}") { admitted { value } }`).join(' ');
    const asked = `query ($code: String!) { unit(code: $code) { id children(first: 500) { nodes { id ${years} } } } }`;
    const [three, nineteen] = [await statementsOf('ba', asked), await statementsOf('muoi-chin', asked)];
    expect(nineteen).toHaveLength(three.length);
    // In one transaction, after the caller is known: the unit, its children, the figures.
    expect(nineteen).toHaveLength(6);
  });

  test('asks the same of the compiled document as of the first', async () => {
    const counts = [];
    for (let time = 0; time < 3; time += 1) counts.push((await statementsOf('muoi-chin')).length);
    expect(new Set(counts).size).toBe(1);
  });
});
