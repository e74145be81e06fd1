import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../../src/contexts/access/index.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly, share } from '../worlds/sizes.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf, leaksIn, type Knowledge } from './judge.ts';
import { opaque } from './literals.ts';
import { Oracle } from './oracle.ts';

const statements = nightly ? share(1_000_000) : 20_000;
const pairs = nightly ? share(200_000) : 2_000;
const hours = nightly ? 3_600_000 : 300_000;

let shared: Worlds;
let server: BuiltServer;
let database: Database;
let readers: Knowledge[];

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
  database = await openDatabase({ url: shared.database.appUrl, entities, readers: 4, writers: 2, acquireMilliseconds: hours });
  readers = shared.worlds.slice(0, 12).flatMap((world) => {
    const oracle = new Oracle(world);
    return world.accounts.slice(0, 8).map((account) => knowledgeOf(oracle, account));
  }).slice(0, 64);
}, openingMilliseconds);
afterAll(async () => {
  await database.close();
  await server.close();
  await shared.drop();
});

const whoAmI = `select current_setting('banyan.account', true) as account, current_setting('banyan.lo', true) as lo`;

/** Ways in which a transaction may end badly. Each is expected to fail. */
const failures = ['select 1 / 0', 'select no_such_column from unit', `set local statement_timeout = '5ms'; select pg_sleep(1)`, 'select pg_cancel_backend(pg_backend_pid()), pg_sleep(0.01)'];

test('64 accounts on a pool of 4, among errors, timeouts, cancelled and rolled-back work: each statement runs as its own account', { timeout: hours }, async () => {
  expect(readers).toHaveLength(64);
  const mismatches: string[] = [];
  let asked = 0;
  const check = (rows: readonly { account: string; lo: string }[], accountId: string, where: string) => {
    asked += 1;
    if ((rows[0]?.account ?? '') !== accountId) mismatches.push(`${where}: ${rows[0]?.account} for ${accountId}`);
  };
  const tasks = Array.from({ length: 16 }, async (_, task) => {
    const draw = new Draw(task + 70_000);
    while (asked < statements && mismatches.length === 0) {
      const { account, role } = draw.pick(readers);
      const credential = credentialOf(secretOf(account.name));
      // The grant of a closed unit makes nobody of its account.
      const accountId = role === null ? '' : account.id;
      if (draw.chance(10)) {
        // A change that is undone, half of them after a savepoint of their own.
        await database.write(credential, async (transaction) => {
          check(await transaction.query(whoAmI), accountId, 'a change');
          if (draw.chance(50)) {
            await transaction.query('savepoint here');
            await transaction.query('select 1 / 0').catch(() => undefined);
            await transaction.query('rollback to savepoint here');
            check(await transaction.query(whoAmI), accountId, 'after a savepoint');
          }
          throw new Error('undone');
        }).catch((error: unknown) => {
          if (!(error instanceof Error) || error.message !== 'undone') throw error;
        });
        continue;
      }
      const read = await database.read(credential);
      try {
        for (let count = draw.int(1, 6); count > 0; count -= 1) check(await read.query(whoAmI), accountId, 'a read');
        if (draw.chance(20)) await read.query(draw.pick(failures)).then(() => mismatches.push('what had to fail did not'), () => undefined);
        if (draw.chance(5)) await sleep(1);
        if (draw.chance(10)) {
          // Whoever ends the transaction from within is nobody from there on.
          await read.query('commit');
          check(await read.query(whoAmI), '', 'after a commit within a read');
        }
      } finally {
        read.end();
      }
    }
  });
  const strangers = (async () => {
    // Without a transaction that entered, a connection of the pool is nobody and sees nothing.
    while (asked < statements && mismatches.length === 0) {
      const { rows } = await database.pool.query<{ account: string | null; units: number }>(`select nullif(current_setting('banyan.account', true), '') as account, (select count(*)::int from unit) as units`);
      if (rows[0]?.account !== null || rows[0].units !== 0) mismatches.push(`nobody is ${rows[0]?.account} and sees ${rows[0]?.units} units`);
      asked += 1;
    }
  })();
  await Promise.all([...tasks, strangers]);
  expect(mismatches).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(statements);
});

const objectQuery = `query ($id: ID!) { viewer { account { name } } node(id: $id) { id ... on Unit { code name children(first: 3) { nodes { code } } } ... on Person { fullName } } }`;

test('two accounts at the same moment on the same object each get their own answer', { timeout: hours }, async () => {
  const draw = new Draw(71_000);
  const wrong: string[] = [];
  let bothAnswered = 0;
  for (let done = 0; done < pairs && wrong.length === 0; done += 8) {
    await Promise.all(Array.from({ length: 8 }, async () => {
      const one = draw.pick(readers);
      const other = draw.pick(readers.filter((reader) => reader.oracle === one.oracle));
      const { units, people } = one.oracle.world;
      const id = draw.chance(50) ? opaque('Unit', draw.pick(units).id) : opaque('Person', draw.pick(people).id);
      const answers = await Promise.all([one, other].map(async (reader) => ({ reader, answer: await ask<{ viewer: { account: { name: string } } | null; node: object | null }>(server, reader.account.name, objectQuery, { id }) })));
      for (const { reader, answer } of answers) {
        const name = answer.data?.viewer?.account.name;
        if (name !== undefined && name !== reader.account.name) wrong.push(`${reader.account.name} was answered as ${name}`);
        wrong.push(...leaksIn(reader, { bytes: answer.bytes, hasData: Boolean(answer.data?.node) }, id));
      }
      if (answers.every(({ answer }) => answer.data?.viewer)) bothAnswered += 1;
    }));
  }
  expect(wrong).toEqual([]);
  expect(bothAnswered).toBeGreaterThan(pairs / 2);
});
