import { Client, fetchExchange } from 'urql';
import { describe, expect, it, vi } from 'vitest';
import { watchIdentity } from './identity-exchange.ts';

const query = '{ viewer { account { id } grant { id } } }';
const viewer = (account: string) => ({ account: { id: account }, grant: { id: `grant of ${account}` } });

function start(answers: readonly unknown[]) {
  const rest = [...answers];
  const onSignedOut = vi.fn();
  const onIdentityChanged = vi.fn();
  const watch = watchIdentity({ onSignedOut, onIdentityChanged });
  const client = new Client({
    url: 'https://banyan.example/graphql',
    preferGetMethod: false,
    exchanges: [watch.exchange, fetchExchange],
    fetch: async () =>
      new Response(JSON.stringify(rest.shift()), { headers: { 'content-type': 'application/json' } }),
  });
  const seen: unknown[] = [];
  const { unsubscribe } = client
    .query(query, {}, { requestPolicy: 'network-only' })
    .subscribe(({ data }) => seen.push(data));
  return { ...watch, client, seen, onSignedOut, onIdentityChanged, unsubscribe };
}

describe('an answer', () => {
  it('for the same account and grant passes', async () => {
    const { seen, onSignedOut } = start([{ data: { viewer: viewer('a') } }]);
    await vi.waitFor(() => expect(seen).toEqual([{ viewer: viewer('a') }]));
    expect(onSignedOut).not.toHaveBeenCalled();
  });

  it('for somebody else never reaches the page', async () => {
    const { seen, client, onIdentityChanged } = start([{ data: { viewer: viewer('a') } }, { data: { viewer: viewer('b') } }]);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    const other: unknown[] = [];
    const { unsubscribe } = client.query(`query Other ${query}`, {}).subscribe(({ data }) => other.push(data));
    await vi.waitFor(() => expect(onIdentityChanged).toHaveBeenCalledOnce());
    expect(other).toEqual([]);
    unsubscribe();
  });

  it('for nobody waits until the session is there again', async () => {
    const { seen, onSignedOut, resume } = start([{ data: { viewer: null } }, { data: { viewer: viewer('a') } }]);
    await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledOnce());
    expect(seen).toEqual([]);
    resume();
    await vi.waitFor(() => expect(seen).toEqual([{ viewer: viewer('a') }]));
  });

  it('that says the session is over counts as one for nobody', async () => {
    const error = { message: 'x', extensions: { code: 'UNAUTHENTICATED' } };
    const { seen, onSignedOut } = start([{ data: null, errors: [error] }]);
    await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledOnce());
    expect(seen).toEqual([]);
  });
});
