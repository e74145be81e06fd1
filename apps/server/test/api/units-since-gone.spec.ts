import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveUnit, postFacts } from '../../src/contexts/ledger/index.ts';
import { dataOf, fact, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let oldParent: TestAccount;
let root: TestAccount;

beforeAll(async () => {
  on = await startTestServer();
  const province = await insertRoot(on.owner, 'p');
  root = await insertAccount(on.owner, 'root', 'STAFF', province);
  const district = async (code: string) => await found(on, root.credential, { code, kind: 'DISTRICT_PARTY', parentId: province });
  const [a, b] = [await district('p.a'), await district('p.b')];
  const stays = await found(on, root.credential, { code: 'p.a.stays', kind: 'GRASSROOTS_CELL', parentId: a });
  const moves = await found(on, root.credential, { code: 'p.a.moves', kind: 'GRASSROOTS_CELL', parentId: a });
  oldParent = await insertAccount(on.owner, 'old', 'STAFF', a);
  await on.server.database.write(root.credential, async (transaction) => {
    await postFacts(transaction, [
      fact('ADMITTED', randomUUID(), stays, '2025-02-01'),
      fact('ADMITTED', randomUUID(), moves, '2025-03-01'),
      fact('ADMITTED', randomUUID(), moves, '2025-04-01'),
    ]);
    await moveUnit(transaction, { unitId: moves, newParentId: b, on: '2025-07-01' });
  });
});

afterAll(async () => {
  await on.stop();
});

interface Figures {
  unit: { rollup: { admitted: { value: number; atUnitsSinceGone: number } }; children: { nodes: { rollup: { admitted: { value: number } } }[] } };
}

test.each([
  ['the old parent, which no longer sees the unit', () => oldParent],
  ['the province, which sees it elsewhere', () => root],
])('what happened at a unit since moved away stays with its old parent as one part: for %s', async (_who, account) => {
  const query = `query ($period: Period!) { unit(code: "p.a") {
    rollup(period: $period) { admitted { value atUnitsSinceGone } }
    children(first: 10) { nodes { rollup(period: $period) { admitted { value } } } } } }`;
  const { unit } = await dataOf<Figures>(on, account().secret, query, { period: '2025' });
  expect(unit.rollup.admitted).toEqual({ value: 3, atUnitsSinceGone: 2 });
  expect(unit.children.nodes.map((child) => child.rollup.admitted.value)).toEqual([1]);
});

test('a unit that moved as a whole still has below it what is below it', async () => {
  const province = await insertRoot(on.owner, 'q');
  const staff = await insertAccount(on.owner, 'q-staff', 'STAFF', province);
  const below = async (code: string, kind: string, parentId: string) => await found(on, staff.credential, { code, kind, parentId });
  const [east, west] = [await below('q.east', 'DISTRICT_PARTY', province), await below('q.west', 'DISTRICT_PARTY', province)];
  const commune = await below('q.commune', 'COMMUNE_PARTY', east);
  const cell = await below('q.cell', 'CELL', commune);
  await on.server.database.write(staff.credential, async (transaction) => {
    await postFacts(transaction, [fact('ADMITTED', randomUUID(), cell, '2025-02-01'), fact('ADMITTED', randomUUID(), cell, '2025-03-01')]);
    await moveUnit(transaction, { unitId: commune, newParentId: west, on: '2025-07-01' });
  });
  const gone = async (code: string) => {
    const data = await dataOf<Figures>(on, staff.secret, 'query ($code: String!) { unit(code: $code) { rollup(period: "2025") { admitted { value atUnitsSinceGone } } } }', { code });
    return data.unit.rollup.admitted;
  };
  expect(await gone('q.commune')).toEqual({ value: 2, atUnitsSinceGone: 0 });
  expect(await gone('q.east')).toEqual({ value: 2, atUnitsSinceGone: 2 });
  expect(await gone('q.west')).toEqual({ value: 0, atUnitsSinceGone: 0 });
});
