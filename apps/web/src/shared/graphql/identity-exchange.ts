import { filter, makeSubject, merge, pipe } from 'wonka';
import { makeOperation, type Exchange, type Operation, type OperationResult } from 'urql';

/** What the exchange reports to the frame around the client. */
export interface IdentityEvents {
  /** The server no longer knows this session. */
  readonly onSignedOut: () => void;
  /** Somebody else signed in, or the grant was switched, in another window. */
  readonly onIdentityChanged: () => void;
}

/** The exchange, and the way to ask again what was left without an answer when the session ended. */
export interface IdentityWatch {
  readonly exchange: Exchange;
  readonly resume: () => void;
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** Whose answer this is; null where the server answers nobody, undefined where the answer does not say. */
function readIdentity(result: OperationResult): string | null | undefined {
  if (result.error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')) return null;
  const viewer = property(result.data, 'viewer');
  if (viewer === null) return null;
  const account = property(property(viewer, 'account'), 'id');
  const grant = property(property(viewer, 'grant'), 'id');
  return typeof account === 'string' && typeof grant === 'string' ? `${account} ${grant}` : undefined;
}

/**
 * Watches every answer from the network. The first one says whose client this is. An answer for another account or
 * grant is held back, so that nothing of it reaches the cache of this one; an answer for nobody is held back until
 * the session is there again, so that the page keeps what it shows.
 */
export function watchIdentity({ onSignedOut, onIdentityChanged }: IdentityEvents): IdentityWatch {
  const unanswered = new Map<number, Operation>();
  let own: string | undefined;
  const askedAgain = makeSubject<Operation>();
  const admits = (result: OperationResult): boolean => {
    const { operation } = result;
    const identity = operation.kind === 'query' ? readIdentity(result) : undefined;
    if (identity === null) {
      unanswered.set(operation.key, operation);
      onSignedOut();
      return false;
    }
    own ??= identity;
    if (identity === undefined || identity === own) return true;
    onIdentityChanged();
    return false;
  };
  const exchange: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(merge([operations, askedAgain.source]), forward, filter(admits));
  const resume = () => {
    const operations = [...unanswered.values()];
    unanswered.clear();
    for (const operation of operations) {
      askedAgain.next(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }));
    }
  };
  return { exchange, resume };
}
