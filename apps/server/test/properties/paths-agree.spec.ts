import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask, dataOf } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly, share } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf, leaksIn, type Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { Oracle } from './oracle.ts';

let shared: Worlds;
let server: BuiltServer;

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database, { readers: 4 });
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A list read to its end. */
async function listed(account: string, field: 'units' | 'people', size: number): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const data: Record<string, Page> = await dataOf(server, account, `query($after: String) { ${field}(first: ${size}, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`, { after });
    const page: Page = data[field]!;
    ids.push(...page.nodes.map((node) => node.id));
    if (!page.pageInfo.hasNextPage) return { ids, total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
}

/** Asks for some rows of an account's world one by one: what is listed is given by its id and found by its name, and nothing else is. */
async function agreeOnEach({ oracle, account }: Knowledge, draw: Draw, seen: { units: ReadonlySet<string>; people: ReadonlySet<string> | null }, label: string): Promise<number> {
  const { world } = oracle;
  const rows = Array.from({ length: 6 }, () => {
    // A role that works with no people may not even search for them.
    const field = seen.people !== null && world.people.length > 0 && draw.chance(50) ? ('people' as const) : ('units' as const);
    const index = draw.int(0, world[field].length - 1);
    const text = field === 'units' ? world.units[index]!.code : world.people[index]!.fullName;
    const id = opaque(field === 'units' ? 'Unit' : 'Person', world[field][index]!.id);
    return { field, id, lists: field === 'people' || oracle.isOpen(index), search: field === 'units' ? /zq\w+x$/.exec(text)![0] : text.split(' ').at(-1)! };
  });
  const searches = rows.map(({ field, search }, index) => `s${index}: ${field}(first: 100, filter: { search: ${JSON.stringify(search)} }) { nodes { id } }`);
  const { data, body } = await ask<Record<string, Page | null>>(server, account.name, `{ ${searches.join(' ')} }`);
  const given = await dataOf<{ nodes: ({ id: string } | null)[] }>(server, account.name, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: rows.map((row) => row.id) });
  for (const [index, { field, id, lists, search }] of rows.entries()) {
    const isListed = seen[field]?.has(id) ?? false;
    // A closed unit is in no list, and still given by its id.
    if (lists) expect(given.nodes[index]?.id === id, `${label}: ${search} by its id`).toBe(isListed);
    expect(data?.[`s${index}`]?.nodes.some((node) => node.id === id) ?? false, `${label}: ${search} by a search: ${body}`).toBe(isListed);
  }
  return rows.length;
}

