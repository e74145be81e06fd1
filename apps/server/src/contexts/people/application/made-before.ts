import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { isIdempotencyKey } from '../domain/text.ts';
import { findKey } from '../persistence/candidate-writes.ts';

/** What is made once, however often it is sent: its key, and all that was sent with it. */
export interface Once {
  readonly key: string;
  readonly input: object;
}

/** What is known under a key: that the same was made before, nothing yet, or that it cannot be used. */
export async function madeBefore(transaction: WriteTransaction, actor: Actor, action: string, once: Once): Promise<{ readonly isMade: true; readonly inputHash: Buffer } | { readonly inputHash: Buffer } | { readonly refused: { readonly code: 'TEXT_NOT_POSSIBLE' | 'KEY_USED_OTHERWISE'; readonly field: 'idempotencyKey' } }> {
  if (!isIdempotencyKey(once.key)) return { refused: { code: 'TEXT_NOT_POSSIBLE', field: 'idempotencyKey' } };
  const inputHash = createHash('sha256').update(JSON.stringify([action, once.input])).digest();
  const known = await findKey(transaction, actor, once.key);
  if (!known) return { inputHash };
  return known.inputHash.equals(inputHash) ? { isMade: true, inputHash } : { refused: { code: 'KEY_USED_OTHERWISE', field: 'idempotencyKey' } };
}
