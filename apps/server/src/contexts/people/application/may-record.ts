import type { ActingBody, CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isAllowed, type Action } from '../../access/index.ts';
import type { PlacedChainUnit } from '../persistence/approval-chain.ts';

const actions = { CELL: 'candidacy.recordOfCell', COMMITTEE: 'candidacy.recordOfCommittee', DECIDER: 'candidacy.decide' } as const satisfies Record<ActingBody, Action>;

/** Where a way stands among the ways of its person, and where it lies. */
export interface WayAt {
  readonly isLatest: boolean;
  readonly isAtClosedUnit: boolean;
}

/** A step by whose act it is. */
interface ActOf {
  readonly by: ActingBody;
}

function mayAct({ role, lo, hi }: Actor, { by }: ActOf, body: PlacedChainUnit | null): Judged<CandidacyRefusalCode> | null {
  if (!isAllowed(role, actions[by])) return 'FORBIDDEN_FOR_ROLE';
  if (!body) return 'NOT_YOUR_BODY';
  return BigInt(lo) <= BigInt(body.lo) && BigInt(body.hi) <= BigInt(hi) ? null : 'NOT_YOUR_BODY';
}

/**
 * Why somebody may not record the act of a body, or null: the role must be able to, and the grant must reach up to that body. A way that
 * another one has followed is history, and so is one of a unit that has closed. Without a row it is the way alone that is judged.
 */
export function cannotRecord(actor: Actor, way: WayAt, row: ActOf | null, body: PlacedChainUnit | null): Judged<CandidacyRefusalCode> | null {
  if (!way.isLatest) return 'NOT_POSSIBLE_IN_THIS_STATE';
  if (way.isAtClosedUnit) return 'UNIT_CLOSED';
  return row && mayAct(actor, row, body);
}

/** Why somebody may not undo that a way was taken up, or null: it is no act of a body, and who may take up may undo it, where nothing lies in the file. */
export function cannotTakeBack({ role }: Actor, way: WayAt, hasFile: boolean): Judged<CandidacyRefusalCode> | null {
  if (!way.isLatest) return 'NOT_THE_LAST_STEP';
  if (way.isAtClosedUnit) return 'UNIT_CLOSED';
  if (!isAllowed(role, 'candidacy.add')) return 'FORBIDDEN_FOR_ROLE';
  return hasFile ? 'FILE_NOT_EMPTY' : null;
}

/** Why somebody may not undo the last step of a way, or null: who may record a step may undo it. There is no row where nothing is left that the unit may take back. */
export function cannotUndo(actor: Actor, way: WayAt, row: ActOf | null, body: PlacedChainUnit | null): Judged<CandidacyRefusalCode> | null {
  if (!way.isLatest || row === null) return 'NOT_THE_LAST_STEP';
  return way.isAtClosedUnit ? 'UNIT_CLOSED' : mayAct(actor, row, body);
}
