import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postFacts } from '../../src/contexts/ledger/index.ts';
import { dataOf, fact, found, insertAccount, insertRoot, insertSession, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let url: string;
let root: TestAccount;
let observer: TestAccount;
let east: TestAccount;
let eastCell: string;
let westCell: string;

beforeAll(async () => {
  on = await startTestServer(undefined, { events: { gatherMilliseconds: 50, beatMilliseconds: 400 } });
  const province = await insertRoot(on.owner, 'p');
  root = await insertAccount(on.owner, 'root', 'STAFF', province);
  observer = await insertAccount(on.owner, 'observer', 'OBSERVER', province);
  const below = async (code: string, kind: string, parentId: string) => await found(on, root.credential, { code, kind, parentId });
  const [a, b] = [await below('p.east', 'DISTRICT_PARTY', province), await below('p.west', 'DISTRICT_PARTY', province)];
  eastCell = await below('p.east.cell', 'GRASSROOTS_CELL', a);
  westCell = await below('p.west.cell', 'GRASSROOTS_CELL', b);
  east = await insertAccount(on.owner, 'east', 'SECRETARY', a);
  url = await on.server.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await on.stop();
});

/** A stream, and what came on it so far. */
async function listen(secret: string | null, headers: Record<string, string> = {}) {
  const aborting = new AbortController();
  const response = await fetch(`${url}/events`, { headers: { ...(secret === null ? {} : { cookie: `sid=${secret}` }), ...headers }, signal: aborting.signal });
  const heard = { text: '', ended: false };
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) heard.text += decoder.decode(chunk as Uint8Array);
    heard.ended = true;
  })().catch(() => undefined);
  return { response, heard, close: async () => { aborting.abort(); await reading; } };
}

const changes = (text: string) => text.split('event: changed').length - 1;

/** The listener opens a connection of its own with the first stream. */
async function settled(): Promise<void> {
  await sleep(300);
}

async function until(holds: () => boolean, milliseconds = 2_000): Promise<number> {
  const begun = performance.now();
  while (!holds()) {
    if (performance.now() - begun > milliseconds) throw new Error('it did not happen in time');
    await sleep(10);
  }
  return performance.now() - begun;
}

async function admitAt(unitId: string): Promise<void> {
  await on.server.database.write(root.credential, async (transaction) => {
    await postFacts(transaction, [fact('ADMITTED', randomUUID(), unitId, '2025-02-01')]);
  });
}

test('a page hears within two seconds that something was entered below it, and no more than that', async () => {
  const stream = await listen(east.secret);
  await settled();
  const before = changes(stream.heard.text);
  await admitAt(eastCell);
  await until(() => changes(stream.heard.text) > before);
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
  expect(stream.heard.text.replaceAll(/(retry|id|data): \d+\n|event: changed\n|: beat\n|\n/g, '')).toBe('');
  await stream.close();
});

test('a page hears nothing of what was entered outside its scope', async () => {
  const [inside, outside] = [await listen(root.secret), await listen(east.secret)];
  await settled();
  const [heardInside, heardOutside] = [changes(inside.heard.text), changes(outside.heard.text)];
  await admitAt(westCell);
  await until(() => changes(inside.heard.text) > heardInside);
  await sleep(300);
  expect(changes(outside.heard.text)).toBe(heardOutside);
  await Promise.all([inside.close(), outside.close()]);
});

test('who reads sums of past periods alone is told of no moment', async () => {
  const [board, reader] = [await listen(root.secret), await listen(observer.secret)];
  await settled();
  const [heard, told] = [changes(board.heard.text), changes(reader.heard.text)];
  await admitAt(eastCell);
  await until(() => changes(board.heard.text) > heard);
  await sleep(300);
  expect(changes(reader.heard.text)).toBe(told);
  await Promise.all([board.close(), reader.close()]);
});

test('what is undone is not told', async () => {
  const stream = await listen(root.secret);
  await settled();
  const before = changes(stream.heard.text);
  await on.server.database.write(root.credential, async (transaction) => {
    await postFacts(transaction, [fact('ADMITTED', randomUUID(), eastCell, '2025-02-01')]);
    throw new Error('changed my mind');
  }).catch(() => undefined);
  await sleep(300);
  expect(changes(stream.heard.text)).toBe(before);
  await stream.close();
});

