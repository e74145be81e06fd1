import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { nightly, thoroughCount, worldCount } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { targets } from './schema-edges.ts';
import { Oracle } from './oracle.ts';
import { RandomReaders, readerKinds } from './random-readers.ts';

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

/** How many documents of each kind a night asks of the worlds that it asks many of. */
const turns = nightly ? 4 : 1;

/**
 * Of what a world has nothing, or random documents do not meet: nobody looked into what lies apart of a person, or holds the code of a paper; nothing is due today, nobody
 * grew too old while they waited, no target is of a slice, and no year has a guideline. The specs of these parts ask for them.
 */
const notInWorlds = ['AgeWarning', 'GuidelineProgress', 'TargetSlice', 'TodoDay', 'TransferLetter', 'UnlockCount'];

/** What is so seldom there, or behind so much that has to fit, that one of the kinds that work with people may not meet it. Another does. */
const seldomMet = ['AllocationDraft', 'EvidenceEdge', 'PartElsewhere', 'StandingCount', 'Succession', 'SuggestedLine', 'SupervisedTarget', 'SupervisedUnit', 'TargetStandingCount'];

test('random documents over every field and argument tell no reader what lies outside its scope or above its role', { timeout: propertyMilliseconds }, async () => {
  const readers = await RandomReaders.meet(server, shared.all.map((world) => new Oracle(world)));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const oracle of turn === 0 ? readers.oracles : readers.oracles.slice(0, thoroughCount)) {
      for (const kind of readerKinds) for (const target of targets) await readers.ask({ oracle, kind, target, seed: turn });
    }
  }
  // What chance has left out is asked for by name, until it was answered so often: at night three times in each round, sixty times in all.
  const least = 3;
  for (const kind of readerKinds) for (const target of targets) if (worldCount >= 60) await readers.insist(kind, target, least);
  console.log(`  ${readers.oracles.length} worlds, ${readers.asked} documents, ${readers.answers.data} with data, ${readers.leaks.length} leaks`);
  expect(readers.leaks).toEqual([]);
  expect(readers.defects).toEqual([]);
  expect(readers.answers.data, 'an empty answer proves nothing').toBeGreaterThan(readers.asked / 5);
  expect(readers.asked).toBeGreaterThanOrEqual(thoroughCount * 60);
  if (worldCount >= 60) {
    expect(readers.unanswered(least)).toEqual([]);
    expect(nightly ? readers.unmet(readerKinds).filter((type) => !notInWorlds.includes(type)) : readers.unmet(readerKinds), 'what nobody meets is proved to nobody').toEqual(nightly ? [] : notInWorlds);
    for (const kind of ['STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR'] as const) {
      expect(readers.missed(kind).filter((type) => ![...notInWorlds, ...seldomMet].includes(type)), `what ${kind} may meet and did not`).toEqual([]);
    }
  }
});
