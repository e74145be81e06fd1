import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postFacts } from '../../src/contexts/ledger/index.ts';
import { ask, dataOf, fact, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let board: TestAccount;

beforeAll(async () => {
  on = await startTestServer();
  const root = await insertRoot(on.owner, 'tinh');
  board = await insertAccount(on.owner, 'ban@tinh', 'BOARD', root);
  const district = await found(on, board.credential, { code: 'huyen', kind: 'DISTRICT_PARTY', parentId: root });
  const cell = await found(on, board.credential, { code: 'huyen.cb', kind: 'GRASSROOTS_CELL', parentId: district });
  await on.server.database.write(board.credential, (transaction) =>
    postFacts(transaction, [
      ...Array.from({ length: 3 }, () => fact('OPENING_OFFICIAL', randomUUID(), cell, '2023-05-01')),
      ...Array.from({ length: 2 }, () => fact('ADMITTED', randomUUID(), cell, '2024-05-01')),
    ]));
});

afterAll(() => on.stop());

/** Documents that ask the same three figures (5 members, 2 admitted, 1 cell) in every way that a document has. */
const ways: Readonly<Record<string, string>> = {
  'fields': '{ members { value } admitted { value } cells { value } }',
  'aliases': '{ members: officialMembers { measure } m: members { v: value } a: admitted { n: value } c: cells { value } }',
  'an inline fragment': '{ ... on Rollup { members { ... on Figure { value } } ... { admitted { value } } } cells { ...on Figure { value } } }',
  'named fragments': '{ ...Some ...Other }',
  'directives': '{ members @include(if: $yes) { value } admitted { value @skip(if: $no) } ... @include(if: $yes) { cells { value } } expelled @skip(if: $yes) { value } }',
  'fields in parts': '{ members { measure } admitted { measure } cells { hidden } members { value } ...Other cells { value } }',
  'one measure under two names': '{ members { value } again: members { measure } admitted { value } cells { value } }',
};
const fragments = `fragment Some on Rollup { members { ...Number } } fragment Other on Rollup { admitted { ...Number } cells { ...Number } } fragment Number on Figure { value }`;

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

describe('a figure is there however the document asks for it', () => {
  test.each(Object.entries(ways))('%s', async (_name, selection) => {
    const used = selection.includes('...Some') ? fragments : selection.includes('...Other') ? fragments.slice(fragments.indexOf('fragment Other')) : '';
    const variables = selection.includes('$') ? '($yes: Boolean = true, $no: Boolean = false)' : '';
    const query = `query ${variables} { unit(code: "tinh") { rollup(period: "2024") ${selection} children(first: 5) { nodes { rollup(period: "2024") ${selection} } } } } ${used}`;
    // The first sight of a document is interpreted, the later ones are compiled.
    for (let sight = 0; sight < 3; sight += 1) {
      const answer = await ask(on, query, {}, { secret: board.secret });
      expect(answer.errors).toEqual([]);
      expect(numbersOf(answer.data).toSorted()).toEqual([1, 1, 2, 2, 5, 5]);
    }
  });

  test('beside another period of the same unit, each its own', async () => {
    const data = await dataOf<{ unit: Record<'now' | 'before', { members: { value: number }; admitted: { value: number } }> }>(
      on, board.secret, '{ unit(code: "tinh") { now: rollup(period: "2024") { members { value } admitted { value } } before: rollup(period: "2023") { members { value } admitted { value } } } }');
    expect(data.unit).toEqual({ now: { members: { value: 5 }, admitted: { value: 2 } }, before: { members: { value: 3 }, admitted: { value: 0 } } });
  });
});

test.each([
  ['of a field that is asked for without one too', '{ viewer { ...Own unit @skip(if: $yes) { ...More } } } fragment Own on Viewer { unit { code } } fragment More on Unit { kind { code } }', { viewer: { unit: { code: 'tinh' } } }],
  ['around it in a fragment', '{ unit(code: "tinh") { ... @skip(if: $yes) { kind { name } } ...Kind } } fragment Kind on Unit { kind { code } }', { unit: { kind: { code: 'PROVINCIAL_PARTY' } } }],
  ['below fields that are asked for twice', '{ viewer { unit { kind { code } } } viewer { unit { kind @skip(if: $yes) { name } } } }', { viewer: { unit: { kind: { code: 'PROVINCIAL_PARTY' } } } }],
  ['of a fragment that is used under another', '{ unit(code: "tinh") { ...Name @skip(if: $yes) ...Name @include(if: $yes) } } fragment Name on Unit { name }', { unit: { name: 'tinh' } }],
])('a condition %s holds at each sight', async (_name, selection, wanted) => {
  for (let sight = 0; sight < 3; sight += 1) {
    const answer = await ask(on, `query ($yes: Boolean = true) ${selection}`, {}, { secret: board.secret });
    expect(answer.errors).toEqual([]);
    expect(answer.data, `sight ${sight}`).toEqual(wanted);
  }
});

describe('a variable with a default', () => {
  test.each([
    ['Int! = 1', 'children(first: $x) { totalCount nodes { code } }'],
    ['UnitOrder! = NAME', 'children(first: 1, orderBy: $x) { totalCount nodes { code } }'],
    ['Period! = "2024"', 'rollup(period: $x) { members { value } }'],
    ['Boolean! = true', 'code @include(if: $x)'],
    ['DateTime = "2025-01-01T00:00:00Z"', 'rollup(period: "2024", knownAt: $x) { members { value } }'],
    ['Date', 'name(asOf: $x)'],
  ])('%s answers alike at each sight where it is left out', async (type, selection) => {
    const answers: string[] = [];
    for (let sight = 0; sight < 3; sight += 1) {
      const answer = await ask(on, `query ($x: ${type}) { unit(code: "tinh") { ${selection} } }`, {}, { secret: board.secret });
      expect(answer.errors).toEqual([]);
      answers.push(JSON.stringify(answer.data));
    }
    expect(new Set(answers).size).toBe(1);
  });
});