test('a stream ends when the right to it has gone, and tells nothing meanwhile', async () => {
  const leaving = await insertAccount(on.owner, 'leaving', 'BOARD', (await on.owner.query<{ id: string }>(`select id from unit where code = 'p.east'`)).rows[0]!.id);
  const stream = await listen(leaving.secret);
  await settled();
  const before = changes(stream.heard.text);
  await dataOf(on, leaving.secret, 'mutation { signOut { __typename } }');
  await admitAt(eastCell);
  await until(() => stream.heard.ended);
  expect(changes(stream.heard.text)).toBe(before);
  expect(stream.heard.text).toContain('event: end');
});

test('nobody hears without a session, from another site, or more often than eight times at once', async () => {
  expect((await listen(null)).response.status).toBe(401);
  expect((await listen(root.secret, { origin: 'https://elsewhere.example' })).response.status).toBe(403);
  const many = await Promise.all(Array.from({ length: 8 }, async () => await listen(east.secret)));
  expect(many.map(({ response }) => response.status)).toEqual(Array.from({ length: 8 }, () => 200));
  expect((await listen(east.secret)).response.status).toBe(503);
  await Promise.all(many.map(async ({ close }) => await close()));
  await settled();
  const again = await listen(east.secret);
  expect(again.response.status).toBe(200);
  await again.close();
});

test('whoever leaves while the right to hear is looked up keeps no place', async () => {
  const { hostname, port } = new URL(url);
  const leave = async (milliseconds: number) =>
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`GET /events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: sid=${east.secret}\r\n\r\n`);
        setTimeout(() => {
          socket.resetAndDestroy();
          resolve();
        }, milliseconds);
      });
      socket.on('error', () => undefined);
    });
  for (const milliseconds of [0, 0, 1, 1, 2, 3]) await Promise.all(Array.from({ length: 12 }, async () => await leave(milliseconds)));
  await settled();
  const many = await Promise.all(Array.from({ length: 8 }, async () => await listen(east.secret)));
  expect(many.map(({ response }) => response.status)).toEqual(Array.from({ length: 8 }, () => 200));
  await Promise.all(many.map(async ({ close }) => await close()));
});

test('one account has forty places, in however many sessions', async () => {
  const greedy = await insertAccount(on.owner, 'greedy', 'BOARD', (await on.owner.query<{ id: string }>(`select id from unit where code = 'p'`)).rows[0]!.id);
  const sessions = await Promise.all(Array.from({ length: 6 }, async () => await insertSession(on.owner, greedy.accountId, greedy.grantId)));
  const streams = [];
  for (const { secret } of sessions) for (let index = 0; index < 8; index += 1) streams.push(await listen(secret));
  expect(streams.filter(({ response }) => response.status === 200)).toHaveLength(40);
  await Promise.all(streams.map(async ({ close }) => await close()));
});

test('a notice that is not a list of places is nobody’s', async () => {
  const stream = await listen(root.secret);
  await settled();
  const before = changes(stream.heard.text);
  for (const payload of ['x', '', '1 x', '9'.repeat(40)]) await on.server.database.pool.query('select pg_notify($1, $2)', ['banyan_entries', payload]);
  await admitAt(eastCell);
  await until(() => changes(stream.heard.text) > before);
  expect(changes(stream.heard.text)).toBe(before + 1);
  await stream.close();
});

test('a lost connection to the database is replaced, and says that something may have been missed', async () => {
  const stream = await listen(root.secret);
  await settled();
  const before = changes(stream.heard.text);
  await on.server.database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'banyan-listen' and datname = current_database()`);
  await until(() => changes(stream.heard.text) > before, 4_000);
  const again = changes(stream.heard.text);
  await admitAt(eastCell);
  expect(await until(() => changes(stream.heard.text) > again)).toBeLessThan(2_000);
  await stream.close();
});
