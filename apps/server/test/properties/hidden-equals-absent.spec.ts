import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly } from '../worlds/generate.ts';
import { openWorlds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { Oracle } from './oracle.ts';

let shared: Worlds;
let server: BuiltServer;

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
}, 480_000);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

/** Every operation that takes an id or a code of something, as a template: `$id` is replaced. */
const operations: Record<string, string> = {
  node: '{ node(id: "$id") { id ... on Unit { code rollup(period: "2016") { members { value } } } ... on Person { fullName } } }',
  nodes: '{ nodes(ids: ["$id", "$id"]) { id } }',
  unit: '{ unit(id: "$id") { id code name children(first: 5) { totalCount } } }',
  'unit by code': '{ unit(code: "$code") { id } }',
  'unit by id and code': '{ unit(id: "$id", code: "$code") { id } }',
  person: '{ person(id: "$id") { id fullName unit { code } } }',
  'units under': '{ units(first: 5, filter: { under: "$id" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'people under': '{ people(first: 5, filter: { under: "$id" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'units found by a text': '{ units(first: 5, filter: { search: "$text" }) { totalCount nodes { id } } }',
  'people found by a text': '{ people(first: 5, filter: { search: "$text" }) { totalCount nodes { id } } }',
  'the grant to act under': 'mutation { switchGrant(grant: "$grant") { __typename ... on SwitchGrantRefused { code message } } }',
  'the session to end': 'mutation { endSession(session: "$session") { __typename ... on EndSessionRefused { code message } } }',
};

/** The bytes of an answer without what differs between any two answers. */
function bytesOf(answer: { bytes: string }): string {
  return answer.bytes.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '').replaceAll(/"date":"[^"]*"/g, '');
}

test('what is hidden is answered to the byte like what is not there', { timeout: 300_000 }, async () => {
  let compared = 0;
  const differing: string[] = [];
  for (const world of shared.worlds) {
    const oracle = new Oracle(world);
    const draw = new Draw(world.seed + 500_000);
    const other = world.accounts.at(-1)!;
    for (const account of draw.some(world.accounts.slice(1, -1), 40)) {
      const knowledge = knowledgeOf(oracle, account);
      const { units, people } = rowsFor(knowledge);
      const hiddenUnits = units.out.filter((unit) => !knowledge.stubs.has(unit) || draw.chance(50));
      if (hiddenUnits.length === 0) continue;
      const unit = world.units[draw.pick(hiddenUnits)]!;
      const isPerson = people.out.length > 0 && draw.chance(50);
      const hidden = isPerson ? { id: opaque('Person', world.people[draw.pick(people.out)]!.id) } : { id: opaque('Unit', unit.id) };
      const [name, template] = draw.pick(Object.entries(operations));
      const fill = (values: Record<string, string>) => template.replaceAll(/\$(\w+)/g, (_, key: string) => values[key] ?? '');
      const token = /zq\w+x$/.exec(unit.code)![0];
      const stillHidden = !units.in.some((seen) => world.units[seen]!.code.includes(token) || world.units[seen]!.name.includes(token));
      if (name.includes('text') && !stillHidden) continue;
      const there = fill({ ...hidden, code: unit.code, text: token, grant: opaque('Grant', other.grants[0]!.id), session: opaque('Session', other.grants[0]!.id) });
      const nowhere = fill({ id: opaque(isPerson ? 'Person' : 'Unit', draw.id()), code: unit.code.replace(token, 'zq00u0x'), text: 'zq00u00x', grant: opaque('Grant', draw.id()), session: opaque('Session', draw.id()) });
      const [a, b] = [await ask(server, account.name, there), await ask(server, account.name, nowhere)];
      compared += 1;
      if (bytesOf(a) !== bytesOf(b)) differing.push(`world ${world.seed}, ${account.name}, ${name}: ${there}\n${a.body}\n${b.body}`);
    }
  }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(shared.worlds.length);
});

test('what is inside is answered', async () => {
  const world = shared.worlds.find((candidate) => candidate.people.length > 20)!;
  const answer = await ask<{ node: { id: string } }>(server, world.accounts[0]!.name, operations['node']!.replace('$id', opaque('Unit', world.units[1]!.id)));
  expect(answer.data?.node.id).toBe(opaque('Unit', world.units[1]!.id));
});

/** Welch's t of two samples: how many standard errors their means lie apart. */
function welch(a: readonly number[], b: readonly number[]): number {
  const of = (sample: readonly number[]) => {
    const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
    return { mean, error: sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1) / sample.length };
  };
  const [one, other] = [of(a), of(b)];
  return (one.mean - other.mean) / Math.sqrt(one.error + other.error);
}

function medianOf(sample: readonly number[]): number {
  return sample.toSorted((x, y) => x - y)[Math.floor(sample.length / 2)]!;
}

// Thousands of questions one after the other, with nothing beside them: for the long run alone.
if (nightly) {
  test('and takes the same time', { timeout: 3_600_000 }, async () => {
    const knowledge = shared.worlds
      .flatMap((candidate) => candidate.accounts.map((reader) => knowledgeOf(new Oracle(candidate), reader)))
      .find((known) => known.role !== null && rowsFor(known).units.out.length > 3)!;
    const { account, oracle: { world } } = knowledge;
    const { units, people } = rowsFor(knowledge);
    const draw = new Draw(world.seed + 510_000);
    const told: string[] = [];
    for (const [name, template] of Object.entries(operations).filter(([, operation]) => operation.includes('$id'))) {
      const isPerson = name === 'person' && people.out.length > 0;
      const hiddenId = isPerson ? opaque('Person', world.people[people.out[0]!]!.id) : opaque('Unit', world.units[units.out.at(-1)!]!.id);
      // One id each: a document that is seen again is compiled, whatever it asks for.
      const nowhereId = opaque(isPerson ? 'Person' : 'Unit', draw.id());
      const samples: [number[], number[]] = [[], []];
      for (let round = 0; round < 2_400; round += 1) {
        // In turns of the order, so that what else the machine does falls on both.
        for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const id = which === 0 ? hiddenId : nowhereId;
          const begun = performance.now();
          await ask(server, account.name, template.replaceAll('$id', id).replaceAll('$code', 'zq00u0x'));
          // The first ones compile and warm.
          if (round >= 400) samples[which].push(performance.now() - begun);
        }
      }
      // What the machine does now and then is no difference of the two: the slowest hundredth of each is left out.
      const [there, nowhere] = samples.map((sample) => sample.toSorted((x, y) => x - y).slice(0, Math.floor(sample.length * 0.99))) as [number[], number[]];
      const t = welch(there, nowhere);
      const [a, b] = [medianOf(there), medianOf(nowhere)];
      if (Math.abs(t) >= 4.5 && Math.abs(a - b) >= Math.max(0.3, 0.05 * b)) told.push(`${name}: ${a.toFixed(2)} ms and ${b.toFixed(2)} ms, t ${t.toFixed(1)}`);
    }
    expect(told).toEqual([]);
  });
}
