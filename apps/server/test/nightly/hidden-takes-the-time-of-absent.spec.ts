import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { operations } from '../properties/hidden-operations.ts';
import { knowledgeOf } from '../properties/judge.ts';
import { opaque, rowsFor } from '../properties/literals.ts';
import { Oracle } from '../properties/oracle.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { openingMilliseconds, openWorlds, serve, type Worlds } from '../worlds/shared-worlds.ts';

let shared: Worlds;
let server: BuiltServer;

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
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

test('what is hidden takes the time of what is not there', { timeout: 3_600_000 }, async () => {
  const knowledge = shared.worlds
    .flatMap((candidate) => candidate.accounts.map((reader) => knowledgeOf(new Oracle(candidate), reader)))
    .find((known) => known.role !== null && rowsFor(known).units.out.length > 3)!;
  const { account, oracle: { world } } = knowledge;
  const { units, people } = rowsFor(knowledge);
  const draw = new Draw(world.seed + 510_000);
  const told: string[] = [];
  const other = world.accounts.find((candidate) => candidate !== account)!;
  for (const [name, template] of Object.entries(operations).filter(([, operation]) => !operation.includes('$text'))) {
    const isPerson = name === 'person' && people.out.length > 0;
    const hiddenId = isPerson ? opaque('Person', world.people[people.out[0]!]!.id) : opaque('Unit', world.units[units.out.at(-1)!]!.id);
    // One id each: a document that is seen again is compiled, whatever it asks for.
    const nowhereId = opaque(isPerson ? 'Person' : 'Unit', draw.id());
    const hidden = { id: hiddenId, target: opaque('Target', world.units[units.out.at(-1)!]!.id), code: world.units[units.out.at(-1)!]!.code, grant: opaque('Grant', other.grants[0]!.id), session: opaque('Session', other.grants[0]!.id) };
    const nowhere = { id: nowhereId, target: opaque('Target', draw.id()), code: 'zq00u0x', grant: opaque('Grant', draw.id()), session: opaque('Session', draw.id()) };
    const texts = [hidden, nowhere].map((values) => Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`$${key}`, value), template));
    const samples: [number[], number[]] = [[], []];
    for (let round = 0; round < 2_400; round += 1) {
      // In turns of the order, so that what else the machine does falls on both.
      for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const begun = performance.now();
        await ask(server, account.name, texts[which]!);
        // The first ones compile and warm.
        if (round >= 400) samples[which].push(performance.now() - begun);
      }
    }
    // What the machine does now and then is no difference of the two: the slowest hundredth of each is left out.
    const [there, elsewhere] = samples.map((sample) => sample.toSorted((x, y) => x - y).slice(0, Math.floor(sample.length * 0.99))) as [number[], number[]];
    const t = welch(there, elsewhere);
    const [a, b] = [medianOf(there), medianOf(elsewhere)];
    if (Math.abs(t) >= 4.5 || Math.abs(a - b) >= Math.max(0.3, 0.05 * b)) told.push(`${name}: ${a.toFixed(2)} ms and ${b.toFixed(2)} ms, t ${t.toFixed(1)}`);
  }
  expect(told).toEqual([]);
});
