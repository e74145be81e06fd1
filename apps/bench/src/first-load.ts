import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPersistent } from '@banyan/server/src/platform/embedded-postgres.ts';
import { migrate } from '@banyan/server/src/platform/migrate.ts';
import { loadDemonstration } from '@banyan/server/scripts/load-demo.ts';
import type { Gate } from './statistics.ts';

/**
 * How long a first start loads the demonstration: into a database as a user has it, that trades no safety for speed. `open` is told how to end
 * it.
 */
export async function measureFirstLoad(open: (stop: () => Promise<void>) => void): Promise<Gate> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-first-load-'));
  open(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const postgres = await startPersistent({ folder });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await postgres.stop();
    isStopped = true;
  };
  open(stop);
  await migrate(postgres);
  const begun = performance.now();
  await loadDemonstration({ ownerUrl: postgres.ownerUrl, log: () => undefined });
  const seconds = (performance.now() - begun) / 1000;
  await stop();
  return { name: 'demonstration loaded, s', measured: seconds, at: 'MOST', limit: 20 };
}
