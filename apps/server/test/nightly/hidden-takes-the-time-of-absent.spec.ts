import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { filled, namesFor, operations } from '../properties/hidden-operations.ts';
import { knowledgeOf, type Knowledge } from '../properties/judge.ts';
import { rowsFor } from '../properties/literals.ts';
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

/** The units that a reader is told nothing of, not even that they stand above. */
function hiddenUnits(reader: Knowledge): number[] {
  return rowsFor(reader).units.out.filter((unit) => !reader.stubs.has(unit));
}

function medianOf(sample: readonly number[]): number {
  return sample.toSorted((x, y) => x - y)[Math.floor(sample.length / 2)]!;
}

test('what is hidden takes the time of what is not there', { timeout: 3_600_000 }, async () => {
  // Somebody who may ask each of them, below the root of a tree in which there is more.
  const reader = shared.worlds
    .flatMap((candidate) => candidate.accounts.map((account) => knowledgeOf(new Oracle(candidate), account)))
    .find((known) => known.role === 'STAFF' && known.scope !== 0 && rowsFor(known).people.in.length > 0 && rowsFor(known).people.out.length > 3 && hiddenUnits(known).length > 3)!;
  const { account, oracle: { world } } = reader;
  const draw = new Draw(world.seed + 510_000);
  const told: string[] = [];
  for (const [name, template] of Object.entries(operations).filter(([, operation]) => !operation.includes('$text'))) {
    const unit = world.units[hiddenUnits(reader).at(-1)!]!;
    const names = namesFor(reader, unit, name === 'person', draw);
    // One text each: a document that is seen again is compiled, whatever it asks for.
    const texts = [filled(template, { ...names.hidden, code: unit.code }), filled(template, { ...names.nowhere, code: 'zq00u0x' })];
    expect(texts[0], name).not.toBe(texts[1]);
    for (const text of texts) expect(JSON.stringify((await ask(server, account.name, text)).errors), name).not.toContain('FORBIDDEN_FOR_ROLE');
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
