import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Folds queued entries into the counters, time and again. Stops after the pass that is under way. */
export function startCompactor(pool: pg.Pool, options: { everyMilliseconds: number; onError: (error: unknown) => void }): { stop(): Promise<void> } {
  const ending = new AbortController();
  const work = (async () => {
    while (!ending.signal.aborted) {
      try {
        await pool.query('select app.compact(5000)');
      } catch (error) {
        options.onError(error);
      }
      await sleep(options.everyMilliseconds, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      ending.abort();
      await work;
    },
  };
}
