import { randomUUID } from 'node:crypto';
import { Refused } from '../../../kernel/refused.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import { findReversalRefusal, insertReversal, type ReversalRefusal } from '../persistence/entry-writes.ts';

/**
 * Reverses an event about people: the opposite of each of its entries, on the same days, recorded now. Refuses what is not whole
 * inside the scope, what something later builds on, and reorganisations. Refuses altogether a role that may not post.
 */
export async function reverseEvent(
  transaction: WriteTransaction,
  { eventId }: { eventId: string },
  requestId: string = randomUUID(),
): Promise<{ readonly eventId: string } | { readonly refused: ReversalRefusal }> {
  const { actor } = transaction;
  if (!isAllowed(actor?.role ?? null, 'entry.post')) throw new Refused(actor ? 'FORBIDDEN_FOR_ROLE' : 'UNAUTHENTICATED');
  const refused = await findReversalRefusal(transaction, eventId);
  if (refused) return { refused };
  const reversing = randomUUID();
  await insertReversal(transaction, eventId, reversing);
  await insertAuditLines(transaction, { requestId, network: '', actor }, [
    { action: 'entry.reverse', result: 'DONE', subjectKind: 'Event', subjectId: eventId },
  ]);
  return { eventId: reversing };
}
