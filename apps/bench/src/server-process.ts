import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server of the bench, in a process of its own. */
export interface BenchServer {
  readonly name: string;
  readonly url: string;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Resolves with the next message that has a property, or fails when the process ends or says nothing for a while. */
function messageWith(child: ChildProcess, property: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`No ${property} from a server of the bench.`));
    }, 60_000);
    const onExit = () => {
      clearTimeout(timer);
      reject(new Error(`A server of the bench ended before it gave its ${property}.`));
    };
    child.once('exit', onExit);
    child.on('message', function onMessage(message: unknown) {
      if (typeof message !== 'object' || message === null || !(property in message)) return;
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      resolve(Object.entries(message).find(([name]) => name === property)?.[1]);
    });
  });
}

/** Starts `servers/<script>.ts` on a free port against a database. */
export async function startBenchServer(name: string, script: string, databaseUrl: string): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL(`servers/${script}.ts`, import.meta.url)), {
    execArgv: ['--import', '@oxc-node/core/register'],
    env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: databaseUrl, GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await exited;
    clearTimeout(last);
  };
  try {
    const url = String(await messageWith(child, 'url'));
    const memory = async () => {
      const answer = messageWith(child, 'rss');
      child.send('memory');
      return Number(await answer) / 1024 / 1024;
    };
    return { name, url, memory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
