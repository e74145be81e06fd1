import { cacheExchange, Client, gql, type Exchange, type OperationResult } from 'urql';
import { filter, map, pipe, subscribe } from 'wonka';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepFresh } from './freshness.ts';

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
