import { filter, pipe, tap } from 'wonka';
import type { Exchange, OperationResult } from 'urql';

/** What the exchange reports to the frame around the client. */
export interface IdentityEvents {
  /** The server no longer knows this session. */
  readonly onSignedOut: () => void;
  /** Somebody else signed in, or the grant was switched, in another window. */
  readonly onIdentityChanged: () => void;
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function readIdentity(result: OperationResult): string | null | undefined {
  const viewer = property(result.data, 'viewer');
  if (viewer === null) return null;
  const account = property(property(viewer, 'account'), 'id');
  const grant = property(property(viewer, 'grant'), 'id');
  return typeof account === 'string' && typeof grant === 'string' ? `${account} ${grant}` : undefined;
}

function isUnauthenticated(result: OperationResult): boolean {
  return result.error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED') ?? false;
}

/**
 * Watches every answer from the network. The first one says whose client this is; one for another account or grant is
 * held back, so that nothing of it reaches the cache of this one.
 */
export function identityExchange({ onSignedOut, onIdentityChanged }: IdentityEvents): Exchange {
  let own: string | undefined;
  return ({ forward }) =>
    (operations) =>
      pipe(
        forward(operations),
        filter((result) => {
          if (result.operation.kind !== 'query') return true;
          const identity = readIdentity(result);
          if (typeof identity !== 'string') return true;
          own ??= identity;
          if (identity === own) return true;
          onIdentityChanged();
          return false;
        }),
        tap((result) => {
          if (isUnauthenticated(result) || readIdentity(result) === null) onSignedOut();
        }),
      );
}
