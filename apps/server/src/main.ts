import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from './platform/config.ts';
import { OpenThings, startUp, type StartUpParts } from './platform/start-up.ts';
import { StartUpRefusal } from './platform/start-up-refusal.ts';

/** Loaded only when a start has come so far: a refusal must not wait for the whole server to be read. */
const parts: StartUpParts = {
  startServer: async (options) => (await import('./server.ts')).startServer(options),
  loadDemonstration: async (options) => (await import('../scripts/load-demo.ts')).loadDemonstration(options),
};

const open = new OpenThings();
const interruption = new AbortController();
let ending: Promise<void> | undefined;

/** Closes everything once, also what a start that is still under way opens meanwhile, and leaves. */
async function end(code: number): Promise<void> {
  interruption.abort();
  await open.closeAll();
  await Promise.race([starting, sleep(10_000, undefined, { ref: false })]);
  await open.closeAll();
  process.exit(code);
}

function fail(error: unknown): void {
  if (interruption.signal.aborted) return;
  if (error instanceof StartUpRefusal) {
    console.error(`\n  ✗ ${error.sentence.vi}\n    ${error.sentence.en}\n`);
  } else {
    console.error(error);
  }
  process.exitCode = 1;
}

async function run(): Promise<void> {
  try {
    const config = readConfig({ environment: process.env, args: process.argv.slice(2) });
    await startUp({
      config,
      parts,
      open,
      signal: interruption.signal,
      log: (line) => {
        console.log(line);
      },
      onLost: (refusal) => {
        fail(refusal);
        ending ??= end(1);
      },
    });
  } catch (error) {
    fail(error);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    ending ??= end(0);
  });
}

// Whoever started us may be killed without a chance to say so; a port and a data folder must not stay taken then.
const starter = Number(process.env['BANYAN_STARTED_BY']);
if (starter === process.ppid) {
  setInterval(() => {
    if (process.ppid !== starter) ending ??= end(0);
  }, 500).unref();
}

const starting = run();
await starting;
if (process.exitCode === 1) ending ??= end(1);