describe('paths to a row', () => {
  test('agree: listed, counted, found by its id and by a search, exactly for what the oracle shows', { timeout: propertyMilliseconds }, async () => {
    let pairs = 0;
    for (const world of shared.worlds) {
      const oracle = new Oracle(world);
      const draw = new Draw(world.seed + 600_000);
      for (const account of draw.some(world.accounts, 30)) {
        const knowledge = knowledgeOf(oracle, account);
        if (knowledge.role === null) continue;
        const label = `world ${world.seed}, ${account.name} ${knowledge.role} at ${knowledge.scope}`;
        const live = [...knowledge.units].filter((unit) => oracle.isOpen(unit)).map((unit) => opaque('Unit', world.units[unit]!.id));
        const units = await listed(account.name, 'units', draw.pick([7, 100]));
        expect(units.ids.toSorted(), label).toEqual(live.toSorted());
        expect(units.total, label).toBe(live.length);
        const people = [...knowledge.people].map((person) => opaque('Person', world.people[person]!.id));
        const works = ['STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR'].includes(knowledge.role);
        if (works) {
          const list = await listed(account.name, 'people', draw.pick([9, 100]));
          expect(list.ids.toSorted(), label).toEqual(people.toSorted());
          expect(list.total, label).toBe(people.length);
        } else {
          const refused = await ask(server, account.name, '{ people(first: 1) { totalCount } }');
          expect(refused.errors[0]?.extensions.code, label).toBe('FORBIDDEN_FOR_ROLE');
        }
        const everybody = [...rowsFor(knowledge).people.in.slice(0, 20), ...rowsFor(knowledge).people.out.slice(0, 20)];
        const asked = everybody.map((person) => opaque('Person', world.people[person]!.id));
        const data = await dataOf<{ nodes: ({ id: string } | null)[] }>(server, account.name, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: asked });
        expect(data.nodes.map((node) => node?.id ?? null), label).toEqual(asked.map((id) => (people.includes(id) ? id : null)));
        pairs += await agreeOnEach(knowledge, draw, { units: new Set(units.ids), people: works ? new Set(people) : null }, label);
      }
    }
    console.log(`  ${pairs} pairs of an account and a row`);
    expect(pairs).toBeGreaterThanOrEqual(nightly ? share(50_000) : 500);
  });

  test('upward end at stubs: id, code, name and kind, and nothing else', { timeout: propertyMilliseconds }, async () => {
    for (const world of shared.worlds) {
      const oracle = new Oracle(world);
      for (const account of world.accounts.filter((candidate) => knowledgeOf(oracle, candidate).role !== null).slice(2, 8)) {
        const { unit: scope } = account.grants[0]!;
        const above = oracle.above(scope).toReversed();
        const data = await dataOf<{ viewer: { unit: { parent: { id: string } | null; ancestors: Record<string, unknown>[] } } }>(server, account.name, '{ viewer { unit { parent { id } ancestors { id code name kind { code } tier } } } }');
        const { ancestors, parent } = data.viewer.unit;
        const label = `world ${world.seed}, ${account.name} at ${scope}`;
        expect(ancestors.map((stub) => stub['id']), label).toEqual(above.map((unit) => opaque('Unit', world.units[unit]!.id)));
        expect(parent?.id ?? null, label).toBe(ancestors.at(-1)?.['id'] ?? null);
        for (const stub of ancestors) {
          const as = await dataOf<{ unit: unknown; node: unknown; under: { totalCount: number } }>(server, account.name, 'query($id: ID!) { unit(id: $id) { id } node(id: $id) { id } under: units(first: 1, filter: { under: $id }) { totalCount } }', { id: stub['id'] });
          expect(as, label).toEqual({ unit: null, node: null, under: { totalCount: 0 } });
        }
      }
    }
  });
});

test('many accounts at once on few connections each get only their own', { timeout: propertyMilliseconds }, async () => {
  const readers = shared.worlds.slice(0, 12).flatMap((world) => {
    const oracle = new Oracle(world);
    return world.accounts.slice(0, 6).map((account) => knowledgeOf(oracle, account));
  });
  const asked = readers.flatMap((reader) => Array.from({ length: 4 }, (_, index) => ({ reader, index })));
  const queries = [
    '{ viewer { account { name } role unit { id code } sessions { id } } units(first: 20) { nodes { id code } } }',
    '{ viewer { account { name } } people(first: 20) { nodes { id fullName } } }',
    '{ viewer { account { name } } unit(code: "") { id } nodes(ids: ["x"]) { id } }',
    '{ viewer { account { name } grants { id unit { code } } } units(first: 0) { totalCount } }',
  ];
  const answers = await Promise.all(asked.map(async ({ reader, index }) => ({ reader, answer: await ask<{ viewer: { account: { name: string } } | null }>(server, reader.account.name, queries[index]!) })));
  for (const { reader, answer } of answers) {
    if (answer.data?.viewer) expect(answer.data.viewer.account.name).toBe(reader.account.name);
    expect(leaksIn(reader, { bytes: answer.bytes, hasData: true })).toEqual([]);
    for (const error of answer.errors) expect(['FORBIDDEN_FOR_ROLE', 'UNAUTHENTICATED', 'LIMIT_PAGE_SIZE', 'SERVICE_UNAVAILABLE']).toContain(error.extensions.code);
  }
  expect(answers.filter(({ answer }) => answer.data?.viewer).length).toBeGreaterThan(asked.length / 3);
});
