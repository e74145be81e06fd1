import type { CandidacyState } from '@banyan/schema/lifecycle';
import type { WayStep } from './way.ts';

/** How candidates of one state stand: how many, since which step, how many days ago that was, and which step they reached. */
export interface OpenPlan {
  readonly state: CandidacyState;
  readonly count: number;
  /** The step from which the limit runs, or the last one where none does. */
  readonly anchor: WayStep;
  readonly daysAgo: readonly [least: number, most: number];
  /** The last step of the way that was reached. */
  readonly reached: WayStep;
}

/** Sixty months, and a little more: whose certificate ran out goes to class again. */
const certificateDays = 1_870;

/**
 * The candidates of a province of 6,000 members: many who were named, few whose file is complete. The limits are 60 working days for
 * the decision, 30 for the ceremony and twelve months for the file: the longest of each stretch are over them.
 */
export const openPlans: readonly OpenPlan[] = [
  { state: 'SOURCE', count: 118, anchor: 'IDENTIFIED', daysAgo: [3, 260], reached: 'IDENTIFIED' },
  { state: 'LISTED', count: 127, anchor: 'LISTED', daysAgo: [3, 420], reached: 'LISTED' },
  { state: 'TRAINING', count: 58, anchor: 'ENROLLED', daysAgo: [2, 40], reached: 'ENROLLED' },
  { state: 'TRAINED', count: 74, anchor: 'CERTIFIED', daysAgo: [4, certificateDays], reached: 'CERTIFIED' },
  { state: 'FILE_OPEN', count: 27, anchor: 'FILE_OPENED', daysAgo: [2, 385], reached: 'FILE_OPENED' },
  { state: 'VERIFYING', count: 24, anchor: 'FILE_OPENED', daysAgo: [25, 390], reached: 'VERIFICATION_STARTED' },
  { state: 'CELL_PROPOSED', count: 13, anchor: 'CELL_PROPOSED', daysAgo: [2, 96], reached: 'CELL_PROPOSED' },
  { state: 'GRASSROOTS_PROPOSED', count: 9, anchor: 'CELL_PROPOSED', daysAgo: [14, 96], reached: 'COMMITTEE_PROPOSED' },
  { state: 'SUBMITTED', count: 22, anchor: 'CELL_PROPOSED', daysAgo: [20, 108], reached: 'SUBMITTED' },
  { state: 'RETURNED', count: 6, anchor: 'CELL_PROPOSED', daysAgo: [40, 100], reached: 'SUBMITTED' },
  { state: 'ADMISSION_DECIDED', count: 14, anchor: 'ADMISSION_DECIDED', daysAgo: [2, 54], reached: 'ADMISSION_DECIDED' },
  { state: 'REFUSED', count: 5, anchor: 'SUBMITTED', daysAgo: [40, 420], reached: 'SUBMITTED' },
  { state: 'DROPPED', count: 9, anchor: 'LISTED', daysAgo: [40, 700], reached: 'LISTED' },
  { state: 'DROPPED', count: 4, anchor: 'CERTIFIED', daysAgo: [40, 500], reached: 'CERTIFIED' },
  { state: 'WITHDRAWN', count: 5, anchor: 'LISTED', daysAgo: [40, 600], reached: 'LISTED' },
  { state: 'WITHDRAWN', count: 3, anchor: 'FILE_OPENED', daysAgo: [40, 200], reached: 'FILE_OPENED' },
];

/** A unit in which candidates are placed by hand, so that an account of the demonstration finds its work there. */
export interface Placed {
  /** The unit, or one above the units meant. */
  readonly under: string;
  readonly counts: Partial<Record<CandidacyState, number>>;
  /** Whether nobody else of these states is placed there. */
  readonly isExact: boolean;
}
