import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { worldCount, nightly } from '../worlds/generate.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { targets } from './documents.ts';
import { Oracle } from './oracle.ts';
import { RandomReaders } from './random-readers.ts';
import { roles } from '../worlds/world-model.ts';

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

test('random documents over every field and argument tell no reader what lies outside its scope or above its role', { timeout: propertyMilliseconds }, async () => {
  const readers = await RandomReaders.meet(server, shared.worlds.map((world) => new Oracle(world)));
  const times = nightly ? 10 : 1;
  for (let round = 0; round < times; round += 1) {
    for (const oracle of readers.oracles) {
      for (const role of roles) for (const target of targets) await readers.ask({ oracle, role, target, seed: round });
    }
  }
  // What chance has left out is asked for by name.
  const least = nightly ? 25 : 3;
  for (let seed = times; worldCount >= 60 && seed < times + 3; seed += 1) {
    for (const oracle of readers.oracles) {
      for (const [role, target] of readers.neglected(least)) await readers.ask({ oracle, role, target, seed });
    }
  }
  expect(readers.leaks).toEqual([]);
  expect(readers.defects).toEqual([]);
  expect(readers.answers.data, 'an empty answer proves nothing').toBeGreaterThan(readers.asked / 5);
  if (worldCount >= 60) expect(readers.unasked(least)).toEqual([]);
});
