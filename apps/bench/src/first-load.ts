import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPersistent } from '@banyan/server/src/platform/embedded-postgres.ts';
import { migrate } from '@banyan/server/src/platform/migrate.ts';
import { loadDemonstration } from '@banyan/server/scripts/load-demo.ts';
import type { Gate } from './statistics.ts';

/** How many seconds a first start loads the demonstration, into a database as a user has it, that trades no safety for speed. `open` is told how to end it. */
export async function measureFirstLoad(open: (stop: () => Promise<void>) => void): Promise<Gate> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-first-load-'));
  const remove = async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  open(remove);
  const postgres = await startPersistent({ folder });
  open(async () => {
    await postgres.stop();
  });
  await migrate(postgres);
  const begun = performance.now();
  await loadDemonstration({ ownerUrl: postgres.ownerUrl, log: () => undefined });
  const seconds = (performance.now() - begun) / 1000;
  await postgres.stop();
  await remove();
  return { name: 'demonstration loaded, s', measured: seconds, at: 'MOST', limit: 20 };
}
