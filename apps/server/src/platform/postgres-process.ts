import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown, mkdtemp, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findFreePort } from './free-port.ts';
import { reachable, temporaryFolder, type Installation } from './postgres-installation.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

const run = promisify(execFile);
const environment = { ...process.env, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C', PGTZ: 'UTC' };

/** Makes a cluster in an existing empty folder. */
export async function initialiseCluster({ installation, folder, password, signal }: {
  installation: Installation;
  folder: string;
  password: string;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const { account } = installation;
  const secrets = await mkdtemp(join(await temporaryFolder(account), 'banyan-secret-'));
  const secret = join(secrets, 'password');
  await writeFile(secret, `${password}\n`, { mode: 0o600 });
  if (account !== null) for (const path of [secrets, secret, folder]) await chown(path, account.uid, account.gid);
  try {
    const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=vi-VN'];
    const access = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`];
    const data = await reachable(folder, account);
    const args = ['-D', data, ...access, ...locale, '--no-sync'];
    const { code, output } = await runToEnd(spawnIn(folder, { installation, program: installation.initdb, args }), signal);
    signal?.throwIfAborted();
    if (code !== 0) throw new StartUpRefusal('POSTGRES_DID_NOT_START', { reason: lastLine(output) });
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

/** Starts a program of PostgreSQL in a group of its own, so that all it starts in turn can be ended with it. */
function spawnIn(folder: string, { installation, program, args }: {
  installation: Installation;
  program: string;
  args: readonly string[];
}): ChildProcess {
  const options = { ...installation.account, cwd: folder, env: environment, detached: true };
  return spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits until the program and everything that it started have ended, also when they are told to. */
async function runToEnd(child: ChildProcess, signal?: AbortSignal): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const end = () => {
    endGroup(child);
  };
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted === true) end();
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    // "close" and not "exit": whoever still writes into the folder still holds the pipes.
    child.once('close', resolve);
  });
  signal?.removeEventListener('abort', end);
  return { code, output };
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** A PostgreSQL that this process started. */
export interface RunningPostgres {
  readonly pid: number;
  readonly port: number;
  /** Resolves when it has ended, whoever ended it. */
  readonly exited: Promise<void>;
  /** Ends it as an administrator would: sessions are cut, everything committed stays. */
  stop(): Promise<void>;
}

/** Starts a cluster on a free port of the loopback address and waits until it answers. */
export async function startCluster(options: {
  installation: Installation;
  folder: string;
  password: string;
  settings: Readonly<Record<string, string>>;
  /** Removed too when this process dies without stopping it. */
  throwAway: boolean;
  signal?: AbortSignal | undefined;
}): Promise<RunningPostgres> {
  let log = '';
  for (let attempt = 0; attempt < 20; attempt += 1) {
    options.signal?.throwIfAborted();
    const port = await findFreePort();
    const child = await spawnPostgres(options, port);
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000);
    });
    const running = guard(child, port, options);
    try {
      if (await answers(child, port, options)) return running;
    } catch (error) {
      await running.stop();
      throw error;
    }
    // The port was taken meanwhile, or sessions of a killed predecessor are still ending: both pass.
    if (!/address already in use|shared memory block|lock file/i.test(log)) break;
    await sleep(250);
  }
  throw new StartUpRefusal('POSTGRES_DID_NOT_START', { reason: lastLine(log) });
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n');
  return (lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 300);
}

async function spawnPostgres(options: Parameters<typeof startCluster>[0], port: number): Promise<ChildProcess> {
  const { installation, folder, settings, throwAway } = options;
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', log_min_messages: 'fatal', ...settings };
  const flags = Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(installation.postgres, ['-D', await reachable(folder, installation.account), '-p', String(port), ...flags], {
    ...installation.account,
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A Ctrl-C in the terminal reaches the whole group: the server stops first and then its database.
    detached: !throwAway,
  });
}

async function answers(child: ChildProcess, port: number, { password, signal }: { password: string; signal?: AbortSignal | undefined }) {
  let failure: unknown;
  child.once('error', (error) => {
    failure = error;
  });
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(30)) {
    signal?.throwIfAborted();
    if (failure !== undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/**
 * Ties the database's life to ours. A small shell waits at the end of a pipe that only this process holds, so that even
 * a kill -9 of this process stops the database.
 */
function guard(child: ChildProcess, port: number, { folder, throwAway }: { folder: string; throwAway: boolean }): RunningPostgres {
  const pid = child.pid ?? 0;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const script =
    'trap "" INT TERM HUP; cat >/dev/null; kill -INT "$1" 2>/dev/null || exit 0; ' +
    '[ -z "$2" ] || { n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done; rm -rf "$2"; }';
  const watcher =
    process.platform === 'win32' || pid === 0
      ? null
      : spawn('/bin/sh', ['-c', script, 'banyan-watch', String(pid), throwAway ? folder : ''], {
          stdio: ['pipe', 'ignore', 'ignore'],
          cwd: tmpdir(),
          detached: true,
        });
  watcher?.on('error', () => undefined);
  watcher?.unref();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
    for (const [signal, seconds] of [['SIGINT', 15], ['SIGQUIT', 5], ['SIGKILL', 5]] as const) {
      if (ended()) break;
      child.kill(signal);
      await Promise.race([exited, sleep(seconds * 1000, undefined, { ref: false })]);
    }
    await exited;
    watcher?.kill('SIGKILL');
    watcher?.stdin.destroy();
  };
  return { pid, port, exited, stop: () => (stopping ??= stop()) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Ended, and only waiting for a parent that may never ask: nothing runs any more.
    return !/\) Z /.test(readTextIfAny(`/proc/${pid}/stat`) ?? '');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === (await realpath(folder));
  const listed = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return listed.stdout.includes('postgres');
}

/** Stops a PostgreSQL that outlived the process which started it, and clears the mark that it left behind. */
export async function stopOrphan(folder: string): Promise<void> {
  const mark = join(folder, 'postmaster.pid');
  const pid = Number(readTextIfAny(mark)?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!(await isPostgresOf(pid, folder))) {
    // The number belongs to another program by now, and PostgreSQL would take that for itself.
    await rm(mark, { force: true });
    return;
  }
  for (const [signal, seconds] of [['SIGINT', 15], ['SIGQUIT', 5], ['SIGKILL', 5]] as const) {
    process.kill(pid, signal);
    for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(50)) {
      if (!isAlive(pid)) return;
    }
  }
}

function readTextIfAny(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
