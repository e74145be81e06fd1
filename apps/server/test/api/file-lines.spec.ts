import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { opaque } from '../properties/literals.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { serve } from '../worlds/shared-worlds.ts';
import { cookie, openFiles, pdf, type FileWorld, type Said } from './file-support.ts';

let files: FileWorld;
let { world, url, folder, send, get, papered, onDisk } = {} as FileWorld;
let mine: Awaited<ReturnType<FileWorld['papered']>>;
beforeAll(async () => {
  files = await openFiles();
  ({ world, url, folder, send, get, papered, onDisk } = files);
}, 120_000);
afterAll(async () => {
  await files.close();
});
beforeEach(async () => {
  mine = await papered();
});

describe('a line', () => {
  let quick: BuiltServer;
  let port: number;
  beforeAll(async () => {
    quick = await serve(world.database, { filesFolder: folder, requests: { headersMilliseconds: 300, wholeMilliseconds: 1_500 }, files: { refusedMilliseconds: 200, lookMilliseconds: 400 } });
    await quick.app.listen({ port: 0, host: '127.0.0.1' });
    port = Number(new URL(quick.app.listeningOrigin).port);
  });
  afterAll(async () => {
    await quick.close();
  });

  /** Sends the head of a request and then a piece of its body time and again, until it is whole or the line is cut. Gives back what was heard, and after how many milliseconds the line was cut. */
  async function drip({ head, piece = Buffer.from('a'), every = 20, pieces = Infinity }: { head: readonly string[]; piece?: Buffer; every?: number; pieces?: number }): Promise<{ heard: string; cutAfter: number }> {
    const begun = performance.now();
    const line = connect(port, '127.0.0.1');
    let heard = '';
    line.on('data', (bytes: Buffer) => (heard += bytes.toString())).on('error', () => undefined);
    const closed = new Promise((resolve) => line.once('close', resolve));
    line.write(head.join('\r\n'));
    for (let sent = 0; sent < pieces && !line.closed && performance.now() - begun < 2_500; sent += 1) {
      line.write(piece);
      await sleep(every);
    }
    while (pieces !== Infinity && heard === '' && !line.closed) await sleep(10);
    line.destroy();
    await closed;
    return { heard, cutAfter: performance.now() - begun };
  }
  const headOf = (path: string, account: string | null, length = 1_000_000) => [`POST ${path} HTTP/1.1`, 'host: localhost', 'x-file-name: a.pdf', `idempotency-key: ${randomUUID()}`, 'content-type: application/octet-stream', `content-length: ${length}`, ...(account === null ? [] : [`cookie: sid=${secretOf(account)}`]), '', ''];

  test('is not held by headers that never end', async () => {
    expect([world.server.app.server.headersTimeout, world.server.app.server.requestTimeout]).toEqual([20_000, 900_000]);
    const { heard, cutAfter } = await drip({ head: ['GET / HTTP/1.1', 'x-slow: '] });
    expect([heard.split('\r\n')[0], cutAfter < 2_000]).toEqual(['HTTP/1.1 408 Request Timeout', true]);
  });

  test('is not held by an upload that was refused, nor by what is called almost like one', async () => {
    for (const [account, code] of [[null, 'SIGNED_OUT'], ['far', 'NOT_FOUND']] as const) {
      const { heard, cutAfter } = await drip({ head: headOf(`/files?paper=${mine.paper}`, account) });
      expect([/"code":"(\w+)"/.exec(heard)?.[1], cutAfter < 1_300], code).toEqual([code, true]);
    }
    expect((await drip({ head: headOf('/filesystem', 'secretary') })).cutAfter).toBeLessThan(2_400);
  });

  test('is held for an upload that was admitted, for longer than for any other request', async () => {
    const bytes = pdf(2_000);
    const { heard, cutAfter } = await drip({ head: headOf(`/files?paper=${mine.paper}`, 'secretary', bytes.length * 85), piece: bytes, pieces: 85 });
    expect([heard.split(' ')[1], cutAfter > 1_600]).toEqual(['201', true]);
  });

  test('is cut where an upload brings too little, and told so; nothing is left of it', async () => {
    const before = await onDisk();
    const { heard, cutAfter } = await drip({ head: headOf(`/files?paper=${mine.paper}`, 'secretary'), piece: Buffer.from('%PDF-1.7 and a little more') });
    expect([heard.split(' ')[1], /"code":"(\w+)"/.exec(heard)?.[1], cutAfter < 2_000]).toEqual(['408', 'TOO_SLOW', true]);
    while ((await onDisk()).length > before.length) await sleep(10);
  });

  test('is one of six that an account sends files over, under however many sessions, and others have theirs', async () => {
    const second = secretOf('the same once more');
    await world.owner.query('insert into session (account_id, grant_id, credential_hash, network, expires_at) select account_id, grant_id, $2, network, expires_at from session where credential_hash = $1', [secretOf('secretary'), second].map((secret) => Buffer.from(credentialOf(secret), 'hex')));
    const first = pdf(1_000);
    const hold = (secret: string) => {
      const request = http.request(`${url}/files?paper=${mine.paper}`, { method: 'POST', headers: { 'x-file-name': 'a.pdf', 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream', 'content-length': '500000', cookie: `sid=${secret}` } });
      request.on('error', () => undefined).write(first);
      return request;
    };
    const halves = async () => (await onDisk()).filter((path) => path.endsWith('.part')).length;
    const held = Array.from({ length: 6 }, (_, index) => hold(index < 3 ? secretOf('secretary') : second));
    while ((await halves()) < 6) await sleep(10);
    expect([(await send('secretary', mine.paper, pdf())).error?.code, (await send('full', mine.paper, pdf())).status]).toEqual(['BUSY', 201]);
    for (const request of held) request.destroy();
    while ((await halves()) > 0) await sleep(10);
    expect((await send('secretary', mine.paper, pdf())).status).toBe(201);
  });

  async function statusOf(account: string, id: string): Promise<number> {
    const { status, body } = await get(account, id);
    await body?.cancel();
    return status;
  }

  /** Begins to take a file and reads nothing of it. */
  async function takeNothing(from: string, id: string): Promise<http.IncomingMessage> {
    const [answer] = (await once(http.get(`${from}/files/${id}`, { agent: false, headers: cookie('secretary') }), 'response')) as [http.IncomingMessage];
    return answer.on('error', () => undefined);
  }

  test('is one of eight that an account takes files over, and is not held for who takes nothing', async () => {
    const bytes = pdf(19_000_000);
    const id = (await send('secretary', mine.paper, bytes)).file!.id;
    const held: http.IncomingMessage[] = [];
    for (let index = 0; index < 8; index += 1) held.push(await takeNothing(url, id));
    const refused = await get('secretary', id);
    expect([refused.status, ((await refused.json()) as Said).error?.code, refused.headers.get('retry-after')]).toEqual([429, 'TOO_MANY_DOWNLOADS', '30']);
    const { rows } = await world.owner.query(`select from audit_event where action = 'candidacy.readFile' and subject_id = $1`, [Buffer.from(mine.candidacy, 'base64url').toString().split(':')[1]]);
    expect(rows).toHaveLength(8);
    // Neither is it told of what is not there, nor does it keep out somebody else.
    expect([await statusOf('secretary', opaque('File', randomUUID())), await statusOf('board', id)]).toEqual([404, 200]);
    for (const answer of held) answer.destroy();
    while ((await statusOf('secretary', id)) !== 200) await sleep(10);

    const begun = performance.now();
    const unread = await takeNothing(quick.app.listeningOrigin, id);
    const connections = async () => await promisify(quick.app.server.getConnections.bind(quick.app.server))();
    expect(await connections()).toBeGreaterThan(0);
    while ((await connections()) > 0) await sleep(10);
    unread.destroy();
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(Buffer.from(await (await get('secretary', id)).arrayBuffer()).equals(bytes)).toBe(true);
  });
});
