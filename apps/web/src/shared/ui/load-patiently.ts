const waitMilliseconds = 5_000;

/** Resolves when the line is back, or after a while: a line that is there may fail too. */
async function lineIsBack(): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, waitMilliseconds);
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });
}

/**
 * Loads a part of the application, again and again until it is there: where the line breaks meanwhile, what the page shows and holds
 * stays. A browser may remember that a part failed and never ask for it again; then the page goes on without it, rather than be lost.
 */
export async function loadPatiently<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await lineIsBack();
    }
  }
}
