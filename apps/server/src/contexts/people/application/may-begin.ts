import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed } from '../../access/index.ts';
import { refuseTakingUp, type KnownMember } from '../domain/take-up.ts';

/* Who begins a way, takes one up or begins one again. A use case asks with what it knows: first by the role alone, and again once it has found the rest. */

type Cannot = Judged<CandidacyRefusalCode> | null;
type Role = Pick<Actor, 'role'>;

/** A unit to which somebody is to be added. */
export interface Home {
  readonly isClosed: boolean;
  readonly holdsMembers: boolean;
}

/** Why somebody may not add a candidate to a unit, or null. */
export function cannotAdd({ role }: Role, home?: Home): Cannot {
  if (!isAllowed(role, 'candidacy.add')) return 'FORBIDDEN_FOR_ROLE';
  if (!home) return null;
  if (home.isClosed) return 'UNIT_CLOSED';
  return home.holdsMembers ? null : 'UNIT_HOLDS_NO_MEMBERS';
}

/** Why somebody may not take up the way of a member, or null. */
export function cannotTakeUp({ role }: Role, member?: Pick<KnownMember, 'state' | 'ceremonyOn'>, at?: Parameters<typeof refuseTakingUp>[1]): Cannot {
  if (!isAllowed(role, 'candidacy.add')) return 'FORBIDDEN_FOR_ROLE';
  return member && at ? refuseTakingUp(member, at) : null;
}

/** Why somebody may not begin a way again at its unit, or null; what the rules say of it comes after. */
export function cannotBeginAgain({ role }: Role, at?: { readonly isAtClosedUnit: boolean }): Cannot {
  if (!isAllowed(role, 'candidacy.add')) return 'FORBIDDEN_FOR_ROLE';
  return at?.isAtClosedUnit ? 'UNIT_CLOSED' : null;
}
