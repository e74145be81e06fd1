import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { statementsOf } from './statement-support.ts';
import { candidate, introduce, record, walk, wayToCeremony, wayToFile } from './candidacy-support.ts';
import { issued } from './transfer-support.ts';

let world: OpenWorld;
const cells: string[] = [];

beforeAll(async () => {
  const tree = province('p');
  const under = tree.district('d').commune('c').account('staff', 'STAFF');
  for (let index = 0; index < 12; index += 1) {
    const cell = under.cell(String(index));
    if (index === 0) cell.member('Ma Văn Giới Thiệu');
    cells.push(opaque('Unit', cell.id));
  }
  tree.account('all', 'STAFF');
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

/** The statements of the transaction that writes: from its beginning to its end. */
function written(statements: readonly string[]): string[] {
  const told = statements.findIndex((text) => /insert into candidacy_step/i.test(text));
  const first = statements.findLastIndex((text, index) => index < told && /^begin$/i.test(text));
  const last = statements.findIndex((text, index) => index > told && /^commit/i.test(text));
  return statements.slice(first, last + 1);
}

test('admitting one person is one transaction of 12 statements at most', async () => {
  const filed = await walk(world, 'all', await candidate(world, 'all', cells[0]!), wayToFile);
  await introduce(world, 'all', filed);
  const decided = await walk(world, 'all', filed, wayToCeremony.slice(0, 4));
  const statements = await statementsOf(async () => await record(world, 'all', decided, 'CEREMONY_HELD', '2025-12-19'));
  const transaction = written(statements);
  expect(transaction.filter((text) => /^begin/i.test(text))).toHaveLength(1);
  expect(transaction.length, transaction.map((text) => text.slice(0, 90)).join('\n')).toBeLessThanOrEqual(12);
  expect(transaction.length).toBeGreaterThan(5);
});

describe('a page of candidacies', () => {
  const page = (first: number) =>
    `{ candidacies(first: ${first}) { totalCount nodes { id state person { fullName birthDate } unit { code name } deadline { dueOn daysLeft } papersThere papersNeeded participants { name } decider { name } steps { step viewerCan unit { name } } } } stageCounts { stage count overdue medianDays } todo { counts { group count } days { day count } items(group: WAITING_FOR_ME, first: ${first}) { nodes { candidacy { id deadline { dueOn } } letter { id } } } } }`;

  test('sends the same statements for few and for many', async () => {
    for (const [index, cell] of cells.entries()) await walk(world, 'all', await candidate(world, 'all', cell, { fullName: `Người thứ ${'abcdefghijkl'[index]}` }), wayToFile.slice(0, 4));
    const [one, many] = [await statementsOf(async () => await world.data('all', page(1))), await statementsOf(async () => await world.data('all', page(12)))];
    expect(many.length).toBe(one.length);
    expect(many.length).toBeLessThanOrEqual(21);
  });
});

describe('a page of letters', () => {
  const page = (first: number) =>
    `{ transfers(first: ${first}) { totalCount nodes { id personName person { id } fromUnit { name parent { name } } toUnit { name parent { name } } presentation { daysLeft } start { daysLeft } viewerCanAccept viewerCannotCancelBecause } } todo { counts { count } items(group: OVERDUE, first: ${first}) { totalCount nodes { candidacy { id } letter { id toUnit { name parent { name } } presentation { daysLeft } viewerCanAccept } } } } }`;

  test('sends the same statements for few and for many', async () => {
    for (const [index, cell] of cells.slice(1, 9).entries()) {
      const { person } = await candidate(world, 'all', cell, { fullName: `Người đi thứ ${'abcdefghijkl'[index]}` });
      await issued(world, 'all', person.id, { toUnit: cells[0], kind: 'INTERNAL', letterNumber: '', movedOn: '2026-01-12' });
    }
    const [one, many] = [await statementsOf(async () => await world.data('all', page(1))), await statementsOf(async () => await world.data('all', page(8)))];
    expect(many.length).toBe(one.length);
    expect(many.length).toBeLessThanOrEqual(20);
  });
});
