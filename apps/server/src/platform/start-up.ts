import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { banner, listDemonstrationAccounts } from './banner.ts';
import { filesBeside, type Config, type DatabaseConfig } from './config.ts';
import { startPersistent } from './embedded-postgres.ts';
import { markOf } from './file-sweep.ts';
import { webFolder } from './folders.ts';
import { migrate } from './migrate.ts';
import { checkDatabase, checkPort } from './start-up-checks.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

/** Receives one line for the person at the terminal. */
export type Log = (line: string) => void;

/** What a start brings up beyond the database; given from outside, because they know the contexts. */
export interface StartUpParts {
  startServer(options: {
    databaseUrl: string;
    ownerUrl: string;
    port: number;
    host: string;
    webRoot: string;
    filesFolder: string | null;
    log: Log;
  }): Promise<{ url: string; close(): Promise<void> }>;
  loadDemonstration(options: { ownerUrl: string; log: Log }): Promise<unknown>;
}

/** Collects what has been opened, and closes it in the opposite order, each once. */
export class OpenThings {
  readonly #closers: (() => Promise<void>)[] = [];

  add(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  /** Closes all; one that fails does not keep the others open. */
  async closeAll(): Promise<void> {
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) {
      await close().catch((error: unknown) => {
        console.error(error);
      });
    }
  }
}

/**
 * Brings Banyan up: checks, database, migrations, demonstration data, server, banner. Whatever it opens is in `open`
 * at once, so that a signal in the middle can close it. Fails with a StartUpRefusal.
 */
export async function startUp({ config, parts, open, signal, log, onLost }: {
  config: Config;
  parts: StartUpParts;
  open: OpenThings;
  signal: AbortSignal;
  log: Log;
  /** Called when the embedded database ends although nobody asked it to. */
  onLost: (refusal: StartUpRefusal) => void;
}): Promise<void> {
  const begun = performance.now();
  const step = stepper(signal, log);
  const { host, port, demonstration, filesFolder } = config;
  await checkPort({ port, host });
  const { ownerUrl, appUrl } = await openDatabase({ config: config.database, open, signal, step, onLost });
  const { applied } = await step('Chuyển đổi cơ sở dữ liệu · migrations', () => migrate({ ownerUrl, appUrl }));
  if (applied.length > 0) log(`      ${applied.length} × db/migrations`);
  if (demonstration) {
    await step('Dữ liệu minh hoạ · demonstration provinces', () =>
      parts.loadDemonstration({ ownerUrl, log: (line) => { log(`      ${line}`); } }),
    );
  }
  const server = await step('Máy chủ · server', async () => {
    const started = await parts
      .startServer({ databaseUrl: appUrl, ownerUrl, port, host, webRoot: webFolder(), filesFolder, log })
      .catch((error: unknown) => {
        throw isPortTaken(error) ? new StartUpRefusal('PORT_TAKEN', { port: String(port) }) : error;
      });
    open.add(() => started.close());
    return started;
  });
  const accounts = demonstration ? await listDemonstrationAccounts(ownerUrl) : [];
  const seconds = (performance.now() - begun) / 1000;
  log(banner({ url: server.url, accounts, password: 'banyan-demo', seconds }));
}

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

function stepper(signal: AbortSignal, log: Log): Step {
  return async (name, work) => {
    signal.throwIfAborted();
    const begun = performance.now();
    // Who waits for more than a moment is told what for.
    const patience = setTimeout(() => {
      log(`  … ${name}`);
    }, 1500);
    try {
      const result = await work();
      log(`  ✓ ${name}  ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      return result;
    } finally {
      clearTimeout(patience);
    }
  };
}

async function openDatabase({ config, open, signal, step, onLost }: {
  config: DatabaseConfig;
  open: OpenThings;
  signal: AbortSignal;
  step: Step;
  onLost: (refusal: StartUpRefusal) => void;
}): Promise<{ ownerUrl: string; appUrl: string }> {
  if (config.kind === 'GIVEN') {
    await step('Cơ sở dữ liệu có sẵn · given database', () => checkDatabase(config));
    return config;
  }
  const { folder, fresh } = config;
  const shown = relative(process.cwd(), folder);
  return step(`PostgreSQL 18 · ${shown.startsWith('..') || isAbsolute(shown) ? folder : shown}`, async () => {
    const postgres = await startPersistent({ folder, fresh, signal });
    // The files of a database that is gone are nobody's; a folder without the mark of one is somebody else's.
    const files = filesBeside(folder);
    if (fresh && existsSync(markOf(files))) await rm(files, { recursive: true });
    let asked = false;
    open.add(() => {
      asked = true;
      return postgres.stop();
    });
    void postgres.exited.then(() => {
      if (!asked) onLost(new StartUpRefusal('POSTGRES_LOST'));
    });
    await checkDatabase(postgres);
    return postgres;
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
