import type { TransferRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed } from '../../access/index.ts';
import type { Transfer } from '../domain/transfer.ts';
import type { Home } from './may-begin.ts';

/* Who does what with a letter. A use case asks with what it knows: first by the role alone, and again once it has found the rest. */

type Cannot = Judged<TransferRefusalCode> | null;
type Role = Pick<Actor, 'role'>;

/** Why somebody may not accept a letter without its code, or null. */
export function cannotAccept({ role }: Role, letter?: Transfer): Cannot {
  if (!isAllowed(role, 'transfer.accept')) return 'FORBIDDEN_FOR_ROLE';
  if (!letter) return null;
  if (!letter.isReceiver) return 'NOT_YOUR_SIDE';
  return letter.state === 'ISSUED' ? null : 'LETTER_NOT_OPEN';
}

/** Why somebody may not accept a letter by its code for a unit, or null. */
export function cannotClaim({ role }: Role, home?: Home): Cannot {
  if (!isAllowed(role, 'transfer.accept')) return 'FORBIDDEN_FOR_ROLE';
  return !home || (home.holdsMembers && !home.isClosed) ? null : 'UNIT_HOLDS_NO_MEMBERS';
}

/** Why somebody may not cancel a letter, or null. It is the sender's to cancel. */
export function cannotCancel({ role }: Role, letter?: Transfer): Cannot {
  if (!isAllowed(role, 'transfer.issue')) return 'FORBIDDEN_FOR_ROLE';
  if (!letter) return null;
  if (!letter.isSender) return 'NOT_YOUR_SIDE';
  return letter.state === 'ISSUED' ? null : 'LETTER_NOT_OPEN';
}

/** Why somebody may not end a temporary transfer, or null. Either side may. */
export function cannotEnd({ role }: Role, letter?: Transfer): Cannot {
  if (!isAllowed(role, 'transfer.issue')) return 'FORBIDDEN_FOR_ROLE';
  return !letter || (letter.kind === 'TEMPORARY' && letter.state === 'ACCEPTED') ? null : 'LETTER_NOT_OPEN';
}
