import type { MemberState } from '@banyan/schema/enums';
import type { TransferKind, TransferReach, TransferRefusalCode, TransferState } from '@banyan/schema/lifecycle';
import type { Refusing } from '../../../kernel/conflict.ts';
import { addDays, addMonths, dayInVietNam, later, type Day } from '../../../kernel/day.ts';
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
  readonly movedOn: Day | null;
  readonly startDueOn: Day | null;
  /** Last day on which the code of the paper can be used; null for a letter that has none. */
  readonly claimUntil: Day | null;
  readonly acceptedOn: Day | null;
  /** Null for the old unit: who received somebody is not its business. */
  readonly accepterName: string | null;
  readonly cancelReason: string | null;
  readonly endedOn: Day | null;
  /** Last day of a temporary one, as the letter says; null of those issued before it was asked for. */
  readonly untilOn: Day | null;
  readonly isStudy: boolean;
  readonly issuedAt: Date;
  /** When it was recorded; null for the old unit, and where it is not on record. */
  readonly acceptedAt: Date | null;
  /** When it was recorded that it was cancelled or ended; null where it is not on record. */
  readonly closedAt: Date | null;
  readonly cancellerName: string | null;
  /** Whether the old unit lies in the reader's scope. */
  readonly isSender: boolean;
  /** Whether the new unit does. */
  readonly isReceiver: boolean;
}

/** What happened to a letter: what it became, on which day, and who recorded it when, as far as its reader may know. */
export interface LetterEvent {
  readonly becomes: TransferState;
  readonly on: Day;
  readonly notedAt: Date | null;
  readonly notedBy: string | null;
}

/** What happened to a letter, in its order. Where the day on which it was cancelled is not on record, that of the letter stands for it. */
export function eventsOf({ state, issuedOn, issuedAt, issuerName, acceptedOn, acceptedAt, accepterName, endedOn, closedAt, cancellerName }: Transfer): LetterEvent[] {
  const events: LetterEvent[] = [{ becomes: 'ISSUED', on: issuedOn, notedAt: issuedAt, notedBy: issuerName }];
  if (acceptedOn !== null) events.push({ becomes: 'ACCEPTED', on: acceptedOn, notedAt: acceptedAt, notedBy: accepterName });
  if (endedOn !== null) events.push({ becomes: 'ENDED', on: endedOn, notedAt: closedAt, notedBy: null });
  if (state === 'CANCELLED') events.push({ becomes: 'CANCELLED', on: closedAt === null ? issuedOn : dayInVietNam(closedAt), notedAt: closedAt, notedBy: cancellerName });
  return events;
}

/** Whether a letter is not over: nobody has two of them. */
export function isOpen({ state, kind }: Transfer): boolean {
  return state === 'ISSUED' || (state === 'ACCEPTED' && kind === 'TEMPORARY');
}

/** Why a letter was not issued, accepted, cancelled or ended: the code, the input to blame, and the letter where another version of it is there. */
export type TransferRefusal = Refusing<TransferRefusalCode> & {
  readonly transferId?: string;
  /** The unit whose act it is, where it is not the caller's. */
  readonly issuerId?: string;
};

/**
 * Why a temporary transfer cannot last until a day, or null: three months to less than a year, full-time study three months to two years
 * (294-QĐ/TW and the guidance on it).
 */
export function judgeTerm({ on, until, isStudy }: { readonly on: Day; readonly until: Day | null; readonly isStudy: boolean }, { temporaryTransferMonths: months }: RulePack): TransferRefusal | null {
  if (until === null) return { code: 'FACT_MISSING', field: 'until' };
  const from = addMonths(on, months.atLeast);
  if (until < from) return { code: 'TERM_TOO_SHORT', field: 'until', limit: { from } };
  const last = isStudy ? addMonths(on, months.studyAtMost) : addDays(addMonths(on, months.lessThan), -1);
  return until > last ? { code: 'TERM_TOO_LONG', field: 'until', limit: { until: last } } : null;
}

/** Last day on which the member presents the letter in time: 30 working days (rules on implementing the Party Charter, 294-QĐ/TW). */
export function presentationDueOn(issuedOn: Day, pack: RulePack, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, issuedOn, pack.transferLetterWorkingDays);
}

/** Last day on which the member begins activity at the new place in time: 60 working days from the decision or the move (294-QĐ/TW). */
export function startDueOn(movedOn: Day, pack: RulePack, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, movedOn, pack.transferStartWorkingDays);
}

/** Last day on which the code of a letter that is issued today can be used. */
export function claimableUntil(today: Day, pack: RulePack): Day {
  return addDays(today, pack.transferCodeDays);
}

/** How far a transfer reaches. A receiver whose chain is not known is outside. */
export function reachOf(chain: readonly ChainUnit[], receiver: readonly ChainUnit[] | null): TransferReach {
  if (!receiver) return 'OUTSIDE';
  if (areInOneOrganisation(chain, receiver)) return 'INSIDE_ORGANISATION';
  return chain.some(({ id, tier }) => tier === 'UPPER' && receiver.some((unit) => unit.id === id)) ? 'UNDER_ONE_UPPER' : 'OUTSIDE';
}

/**
 * The unit that issues a letter, by how far it reaches (chain root first, the cell last). Inside one grassroots organisation the cell; between
 * the organisations under one upper body the grassroots committee; out of it the upper body, for an organisation directly under the
 * province the province (294-QĐ/TW and the guidance on it). Where there is neither, the root of the tree.
 */
export function issuingUnit<Unit extends ChainUnit>(chain: readonly Unit[], reach: TransferReach): Unit | null {
  const cell = chain.at(-1) ?? null;
  if (reach === 'INSIDE_ORGANISATION') return cell;
  if (reach === 'UNDER_ONE_UPPER') return chain.findLast(({ isGrassrootsOrganisation }) => isGrassrootsOrganisation) ?? cell;
  return chain.findLast(({ tier }) => tier === 'UPPER') ?? chain.findLast(({ tier }) => tier === 'PROVINCE') ?? chain[0] ?? null;
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
  /** The day on which the stock that counts the person was raised last, by arrival or by a change of slices; null for somebody who is not counted. */
  readonly stockRaisedOn: Day | null;
}

/**
 * Why no letter can be issued, or null. Members are transferred, and candidates, whose file moves with them; a temporary transfer is one
 * of a member's activity. Whoever is a member is counted, and whoever is not is not.
 */
export function judgeDeparture({ kind, on, state, lastStepOn, stockRaisedOn }: Departure, today: Day): TransferRefusal | null {
  const isMember = state === 'PROBATIONARY' || state === 'OFFICIAL';
  if (state === 'FORMER' || isMember !== (stockRaisedOn !== null) || (kind === 'TEMPORARY' && !isMember)) return { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'person' };
  if (on > today) return { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } };
  const last = later(lastStepOn ?? '0001-01-01', stockRaisedOn ?? '0001-01-01');
  return on < last ? { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: last } } : null;
}
