import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sumsAloneRoles } from '@banyan/schema/enums';
import { postFacts } from '../../src/contexts/ledger/index.ts';
import { ask, fact, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let board: TestAccount;
const readers = new Map<string, TestAccount>();

beforeAll(async () => {
  on = await startTestServer();
  const root = await insertRoot(on.owner, 'tinh');
  await on.owner.query(`insert into term (unit_id, position, ordinal, label, valid) select id, lo, 1, '2000–2099', daterange('2000-01-01', '2100-01-01') from unit where id = $1`, [root]);
  board = await insertAccount(on.owner, 'ban@tinh', 'BOARD', root);
  for (const role of sumsAloneRoles) readers.set(role, await insertAccount(on.owner, `${role.toLowerCase()}@tinh`, role, root));
  const cell = await found(on, board.credential, { code: 'tinh.cb', kind: 'GRASSROOTS_CELL', parentId: root });
  await on.server.database.write(board.credential, (transaction) => postFacts(transaction, [fact('ADMITTED', randomUUID(), cell, '2024-05-01'), fact('OPENING_OFFICIAL', randomUUID(), cell, '2023-05-01')]));
});

afterAll(() => on.stop());

const figure = '{ admitted { value } }';

/** What is asked of a unit, and the argument that a role of sums alone is told to be to blame for; null where the field itself is not its own. */
const refused: Readonly<Record<string, readonly [selection: string, argument: string | null]>> = {
  'a range': [`rollup(period: "2024-01-01/2024-12-31") ${figure}`, 'period'],
  'a month': [`rollup(period: "2024-05") ${figure}`, 'period'],
  'a half year': [`rollup(period: "2024-6M") ${figure}`, 'period'],
  'three quarters of a year': [`rollup(period: "2024-9M") ${figure}`, 'period'],
  'a term': [`rollup(period: "term") ${figure}`, 'period'],
  'the year that is not over': [`rollup(period: "${new Date().getUTCFullYear()}") ${figure}`, 'period'],
  'figures as of a day': [`rollup(period: "2024", asOf: "2024-12-31") ${figure}`, 'asOf'],
  'what was known at an instant': [`rollup(period: "2024", knownAt: "2025-01-01T00:00:00Z") ${figure}`, 'knownAt'],
  'the restated view': [`rollup(period: "2024", view: AS_IT_IS_NOW) ${figure}`, 'view'],
  'a trend by month': ['rollup(period: "2024") { admitted { trend(by: MONTH) { value } } }', 'by'],
  'a crossed breakdown': ['rollup(period: "2024") { admitted { by(dimension: GENDER, where: [{ dimension: OCCUPATION, key: "WORKER" }]) { base } } }', 'where'],
  'removals by a dimension': ['rollup(period: "2024") { removed { by(dimension: GENDER) { base } } }', 'dimension'],
  'expulsions by a sensitive dimension': ['rollup(period: "2024") { expelled { by(dimension: RELIGION) { base } } }', 'dimension'],
  'transfers by a dimension': ['rollup(period: "2024") { transferredIn { by(dimension: GENDER) { base } } }', 'dimension'],
  'deaths by a dimension': ['rollup(period: "2024") { deceased { by(dimension: GENDER) { base } } }', 'dimension'],
  'deaths by a sensitive dimension': ['rollup(period: "2024") { deceased { by(dimension: ETHNIC_MINORITY) { base } } }', 'dimension'],
  'evidence': ['rollup(period: "2024") { admitted { evidence(first: 1) { totalCount } } }', null],
};

describe.each(sumsAloneRoles)('%s', (role) => {
  test.each(Object.entries(refused))('is refused %s, which a board may ask', async (_name, [selection, argument]) => {
    for (const by of ['code: "tinh"', 'code: "tinh.cb"']) {
      const query = `{ unit(${by}) { ${selection} } }`;
      expect((await ask(on, query, {}, { secret: board.secret })).errors).toEqual([]);
      const { errors } = await ask(on, query, {}, { secret: readers.get(role)!.secret });
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN_FOR_ROLE']);
      if (argument !== null) expect(errors[0]!.extensions['argument']).toBe(argument);
    }
  });

  test('is refused the same of children that are read together with their unit', async () => {
    const query = `{ unit(code: "tinh") { code children(first: 5) { nodes { code rollup(period: "2024-05") ${figure} } } } }`;
    expect((await ask(on, query, {}, { secret: board.secret })).errors).toEqual([]);
    expect((await ask(on, query, {}, { secret: readers.get(role)!.secret })).errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN_FOR_ROLE']);
  });

  test('reads whole past years and quarters, transfers and deaths hidden', async () => {
    const query = '{ unit(code: "tinh") { year: rollup(period: "2024") { admitted { value hidden } transferredIn { value hidden } deceased { value hidden } } quarter: rollup(period: "2024-Q2") { admitted { value } } } }';
    const answer = await ask(on, query, {}, { secret: readers.get(role)!.secret });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ unit: { year: { admitted: { value: 1, hidden: false }, transferredIn: { value: null, hidden: true }, deceased: { value: null, hidden: true } }, quarter: { admitted: { value: 1 } } } });
  });
});
