import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { nightly, share } from '../worlds/sizes.ts';
import type { World } from '../worlds/world-model.ts';
import { targets } from './schema-edges.ts';
import { Oracle } from './oracle.ts';
import { RandomReaders, readerKinds } from './random-readers.ts';
import type { Walls } from '../../src/platform/scope.ts';
import { ask } from '../worlds/ask.ts';

let shared: Worlds;
let oracles: Oracle[];

beforeAll(async () => {
  shared = await openWorlds();
  // Worlds with people, so that there is something to hide.
  oracles = shared.worlds.filter((world) => world.people.length > 10 && world.units.length > 10).slice(0, nightly ? share(200) : 10).map((world) => new Oracle(world));
}, openingMilliseconds);
afterAll(async () => {
  await shared.drop();
});

/** What random readers learn that they may not know. Field rights belong to the application wall: only rows are judged. */
async function learned(walls: Walls, judged = oracles): Promise<{ leaks: string[]; data: number }> {
  const server = await serve(shared.database, { walls });
  try {
    const readers = await RandomReaders.meet(server, judged);
    for (let turn = 0; turn < (nightly ? 4 : 1); turn += 1) {
      for (const oracle of judged) for (const kind of readerKinds) for (const target of targets) await readers.ask({ oracle, kind, target, seed: 7 + turn });
    }
    return { leaks: readers.leaks, data: readers.answers.data };
  } finally {
    await server.close();
  }
}

/** Lists of units and people, and hidden rows by id, as somebody low in the tree. */
async function listsLeak(world: World, walls: Walls): Promise<boolean> {
  const server = await serve(shared.database, { walls });
  try {
    const account = world.accounts.find((candidate) => candidate.grants[0]!.unit !== 0 && candidate.grants[0]!.ended === undefined && ['STAFF', 'BOARD', 'SECRETARY'].includes(candidate.grants[0]!.role))!;
    const answer = await ask<{ units: { totalCount: number } }>(server, account.name, '{ units(first: 100) { totalCount } }');
    return (answer.data?.units.totalCount ?? 0) > new Oracle(world).visibleUnits(account.grants[0]!.unit).length;
  } finally {
    await server.close();
  }
}

async function rowSecurity(on: boolean): Promise<void> {
  const { rows } = await shared.owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
  for (const { name } of rows) await shared.owner.query(`alter table ${name} ${on ? 'enable' : 'disable'} row level security`);
}

describe('a wall holds alone', () => {
  test("the database's, with the application's off", { timeout: propertyMilliseconds }, async () => {
    const { leaks, data } = await learned({ application: false });
    expect(leaks).toEqual([]);
    expect(data).toBeGreaterThan(0);
  });

  test("the application's, with the database's off", { timeout: propertyMilliseconds }, async () => {
    await rowSecurity(false);
    try {
      const { leaks, data } = await learned({ application: true });
      expect(leaks).toEqual([]);
      expect(data).toBeGreaterThan(0);
    } finally {
      await rowSecurity(true);
    }
  });

  test('and with both off the property tells', { timeout: propertyMilliseconds }, async () => {
    const world = oracles.map((oracle) => oracle.world).find((candidate) => candidate.accounts.some((account) => account.grants[0]!.unit !== 0 && account.grants[0]!.ended === undefined && ['STAFF', 'BOARD', 'SECRETARY'].includes(account.grants[0]!.role) && new Oracle(candidate).isOpen(account.grants[0]!.unit)))!;
    await rowSecurity(false);
    try {
      expect((await learned({ application: false }, oracles.slice(0, 1))).leaks).not.toEqual([]);
      expect(await listsLeak(world, { application: false })).toBe(true);
      expect(await listsLeak(world, { application: true })).toBe(false);
    } finally {
      await rowSecurity(true);
    }
  });
});
