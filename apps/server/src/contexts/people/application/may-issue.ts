import type { MemberState } from '@banyan/schema/enums';
import { transferReaches, type TransferReach, type TransferRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed } from '../../access/index.ts';
import { isOpen, issuingUnit, type Transfer } from '../domain/transfer.ts';
import type { PlacedChainUnit } from '../persistence/approval-chain.ts';

/** Why somebody may not issue a letter that is the act of a unit, or null: the role must be able to, and the grant must reach up to that unit. */
export function mayIssue({ role, lo, hi }: Actor, issuer: PlacedChainUnit | null): Judged<TransferRefusalCode> | null {
  if (!isAllowed(role, 'transfer.issue')) return 'FORBIDDEN_FOR_ROLE';
  return issuer && BigInt(lo) <= BigInt(issuer.lo) && BigInt(issuer.hi) <= BigInt(hi) ? null : 'NOT_YOUR_BODY';
}

/** How far a transfer can reach, whose act its letter is then, and why the viewer may not issue it. */
export interface TransferOption {
  readonly reach: TransferReach;
  readonly issuer: PlacedChainUnit | null;
  readonly cannot: Judged<TransferRefusalCode> | null;
}

/** What can be issued for a person who stands there and has these letters. */
export function transferOptions(actor: Actor, { state, chain, letters }: { readonly state: MemberState; readonly chain: readonly PlacedChainUnit[]; readonly letters: readonly Transfer[] }): TransferOption[] {
  const impossible = state === 'FORMER' ? 'NOT_POSSIBLE_IN_THIS_STATE' : letters.some(isOpen) ? 'LETTER_OPEN' : null;
  return transferReaches.map((reach) => {
    const issuer = issuingUnit(chain, reach);
    return { reach, issuer, cannot: impossible ?? mayIssue(actor, issuer) };
  });
}
