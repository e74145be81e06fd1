import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../src/platform/free-port.ts';
import { emptyDatabase } from './database.ts';

const server = join(import.meta.dirname, '..');
let folder: string;
/** The temporary folder of these starts alone: other specs use the system's at the same time. */
let temporaryFolder: string;
const started: ChildProcess[] = [];

interface Start {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Waits until the output shows this. */
  shows(what: string | RegExp): Promise<void>;
}

/** A start of the server as `npm start` does it: what was built, without demonstration data. `npm test` builds before; whoever runs this alone does it first. */
function start(environment: Record<string, string>, args: string[] = []): Start {
  const child = spawn(process.execPath, ['dist/main.js', ...args], {
    cwd: server,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: temporaryFolder, DEMO: '0', DATA_FOLDER: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const shows = async (what: string | RegExp) => {
    for (const until = Date.now() + 30_000; Date.now() < until; await sleep(30)) {
      if (typeof what === 'string' ? text.includes(what) : what.test(text)) return;
      if (child.exitCode !== null) break;
    }
    throw new Error(`Not shown: ${String(what)}\n${text}`);
  };
  return { child, output: () => text, ended, shows };
}

/** The PostgreSQL that runs on the data folder. */
function postgresPid(): number {
  return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}

function temporary(): string[] {
  return readdirSync(temporaryFolder).filter((name) => name.startsWith('banyan-'));
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return await new Promise((resolve) => {
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

beforeAll(async () => {
  expect(existsSync(join(server, 'dist', 'main.js')), 'the server is built: npm run build').toBe(true);
  folder = await mkdtemp(join(tmpdir(), 'banyan-start-'));
  temporaryFolder = join(folder, 'temporary');
  await mkdir(temporaryFolder);
  // PostgreSQL's own account must get there where the tests run as root.
  await chmod(folder, 0o755);
});

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await sleep(300);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('a start', () => {
  test('that is stopped while it loads the demonstration says nothing of it, and leaves no process and no lock', { timeout: 180_000 }, async () => {
    const environment = { PORT: String(await findFreePort()), DATA_FOLDER: join(folder, 'stopped') };
    const first = start({ ...environment, DEMO: '1' });
    await first.shows('song-mau:');
    first.child.kill('SIGTERM');
    expect(await first.ended, first.output()).toBe(0);
    expect(first.output()).not.toMatch(/error|\n\s+at /i);
    expect(temporary()).toEqual([]);
    const second = start(environment);
    await second.shows('Ctrl-C');
    second.child.kill('SIGTERM');
    expect(await second.ended, second.output()).toBe(0);
  });

  test('ends with a banner, and SIGTERM leaves no process, port, lock or temporary folder', { timeout: 180_000 }, async () => {
    const port = await findFreePort();
    const first = start({ PORT: String(port) });
    await first.shows('Ctrl-C');
    expect(first.output()).toContain(`http://127.0.0.1:${port}/`);
    const postgres = postgresPid();
    expect(runs(postgres)).toBe(true);
    const asked = Date.now();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(8000);
    expect(runs(postgres)).toBe(false);
    expect(existsSync(join(folder, 'cluster', 'postmaster.pid'))).toBe(false);
    expect(await isFree(port)).toBe(true);
    expect(temporary()).toEqual([]);
  });

  test('keeps what was entered, unless it is told to begin anew', { timeout: 180_000 }, async () => {
    const { admin } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as { admin: string };
    const query = async (sql: string) => {
      const port = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3]);
      const client = new pg.Client(`postgres://postgres:${admin}@127.0.0.1:${port}/banyan`);
      await client.connect();
      const { rows } = await client.query<{ name: string }>(sql);
      await client.end();
      return rows.map((row) => row.name);
    };
    const entered = 'entered@somewhere';
    for (const sql of [`insert into account (name, display_name, password_hash) values ('${entered}', '', '') returning name`, 'select name from account']) {
      const one = start({ PORT: '0' });
      await one.shows('Ctrl-C');
      expect(await query(sql)).toEqual([entered]);
      one.child.kill('SIGINT');
      expect(await one.ended).toBe(0);
    }
    const left = join(`${folder}-files`, 'of-the-database-before');
    writeFileSync(left, '');
    const anew = start({ PORT: '0' }, ['--fresh']);
    await anew.shows('Ctrl-C');
    expect(existsSync(left)).toBe(false);
    expect(anew.output()).not.toContain('another database');
    const { admin: changed } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as { admin: string };
    expect(changed).not.toBe(admin);
    anew.child.kill('SIGTERM');
    await anew.ended;
    // A folder that no database has marked may be anybody's.
    rmSync(join(`${folder}-files`, 'database'));
    writeFileSync(left, '');
    const again = start({ PORT: '0' }, ['--fresh']);
    await again.shows('Ctrl-C');
    expect(existsSync(left)).toBe(true);
    again.child.kill('SIGTERM');
    await again.ended;
  });

  test('beside another on the same data is refused and disturbs nothing', { timeout: 180_000 }, async () => {
    const first = start({ PORT: '0' });
    await first.shows('Ctrl-C');
    const second = start({ PORT: '0' }, ['--fresh']);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`(process ${first.child.pid})`);
    expect(runs(postgresPid())).toBe(true);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  test('on a taken port is refused in one sentence before anything is touched', { timeout: 180_000 }, async () => {
    const other = createServer();
    const port = await findFreePort();
    await new Promise<void>((resolve) => {
      other.listen(port, '127.0.0.1', resolve);
    });
    const nowhere = join(folder, 'never-made');
    const one = start({ PORT: String(port), DATA_FOLDER: nowhere });
    expect(await one.ended).toBe(1);
    other.close();
    expect(one.output()).toContain(`Port ${port} is in use by another program`);
    expect(one.output()).toContain(`Cổng ${port} đang được chương trình khác dùng`);
    expect(one.output()).not.toContain('    at ');
    expect(existsSync(nowhere)).toBe(false);
  });

  test('that is stopped half way leaves nothing running, and the next one works', { timeout: 180_000 }, async () => {
    for (const moment of [300, 700, 1200]) {
      const own = join(folder, `half-way-${moment}`);
      const one = start({ PORT: '0', DATA_FOLDER: own });
      await sleep(moment);
      one.child.kill('SIGTERM');
      // Null where the signal came before anything of ours had been read.
      expect([0, null]).toContain(await one.ended);
      expect(existsSync(join(own, 'cluster', 'postmaster.pid'))).toBe(false);
    }
    expect(temporary()).toEqual([]);
    const next = start({ PORT: '0', DATA_FOLDER: join(folder, 'half-way-700') });
    await next.shows('Ctrl-C');
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  test('ends in one sentence when its database is killed, and the next one works', { timeout: 180_000 }, async () => {
    const one = start({ PORT: '0' });
    await one.shows('Ctrl-C');
    process.kill(postgresPid(), 'SIGKILL');
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain('The embedded PostgreSQL ended unexpectedly');
    const next = start({ PORT: '0' });
    await next.shows('Ctrl-C');
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });
});

describe('a start on a given database', () => {
  test('migrates it and serves', { timeout: 180_000 }, async () => {
    const database = await emptyDatabase();
    const one = start({ PORT: '0', DATABASE_URL: database.appUrl, OWNER_DATABASE_URL: database.ownerUrl });
    await one.shows('Ctrl-C');
    one.child.kill('SIGTERM');
    expect(await one.ended).toBe(0);
    await database.drop();
  });

  test('that holds something else is refused, and what it holds stays', { timeout: 180_000 }, async () => {
    const database = await emptyDatabase();
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    await client.query('create table invoice as select 1 as id');
    const one = start({ PORT: '0', DATABASE_URL: database.appUrl, OWNER_DATABASE_URL: database.ownerUrl });
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain('public.invoice');
    expect((await client.query('select id from invoice')).rows).toEqual([{ id: 1 }]);
    await client.end();
    await database.drop();
  });

  test("without the owner's address is refused", async () => {
    const one = start({ PORT: '0', DATABASE_URL: 'postgres://app@127.0.0.1/banyan' });
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain('DATABASE_URL is set and OWNER_DATABASE_URL is not');
  });
});
