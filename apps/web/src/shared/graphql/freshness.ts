import { makeOperation, mapExchange, type Client, type CombinedError, type Exchange, type Operation } from 'urql';
import { noteAnswer } from './last-answer.ts';

/** For so long an answer is as good as a new one; a page that is opened later asks the server. In milliseconds. */
const freshMilliseconds = 15_000;

export interface Freshness {
  /** Before the cache: what it answered a while ago is asked of the server again. */
  readonly ahead: Exchange;
  /** Behind the cache: what comes from the server is fresh. */
  readonly behind: Exchange;
  /** Asks all that is shown anew. What is shown stays until the answers are there. */
  readonly refresh: (client: Client) => void;
}

/** Keeps old figures from being shown: those of a page that was left a while ago, and those that the server says have changed. */
export function keepFresh(now: () => number = () => performance.now()): Freshness {
  const shown = new Map<number, Operation>();
  const answeredAt = new Map<number, number>();
  const failures = new Map<number, CombinedError>();
  return {
    ahead: mapExchange({
      onOperation: (operation) => {
        if (operation.kind === 'teardown') {
          shown.delete(operation.key);
          failures.delete(operation.key);
        }
        if (operation.kind !== 'query') return operation;
        shown.set(operation.key, operation);
        const old = now() - (answeredAt.get(operation.key) ?? now()) > freshMilliseconds;
        return old && operation.context.requestPolicy === 'cache-first' ? makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }) : operation;
      },
      onResult: (result) => {
        const { key, context } = result.operation;
        const failure = failures.get(key);
        // What other answers tell the cache is part of an answer: a question that failed has failed until it is answered itself.
        if (failure && !result.error && !result.stale && context.meta?.cacheOutcome === 'partial') return { ...result, data: undefined, error: failure };
        if (result.error) failures.set(key, result.error);
        else if (!result.stale) failures.delete(key);
        // An answer without data has none, as before the first answer; components know no third state.
        return { ...result, data: result.data ?? undefined };
      },
    }),
    behind: mapExchange({
      onResult: ({ operation, error }) => {
        if (error !== undefined) return;
        noteAnswer();
        answeredAt.set(operation.key, now());
      },
    }),
    refresh: (client) => {
      for (const operation of shown.values()) client.reexecuteOperation(client.createRequestOperation('query', operation, { requestPolicy: 'network-only' }));
    },
  };
}
