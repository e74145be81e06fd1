import type { MemberState } from '@banyan/schema/enums';
import { transferReaches, type TransferReach, type TransferRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed } from '../../access/index.ts';
import { issuingUnit } from '../domain/transfer.ts';
import type { PlacedChainUnit } from '../persistence/approval-chain.ts';

type Cannot = Judged<TransferRefusalCode> | null;

/** Whom a letter would be of: nobody has two that are open, and who has left has none. */
export interface Mover {
  readonly state: MemberState;
  readonly hasOpenLetter: boolean;
}

/** Why somebody may not issue a letter for a person, whose act it may be, or null. A use case asks by the role alone first, and again once it has found the person. */
export function cannotIssue({ role }: Pick<Actor, 'role'>, mover?: Mover): Cannot {
  if (!isAllowed(role, 'transfer.issue')) return 'FORBIDDEN_FOR_ROLE';
  if (mover?.state === 'FORMER') return 'NOT_POSSIBLE_IN_THIS_STATE';
  return mover?.hasOpenLetter ? 'LETTER_OPEN' : null;
}

/** Why a letter that is the act of a unit is not somebody's to issue, or null: the grant must reach up to that unit. */
export function mayIssueFor({ lo, hi }: Actor, issuer: PlacedChainUnit | null): Cannot {
  return issuer && BigInt(lo) <= BigInt(issuer.lo) && BigInt(issuer.hi) <= BigInt(hi) ? null : 'NOT_YOUR_BODY';
}

/** How far a transfer can reach, whose act its letter is then, and why the viewer may not issue it. */
export interface TransferOption {
  readonly reach: TransferReach;
  readonly issuer: PlacedChainUnit | null;
  readonly cannot: Cannot;
}

/** What can be issued for a person, by the chain of units above. */
export function transferOptions(actor: Actor, mover: Mover, chain: readonly PlacedChainUnit[]): TransferOption[] {
  return transferReaches.map((reach) => {
    const issuer = issuingUnit(chain, reach);
    return { reach, issuer, cannot: cannotIssue(actor, mover) ?? mayIssueFor(actor, issuer) };
  });
}
