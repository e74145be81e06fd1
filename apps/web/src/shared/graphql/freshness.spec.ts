import { cacheExchange as graphcache } from '@urql/exchange-graphcache';
import { cacheExchange, Client, CombinedError, createRequest, gql, type Exchange, type OperationResult } from 'urql';
import { filter, map, pipe, subscribe } from 'wonka';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepFresh } from './freshness.ts';

type CacheSchema = NonNullable<NonNullable<Parameters<typeof graphcache>[0]>['schema']>;

const query = gql`
  query Figure($unit: ID!) {
    figure(unit: $unit)
  }
`;

let time: number;
let asked: string[];
let answer: () => unknown;
let client: Client;
let refresh: () => void;

beforeEach(() => {
  time = 0;
  asked = [];
  answer = () => ({ figure: asked.length });
  const freshness = keepFresh(() => time);
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'query'),
      map((operation): OperationResult => {
        asked.push((operation.variables as { unit: string }).unit);
        return { operation, data: answer(), stale: false, hasNext: false };
      }),
    );
  client = new Client({ url: '/', preferGetMethod: false, exchanges: [freshness.ahead, cacheExchange, freshness.behind, server] });
  refresh = () => freshness.refresh(client);
});

/** Shows a figure, as a page does; returns what was shown so far, and the way to leave. */
function show(unit: string) {
  const shown: unknown[] = [];
  const { unsubscribe } = pipe(
    client.query(query, { unit }),
    subscribe(({ data, stale }: OperationResult) => {
      if (!stale) shown.push(data);
    }),
  );
  return { shown, leave: unsubscribe };
}

describe('a page that is opened again', () => {
  it('shows what is known while that is fresh, and asks the server afterwards', () => {
    show('a').leave();
    time = 15_000;
    const second = show('a');
    expect(second.shown).toEqual([{ figure: 1 }]);
    second.leave();
    time = 15_001;
    const third = show('a');
    expect(third.shown).toEqual([{ figure: 2 }]);
    third.leave();
    time = 30_001;
    expect(show('a').shown).toEqual([{ figure: 2 }]);
    expect(asked).toEqual(['a', 'a']);
  });
});

describe('when something has changed', () => {
  it('all that is shown is asked anew, and nothing that was left', async () => {
    const a = show('a');
    show('b').leave();
    const c = show('c');
    refresh();
    await expect.poll(() => asked).toEqual(['a', 'b', 'c', 'a', 'c']);
    expect([a.shown.at(-1), c.shown.at(-1)]).toEqual([{ figure: 4 }, { figure: 5 }]);
  });
});

it('an answer without data has none, as before the first one', () => {
  answer = () => null;
  expect(show('a').shown).toEqual([undefined]);
});

describe('a question that failed', () => {
  it('has failed until it is answered itself, whatever other answers tell the cache', async () => {
    const whole = gql`query Whole { unit { __typename id name figure } }`;
    const part = gql`query Part { unit { __typename id name } }`;
    const freshness = keepFresh(() => 0);
    let broken = true;
    let names = 0;
    const server: Exchange = () => (operations) =>
      pipe(
        operations,
        filter(({ kind }) => kind === 'query'),
        map((operation): OperationResult => {
          const isWhole = operation.query === whole || JSON.stringify(operation.query).includes('figure');
          if (isWhole && broken) return { operation, data: null, error: new CombinedError({ networkError: new Error('x') }), stale: false, hasNext: false };
          names += 1;
          return { operation, data: { unit: { __typename: 'Unit', id: '1', name: `A${names}`, ...(isWhole ? { figure: 7 } : {}) } }, stale: false, hasNext: false };
        }),
      );
    // As the schema of the cache has it: what may be null may be shown as null until it is asked for.
    const nullable = { kind: 'SCALAR', name: 'String', ofType: null };
    const schema = { __schema: { queryType: { name: 'Query' }, mutationType: null, subscriptionType: null, types: [
      { kind: 'OBJECT', name: 'Query', interfaces: [], fields: [{ name: 'unit', args: [], type: { kind: 'OBJECT', name: 'Unit', ofType: null } }] },
      { kind: 'OBJECT', name: 'Unit', interfaces: [], fields: ['id', 'name', 'figure'].map((name) => ({ name, args: [], type: nullable })) },
    ] } } as unknown as CacheSchema;
    const withCache = new Client({ url: '/', preferGetMethod: false, exchanges: [freshness.ahead, graphcache({ schema }), freshness.behind, server] });
    const told: string[] = [];
    const { unsubscribe } = pipe(withCache.query(whole, {}), subscribe(({ data, error, stale }: OperationResult) => {
      if (!stale) told.push(error ? 'failed' : JSON.stringify(data));
    }));
    const again = () => pipe(withCache.query(part, {}, { requestPolicy: 'network-only' }), subscribe(() => undefined)).unsubscribe();
    again();
    again();
    await Promise.resolve();
    expect(new Set(told)).toEqual(new Set(['failed']));
    broken = false;
    withCache.reexecuteOperation(withCache.createRequestOperation('query', createRequest(whole, {}), { requestPolicy: 'network-only' }));
    await expect.poll(() => told.at(-1)).toContain('"figure":7');
    unsubscribe();
  });
});
