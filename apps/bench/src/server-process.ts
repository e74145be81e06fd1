import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import server from '@banyan/server/package.json' with { type: 'json' };
import { findFreePort } from '@banyan/server/src/platform/free-port.ts';
import type { Dataset } from './dataset.ts';

/** A server of the bench, in a process of its own. */
export interface BenchServer {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

const patienceMilliseconds = 60_000;

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

function memoryOf(child: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
}

async function started(name: string, child: ChildProcess, urlOf: () => Promise<string>): Promise<BenchServer> {
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(last);
  };
  const lost = exited.then(() => {
    throw new Error(`${name} ended before it listened.`);
  });
  const late = sleep(patienceMilliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`${name} does not listen.`);
  });
  try {
    return { name, url: await Promise.race([urlOf(), lost, late]), pid: child.pid ?? 0, memory: () => memoryOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    lost.catch(() => undefined);
    late.catch(() => undefined);
  }
}

/** Starts the built product as its users do, against a data set. */
export async function startProduct(name: string, dataset: Dataset): Promise<BenchServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = fork(pathOf('../../server/dist/main.js'), {
    execArgv: server.config.nodeFlags,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: dataset.appUrl, OWNER_DATABASE_URL: dataset.ownerUrl, PORT: String(port), DEMO: '0' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return await started(name, child, async () => {
    for (;;) {
      const isReady = await fetch(`${url}/readyz`).then((response) => response.ok, () => false);
      if (isReady) return url;
      await sleep(100);
    }
  });
}

/** Starts `servers/<script>.ts` on a free port against a data set; it announces its address. */
export async function startPeer(name: string, script: string, dataset: Dataset): Promise<BenchServer> {
  const child = fork(pathOf(`servers/${script}.ts`), {
    execArgv: ['--import', '@oxc-node/core/register'],
    env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: dataset.appUrl, GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return await started(name, child, () => new Promise((resolve) => child.once('message', (url) => {
    resolve(typeof url === 'string' ? url : '');
  })));
}
