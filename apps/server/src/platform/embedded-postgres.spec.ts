import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPersistent } from './embedded-postgres.ts';
import { prepareDatabase } from './prepare-database.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-persistent-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

describe('a database that keeps its data', () => {
  test('survives a stop, hides its passwords from others, and gives its folder to one process at a time', async () => {
    const first = await startPersistent({ folder });
    await ask(first.ownerUrl, 'create table kept as select 1 as value');
    const second = await startPersistent({ folder }).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(StartUpRefusal);
    expect(second).toMatchObject({ code: 'ALREADY_RUNNING', sentence: { en: expect.stringContaining(String(process.pid)) as string } });
    await first.stop();
    expect((await stat(join(folder, 'passwords.json'))).mode & 0o777).toBe(0o600);
    const again = await startPersistent({ folder });
    expect(await ask(again.ownerUrl, 'select value from kept')).toEqual([1]);
    await again.stop();
  });

  test('survives a kill of the database in the middle of its work', async () => {
    const first = await startPersistent({ folder });
    await ask(first.ownerUrl, 'create table acknowledged as select 7 as value');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await first.stop();
    const again = await startPersistent({ folder });
    expect(await ask(again.ownerUrl, 'select value from acknowledged')).toEqual([7]);
    await again.stop();
  });

  test('is stopped when the process that started it is killed, and starts cleanly for the next', async () => {
    const script = `import { startPersistent } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))};
      const postgres = await startPersistent({ folder: ${JSON.stringify(folder)} });
      process.stdout.write(postgres.pid + '\\n'); setInterval(() => undefined, 1000);`;
    const child = execFile(process.execPath, ['--import', '@oxc-node/core/register', '--input-type=module', '-e', script]);
    const pid = Number(await new Promise((resolve) => { child.stdout?.once('data', resolve); }));
    child.kill('SIGKILL');
    const next = await startPersistent({ folder });
    expect(next.pid).not.toBe(pid);
    await next.stop();
    expect(await stateOf(pid)).not.toBe('running');
  });

  test('leaves nothing half made when the start is interrupted', async () => {
    const other = await mkdtemp(join(tmpdir(), 'banyan-persistent-'));
    const interruption = new AbortController();
    const starting = startPersistent({ folder: other, signal: interruption.signal });
    await sleep(300);
    interruption.abort();
    await expect(starting).rejects.toThrow(/abort/i);
    const next = await startPersistent({ folder: other });
    expect(await ask(next.appUrl, 'select 1')).toEqual([1]);
    await next.stop();
    await rm(other, { recursive: true, force: true });
  });

  test('begins anew only when told to', async () => {
    const anew = await startPersistent({ folder, fresh: true });
    expect(await ask(anew.ownerUrl, "select to_regclass('kept')")).toEqual([null]);
    await anew.stop();
  });
});

describe('preparing a database from an administrator\'s address', () => {
  test('makes an owner and an application role with its limits, and changes nothing the second time', async () => {
    const postgres = await startPersistent({ folder });
    const request = { adminUrl: postgres.adminUrl, database: 'other', owner: { name: 'other owner' }, app: { name: 'other_app' } };
    const { ownerUrl, appUrl, passwordsKept } = await prepareDatabase(request);
    expect(passwordsKept).toEqual([]);
    expect(await ask(appUrl, "select current_setting('transaction_timeout')")).toEqual(['30s']);
    await expect(ask(appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(ask(appUrl, 'create temporary table mine (id int)')).rejects.toThrow(/permission denied/);
    await ask(ownerUrl, 'create table ours (id int)');
    expect((await prepareDatabase(request)).passwordsKept).toEqual(['other owner', 'other_app']);
    expect(await ask(ownerUrl, 'select count(*)::int from ours')).toEqual([0]);
    await postgres.stop();
  });

  test('works for an administrator who is no superuser', async () => {
    const postgres = await startPersistent({ folder });
    await ask(postgres.adminUrl, "create role helper login createdb createrole password 'x'");
    const adminUrl = Object.assign(new URL(postgres.adminUrl), { username: 'helper', password: 'x', pathname: '/postgres' }).href;
    const prepared = await prepareDatabase({ adminUrl, database: 'third', owner: { name: 'third_owner' }, app: { name: 'third_app' } });
    await ask(prepared.ownerUrl, 'create table ours (id int)');
    expect(await ask(prepared.appUrl, 'select count(*)::int from pg_extension')).toEqual([4]);
    await postgres.stop();
  });
});

async function stateOf(pid: number): Promise<'running' | 'gone'> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (process.platform !== 'linux') return (await promisify(execFile)('ps', ['-p', String(pid)]).then(() => 'running' as const, () => 'gone' as const));
  return status === '' || status.includes(') Z ') ? 'gone' : 'running';
}
