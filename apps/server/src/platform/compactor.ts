import type pg from 'pg';

/** Folds queued entries into the counters, time and again. Stops after the pass that is under way. */
export function startCompactor(pool: pg.Pool, options: { everyMilliseconds: number; onError: (error: unknown) => void }): { stop(): Promise<void> } {
  let stopped = false;
  let wake: (() => void) | undefined;
  const work = (async () => {
    while (!stopped) {
      try {
        await pool.query('select app.compact(5000)');
      } catch (error) {
        options.onError(error);
      }
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, options.everyMilliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake?.();
      await work;
    },
  };
}
