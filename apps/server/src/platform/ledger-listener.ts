import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Hears at which places of the tree entries were committed. */
export interface LedgerListener {
  /** Calls back with the places of each commit; null says that commits may have been missed. Returns the way to stop it. */
  subscribe(heard: (places: readonly bigint[] | null) => void): () => void;
  close(): Promise<void>;
}

const channel = 'banyan_entries';
const placesForm = /^\d{1,19}( \d{1,19})*$/;

/**
 * Listens on a connection of its own, opened with the first subscriber. The database tells places only (numbers of the tree), never what
 * was entered: whoever hears of one asks again under the reader's own scope.
 */
export function listenToLedger(url: string, onError: (error: unknown) => void): LedgerListener {
  const subscribers = new Set<(places: readonly bigint[] | null) => void>();
  const ending = new AbortController();
  let client: pg.Client | undefined;
  let work: Promise<void> | undefined;
  const tell = (places: readonly bigint[] | null) => {
    for (const heard of subscribers) heard(places);
  };

  let interrupted = false;

  /** Listens until the connection is lost. */
  const session = async () => {
    const connection = new pg.Client({ connectionString: url, application_name: 'banyan-listen', keepAlive: true });
    client = connection;
    const lost = new Promise<void>((resolve) => {
      connection.on('error', () => {
        resolve();
      });
      connection.on('end', () => {
        resolve();
      });
    });
    connection.on('notification', ({ payload = '' }) => {
      // Whoever may sign in to the database may notify: what is not a list of places is not the trigger's.
      if (placesForm.test(payload)) tell(payload.split(' ').map(BigInt));
    });
    await connection.connect();
    await connection.query(`listen ${channel}`);
    if (interrupted) tell(null); // what was committed meanwhile is not told any more
    await lost;
    interrupted = true;
  };

  const run = async () => {
    while (!ending.signal.aborted) {
      await session().catch(onError);
      await sleep(1_000, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };

  return {
    subscribe(heard) {
      subscribers.add(heard);
      work ??= run();
      return () => subscribers.delete(heard);
    },
    async close() {
      ending.abort();
      await client?.end().catch(() => undefined);
      await work;
    },
  };
}
