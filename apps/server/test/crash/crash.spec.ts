import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entities, hashPassword } from '../../src/contexts/access/index.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { startPersistent, type EmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { credentialOf, found, insertAccount, insertRoot, type TestServer } from '../api/support.ts';
import { brokenInvariants, compareWithRecount } from '../load/recount.ts';
import { startWriter, type Writer } from '../load/writer-task.ts';
import { nightly } from '../worlds/sizes.ts';

const roundsOf = (times: number) => Array.from({ length: Number(process.env['CRASH_ROUNDS'] ?? times) }, (_, round) => round + 1);
const [writerRounds, serverRounds, databaseRounds] = nightly ? [roundsOf(50), roundsOf(200), roundsOf(100)] : [roundsOf(2), roundsOf(2), roundsOf(2)];
const password = 'một mật khẩu dài và lạ';

let folder: string;
let postgres: EmbeddedPostgres;
let credential: string;
let units: string[];
const running: Writer[] = [];
/** What the database has acknowledged in all rounds. */
const events = new Map<string, string>();
const sessions = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-crash-'));
  // PostgreSQL's own account must get there where the tests run as root.
  await chmod(folder, 0o755);
  postgres = await startPersistent({ folder: join(folder, 'data') });
  await migrate({ ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl });
  const database = await openDatabase({ url: postgres.appUrl, entities });
  await withOwner(async (owner) => {
    const on = { server: { database } } as TestServer;
    const root = await insertRoot(owner, 'tinh');
    const board = await insertAccount(owner, 'ban@tinh', 'BOARD', root, await hashPassword(password));
    ({ credential } = board);
    const district = await found(on, credential, { code: 'tinh.huyen', kind: 'DISTRICT_PARTY', parentId: root });
    const cells = [];
    for (const code of ['1', '2', '3']) cells.push(await found(on, credential, { code: `tinh.huyen.${code}`, kind: 'GRASSROOTS_CELL', parentId: district }));
    units = [root, district, ...cells];
  });
  await database.close();
}, 120_000);

afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await postgres.stop().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function withOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(postgres.ownerUrl);
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function writer(serve: boolean): Writer {
  const started = startWriter({ databaseUrl: postgres.appUrl, credential, unitIds: units.slice(2), writers: 4, milliseconds: 60_000, serve });
  running.push(started);
  return started;
}

/**
 * An attempt that a kill cuts short stays counted as a failure: each round begins a new day for the account, which may fail thirty
 * times in one.
 */
async function beginAnotherDay(): Promise<void> {
  await withOwner(async (owner) => {
    await owner.query('truncate sign_in_attempt');
  });
}

/** Signs in over HTTP until the server is gone, and keeps the secrets that it gave. */
async function signInOver(url: string): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `mutation { signIn(input: { account: "ban@tinh", password: "${password}" }) { __typename } }` }),
      });
      const secret = /sid=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
      if (secret && (await response.text()).includes('SignInSucceeded')) sessions.add(secret);
    } catch {
      return;
    }
  }
}

function remember(from: Writer): number {
  const lines = from.lines('ack');
  for (const line of lines) {
    const [, eventId = '', kind = ''] = line.split(' ');
    events.set(eventId, kind);
  }
  return lines.length;
}

/** Nothing acknowledged is lost, and every invariant holds. */
async function examine(): Promise<void> {
  await withOwner(async (owner) => {
    const { rows } = await owner.query<{ lost: number }>('select count(*)::int as lost from unnest($1::uuid[]) as known (id) where not exists (select from entry e where e.event_id = known.id)', [[...events.keys()]]);
    expect(rows[0]?.lost).toBe(0);
    const alive = await owner.query(`select from session where encode(credential_hash, 'hex') = any ($1::text[])`, [[...sessions].map(credentialOf)]);
    expect(alive.rowCount).toBe(sessions.size);
    expect(await brokenInvariants(owner)).toEqual([]);
    // Each sign-in that was acknowledged is in the audit log.
    const logged = await owner.query(`select from audit_event where action = 'account.signIn' and result = 'DONE'`);
    expect(logged.rowCount).toBeGreaterThanOrEqual(sessions.size);
  });
  const database = await openDatabase({ url: postgres.appUrl, entities });
  const recount = async () => await compareWithRecount(database, credential, { unitIds: units, days: ['2024-05-15', '2030-01-01'], dimensions: ['GENDER', 'ETHNIC_MINORITY'] });
  expect((await recount()).wrong).toEqual([]);
  await database.pool.query('select app.compact(2147483647)');
  const after = await recount();
  expect(after.wrong).toEqual([]);
  expect(after.pending).toBe(0);
  await database.close();
}

describe('kill -9 in the middle of writes and sign-ins loses nothing that was acknowledged', { timeout: 120_000 }, () => {
  test.each(writerRounds)('of the writing process, round %i', async () => {
    const one = writer(false);
    await one.says('ack', 5);
    await sleep(Math.random() * 400);
    one.child.kill('SIGKILL');
    await one.ended;
    expect(remember(one)).toBeGreaterThan(0);
    await examine();
  });

  test.each(serverRounds)('of the server, round %i', async () => {
    await beginAnotherDay();
    const before = sessions.size;
    const one = writer(true);
    const url = (await one.says('serving')).split(' ')[1]!;
    const signingIn = Promise.all([signInOver(url), signInOver(url)]);
    await one.says('ack', 5);
    for (const until = Date.now() + 15_000; sessions.size < before + 2 && Date.now() < until;) await sleep(20);
    await sleep(Math.random() * 300);
    one.child.kill('SIGKILL');
    await Promise.all([one.ended, signingIn]);
    expect(remember(one)).toBeGreaterThan(0);
    expect(sessions.size).toBeGreaterThan(before);
    await examine();
  });

  test.each(databaseRounds)('of PostgreSQL, round %i', async () => {
    await beginAnotherDay();
    const before = sessions.size;
    const one = writer(true);
    const url = (await one.says('serving')).split(' ')[1]!;
    const signingIn = Promise.all([signInOver(url), signInOver(url)]);
    await one.says('ack', 5);
    for (const until = Date.now() + 15_000; sessions.size < before + 1 && Date.now() < until;) await sleep(20);
    await sleep(Math.random() * 300);
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.exited;
    await sleep(200);
    // The server stays, and says that it cannot serve.
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { role } }' }) });
    expect(await answer.text()).toContain('SERVICE_UNAVAILABLE');
    one.child.kill('SIGKILL');
    await Promise.all([one.ended, signingIn]);
    remember(one);
    expect(sessions.size).toBeGreaterThan(before);
    await postgres.stop().catch(() => undefined);
    postgres = await startPersistent({ folder: join(folder, 'data') });
    await examine();
  });
});

