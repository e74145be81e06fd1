import type { SupervisionEndCause, SupervisionKind, SupervisionRefusalCode, SupervisionState } from '@banyan/schema/supervision';
import { targetStandings, type TargetStanding } from '@banyan/schema/targets';
import type { Judged, Refusing } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import { readText } from '../../../kernel/text.ts';

/** Why an assignment was not made, changed or ended, and the input to blame. */
export type SupervisionRefusal = Refusing<SupervisionRefusalCode>;

/** What is decided about an assignment, and may be decided otherwise later. */
export interface SupervisionTerms {
  readonly kind: SupervisionKind;
  /** The post that the person holds at the time. */
  readonly post: string;
  readonly from: Day;
  /** Last day; null without end. */
  readonly until: Day | null;
  readonly documentId: string | null;
  readonly documentNumber: string;
  readonly documentIssuedOn: Day;
}

/** Who recorded what stood, and when. */
export interface SupervisionRecord extends SupervisionTerms {
  readonly version: number;
  /** Why it was changed to this; null for what it began with. */
  readonly changeReason: string | null;
  readonly recorderName: string;
  readonly recordedAt: Date;
}

/** Somebody who is in charge of a unit for a time. */
export interface Supervision extends SupervisionRecord {
  readonly id: string;
  readonly grantId: string;
  readonly personName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly bodyId: string;
  /** Null where the reader does not know the body. */
  readonly bodyName: string | null;
  readonly state: SupervisionState;
  /** Whether the body that assigned it lies in the scope of who reads, and its unit. */
  readonly isOfBody: boolean;
  /** Whether it is the reader's own. */
  readonly isOwn: boolean;
  readonly endedAt: Date | null;
  readonly endCause: SupervisionEndCause | null;
  readonly endReason: string | null;
  readonly enderName: string | null;
}

const earliestDay = '1930-02-03';

/** A text that has to be there, as it is kept, or why it cannot be. */
export function readNeeded(field: string, text: string, kind: 'line' | 'note'): { readonly text: string } | SupervisionRefusal {
  const read = readText(text, kind);
  if (read === null) return { code: 'TEXT_NOT_POSSIBLE', field };
  return read === '' ? { code: 'FACT_MISSING', field } : { text: read };
}

/** Terms as they are kept, or why they cannot be. A document is not of tomorrow; an assignment may begin before it was decided, or later. */
export function readTerms(asked: SupervisionTerms, today: Day): SupervisionTerms | SupervisionRefusal {
  const post = readNeeded('post', asked.post, 'line');
  if ('code' in post) return post;
  const documentNumber = readNeeded('documentNumber', asked.documentNumber, 'line');
  if ('code' in documentNumber) return documentNumber;
  if (asked.documentIssuedOn > today) return { code: 'DATE_IN_FUTURE', field: 'documentIssuedOn' };
  if (asked.documentIssuedOn < earliestDay) return { code: 'DATE_NOT_POSSIBLE', field: 'documentIssuedOn' };
  if (asked.from < earliestDay) return { code: 'DATE_NOT_POSSIBLE', field: 'from' };
  if (asked.until !== null && asked.until < asked.from) return { code: 'DATES_NOT_IN_ORDER', field: 'until' };
  return { ...asked, post: post.text, documentNumber: documentNumber.text };
}

/** Whether two terms say the same. */
export function areSame(one: SupervisionTerms, other: SupervisionTerms): boolean {
  const words = ({ kind, post, from, until, documentId, documentNumber, documentIssuedOn }: SupervisionTerms) =>
    JSON.stringify([kind, post, from, until, documentId, documentNumber, documentIssuedOn]);
  return words(one) === words(other);
}

/** Whether a day can become the last one of an assignment that is to end early: none that is over, and none that was its last one already. */
export function canEndOn({ from, until }: Pick<SupervisionTerms, 'from' | 'until'>, day: Day, today: Day): boolean {
  return day >= today && day >= from && (until === null || day < until);
}

/** Why somebody who may assign cannot change an assignment or end it; null where they can. */
export function whyFixed({ state, isOwn, isOfBody }: Pick<Supervision, 'state' | 'isOwn' | 'isOfBody'>): Judged<SupervisionRefusalCode> | null {
  if (isOwn) return 'YOURSELF';
  if (!isOfBody) return 'NOT_YOUR_BODY';
  return state === 'ENDED' ? 'ALREADY_ENDED' : null;
}

/** What tells how a supervised unit does. */
export interface Doing {
  readonly admitted: number;
  readonly sources: number;
  readonly overdue: number;
  readonly target: { readonly standing: TargetStanding; readonly shortOfPace: number; readonly remainingLow: number } | null;
}

/** The places of an order, the worst first: behind a target; without one that tells, and something is amiss; all others. */
function placeOf({ target, overdue, sources }: Doing): number {
  const standing = target?.standing ?? 'NO_TARGET';
  if (standing === 'BEHIND' || standing === 'NOT_MET') return 0;
  const isUntold = standing === 'NO_TARGET' || standing === 'NOT_ASSESSED';
  return isUntold && (overdue > 0 || sources === 0) ? 1 : 2 + targetStandings.indexOf(standing);
}

/** Orders supervised units by how they do, the worst first: beside their targets, then by what is missing, what is overdue, and whether anybody is there to be led. */
export function compareDoing(one: Doing, other: Doing): number {
  return placeOf(one) - placeOf(other)
    || (other.target?.shortOfPace ?? 0) - (one.target?.shortOfPace ?? 0)
    || (other.target?.remainingLow ?? 0) - (one.target?.remainingLow ?? 0)
    || Number(one.sources > 0) - Number(other.sources > 0)
    || other.overdue - one.overdue
    || one.admitted - other.admitted;
}
