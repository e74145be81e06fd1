import type { Weighted } from '../chance/weighted.ts';
import type { Day } from '../time/calendar.ts';
import type { DemoExitKind, DemoGender, DemoUnit } from '../types.ts';

/** Who lives in a part of a province: shares that no source states. */
export interface Population {
  readonly minority: number;
  readonly ethnicGroups: Weighted<string>;
  readonly believers: number;
  readonly religions: Weighted<string>;
}

/** What a published figure says of an admission; all else is drawn. */
export interface AdmissionTraits {
  readonly gender?: DemoGender;
  readonly minority?: boolean;
  readonly occupation?: string;
  readonly enterpriseRelation?: string;
}

/** A member's leaving of a leaf: for good, or to another leaf. */
export type Departure =
  /** An admission that is annulled counts as a removal. */
  | { readonly kind: DemoExitKind; readonly day: Day; readonly isAnnulment?: boolean }
  | { readonly kind: 'TRANSFERRED'; readonly day: Day; readonly to: Leaf };

/** How far somebody in probation got, where that is not told by the calendar alone: recognition does not come by itself. */
export type Unfinished = 'NOTHING_DONE' | 'VOTE_FAILED' | 'PROPOSED' | 'SUBMITTED' | 'REMOVAL_PROPOSED';

export interface Admission {
  readonly ceremony: Day;
  readonly traits: AdmissionTraits;
  departure: Departure | null;
  unfinished?: Unfinished;
}

/** A unit that holds members, and what the plan makes happen there. */
export interface Leaf {
  readonly unit: DemoUnit;
  /** Code of the body of the upper tier above. */
  readonly upperCode: string;
  readonly founded: Day;
  /** Share in the distribution of members. */
  readonly weight: number;
  readonly takesPupils: boolean;
  readonly population: Population;
  /** Members on the last day. */
  closing: number;
  readonly admissions: Admission[];
  /** How many of the admissions later depart. */
  admittedThenGone: number;
  /** Of members who were there when the records begin. */
  readonly departures: Departure[];
  /** How many come from other leaves. */
  arrivals: number;
}

/** Members of a leaf who were there when the records begin and still are on the last day. */
export function settled(leaf: Leaf): number {
  return leaf.closing - (leaf.admissions.length - leaf.admittedThenGone) - leaf.arrivals;
}

/** Members of a leaf when the records begin. */
export function opening(leaf: Leaf): number {
  return settled(leaf) + leaf.departures.length;
}

/** Whether the leaf already exists when the records begin. */
export function isOld(leaf: Leaf, begins: Day): boolean {
  return leaf.founded < begins;
}
