import type { ActingBody, CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed, type Action } from '../../access/index.ts';
import type { PlacedChainUnit } from '../persistence/approval-chain.ts';

const actions = { CELL: 'candidacy.recordOfCell', COMMITTEE: 'candidacy.recordOfCommittee', DECIDER: 'candidacy.decide' } as const satisfies Record<ActingBody, Action>;

/** Why somebody may not record the act of a body, or null: the role must be able to, and the grant must reach up to that body. */
export function mayRecord({ role, lo, hi }: Actor, row: { readonly by: ActingBody }, body: PlacedChainUnit | null): Judged<CandidacyRefusalCode> | null {
  if (!isAllowed(role, actions[row.by])) return 'FORBIDDEN_FOR_ROLE';
  if (!body) return 'NOT_YOUR_BODY';
  return BigInt(lo) <= BigInt(body.lo) && BigInt(body.hi) <= BigInt(hi) ? null : 'NOT_YOUR_BODY';
}
