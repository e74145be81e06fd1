import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import { isIdempotencyKey } from '../../../kernel/text.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { findKey } from '../persistence/idempotency-keys.ts';

/** What is made once, however often it is sent: its key, and all that was sent with it. */
export interface Once {
  readonly key: string;
  readonly input: object;
}

/** What is known under a key: what the same input made before, nothing yet, or that the key cannot be used. */
export type MadeBefore =
  /** Whether it lies in the scope of who asks today, the caller has to see. */
  | { readonly resultId: string }
  /** To be remembered with what is made now. */
  | { readonly inputHash: Buffer }
  | { readonly refused: { readonly code: 'TEXT_NOT_POSSIBLE' | 'KEY_USED_OTHERWISE'; readonly field: 'idempotencyKey' } };

/** Looks up what an action has made under a key. */
export async function madeBefore(transaction: WriteTransaction, actor: Actor, action: string, once: Once): Promise<MadeBefore> {
  if (!isIdempotencyKey(once.key)) return { refused: { code: 'TEXT_NOT_POSSIBLE', field: 'idempotencyKey' } };
  const inputHash = createHash('sha256').update(JSON.stringify([action, once.input])).digest();
  const known = await findKey(transaction, actor, once.key);
  if (!known) return { inputHash };
  return known.inputHash.equals(inputHash) ? { resultId: known.resultId } : { refused: { code: 'KEY_USED_OTHERWISE', field: 'idempotencyKey' } };
}
