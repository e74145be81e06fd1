import type { Client } from 'urql';

/** The people of a list as far as it has been read, in its order. */
export interface WalkedList {
  readonly ids: readonly string[];
  /** How many rows of it have no page to walk to: a letter of transfer is none. */
  readonly others: number;
  /** How many people it has, as far as is known. */
  readonly total: number;
  readonly next: string | null;
}

/**
 * Lists as they were when somebody began to walk through them, by the client that read them. A step that is recorded takes its person out of
 * many a list; the next one is still next.
 */
export const walked = new WeakMap<Client, Map<string, WalkedList>>();

/** Forgets how a list was: somebody has opened it anew. */
export function forgetWalks(client: Client): void {
  walked.delete(client);
}
