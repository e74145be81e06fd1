import type { TransferRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed } from '../../access/index.ts';
import type { Transfer } from '../domain/transfer.ts';

/** Why somebody may not accept a letter without its code, or null. */
export function cannotAccept({ role }: Actor, { state, isReceiver }: Transfer): Judged<TransferRefusalCode> | null {
  if (state !== 'ISSUED') return 'LETTER_NOT_OPEN';
  if (!isReceiver) return 'NOT_YOUR_SIDE';
  return isAllowed(role, 'transfer.accept') ? null : 'FORBIDDEN_FOR_ROLE';
}

/** Why somebody may not cancel a letter, or null. It is the sender's to cancel. */
export function cannotCancel({ role }: Actor, { state, isSender }: Transfer): Judged<TransferRefusalCode> | null {
  if (!isSender) return 'NOT_YOUR_SIDE';
  if (state !== 'ISSUED') return 'LETTER_NOT_OPEN';
  return isAllowed(role, 'transfer.issue') ? null : 'FORBIDDEN_FOR_ROLE';
}

/** Why somebody may not end a temporary transfer, or null. Either side may. */
export function cannotEnd({ role }: Actor, { state, kind }: Transfer): Judged<TransferRefusalCode> | null {
  if (kind !== 'TEMPORARY' || state !== 'ACCEPTED') return 'LETTER_NOT_OPEN';
  return isAllowed(role, 'transfer.issue') ? null : 'FORBIDDEN_FOR_ROLE';
}
