import { randomUUID } from 'node:crypto';
import { Refused } from '../../../kernel/refused.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import { insertReversal } from '../persistence/entry-writes.ts';

/**
 * Reverses an event: the opposite of each of its entries, on the same days, recorded now. Returns the reversing event, or null where
 * there is none in the scope or it is reversed already. Refuses a role that may not post.
 */
export async function reverseEvent(transaction: WriteTransaction, { eventId }: { eventId: string }, requestId = randomUUID()): Promise<{ eventId: string } | null> {
  const { actor } = transaction;
  if (!isAllowed(actor?.role ?? null, 'entry.post')) throw new Refused(actor ? 'FORBIDDEN_FOR_ROLE' : 'UNAUTHENTICATED');
  const reversing = randomUUID();
  if ((await insertReversal(transaction, eventId, reversing)) === 0) return null;
  await insertAuditLines(transaction, { requestId, network: '', actor }, [{ action: 'entry.reverse', result: 'DONE', subjectKind: 'Event', subjectId: eventId }]);
  return { eventId: reversing };
}
