import type { MemberState } from '@banyan/schema/enums';
import type { TransferKind, TransferRefusalCode, TransferState } from '@banyan/schema/lifecycle';
import { later, type Day } from '../../../kernel/day.ts';
import type { ChainUnit } from './approval-path.ts';
import type { RulePack } from './rule-pack.ts';
import { addWorkingDays, type WorkingCalendar } from './working-days.ts';

/** A letter of transfer as its reader may know it. */
export interface Transfer {
  readonly id: string;
  readonly personId: string;
  readonly kind: TransferKind;
  readonly state: TransferState;
  readonly version: number;
  readonly fromUnitId: string;
  readonly toUnitId: string | null;
  /** The old unit as the letter names it. */
  readonly fromName: string;
  readonly destination: string;
  readonly personName: string;
  /** Null for who neither sees the person nor receives them. */
  readonly birthDate: Day | null;
  readonly letterNumber: string | null;
  readonly issuedOn: Day;
  readonly issuerName: string;
  readonly dueOn: Day;
  readonly acceptedOn: Day | null;
  /** Null for the old unit: who received somebody is not its business. */
  readonly accepterName: string | null;
  readonly cancelReason: string | null;
  readonly endedOn: Day | null;
  /** Whether the old unit lies in the reader's scope. */
  readonly isSender: boolean;
  /** Whether the new unit does. */
  readonly isReceiver: boolean;
}

/** Why a letter was not issued, accepted, cancelled or ended: the code, the input to blame, and the letter where another version of it is there. */
export interface TransferRefusal {
  readonly code: TransferRefusalCode;
  readonly field: string;
  readonly transferId?: string;
}

/** Last day on which the member presents the letter in time: 30 working days (rules on implementing the Party Charter, 294-QĐ/TW). */
export function presentationDueOn(issuedOn: Day, pack: RulePack, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, issuedOn, pack.transferLetterWorkingDays);
}

/** Whether two cells hang under one grassroots organisation, by their chains of units, root first. */
export function areInOneOrganisation(chain: readonly ChainUnit[], other: readonly ChainUnit[]): boolean {
  const above = new Set(other.slice(0, -1).map(({ id }) => id));
  return chain.slice(0, -1).some(({ id, isGrassrootsOrganisation }) => isGrassrootsOrganisation && above.has(id));
}

/** Whom a letter is to be issued for, and when. */
export interface Departure {
  readonly kind: TransferKind;
  readonly on: Day;
  readonly state: MemberState;
  /** Day of the last step of the way to membership; null for somebody whose way is not on record. */
  readonly lastStepOn: Day | null;
  /** Since when the person is counted where they are; null for somebody who is not counted. */
  readonly countedSince: Day | null;
}

/**
 * Why no letter can be issued, or null. Members are transferred, and candidates, whose file moves with them; a temporary transfer is one
 * of a member's activity. Whoever is a member is counted, and whoever is not is not.
 */
export function judgeDeparture({ kind, on, state, lastStepOn, countedSince }: Departure, today: Day): TransferRefusal | null {
  const isMember = state === 'PROBATIONARY' || state === 'OFFICIAL';
  if (state === 'FORMER' || isMember !== (countedSince !== null) || (kind === 'TEMPORARY' && !isMember)) return { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'person' };
  if (on > today) return { code: 'DATE_IN_FUTURE', field: 'on' };
  const last = later(lastStepOn ?? '0001-01-01', countedSince ?? '0001-01-01');
  return on < last ? { code: 'DATE_BEFORE_LAST_STEP', field: 'on' } : null;
}
