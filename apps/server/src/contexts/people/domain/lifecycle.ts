import type { ActingBody, CandidacyState, Step, StepFact } from '@banyan/schema/lifecycle';
import { charter, factAlone, guidance, lists, regulation, secondary } from './sources.ts';

/** What decides between two rows for the same step: the path of approval, or how far the person is. */
export type Condition = 'COMMITTEE_PROPOSES' | 'NO_COMMITTEE_PROPOSES' | 'NOT_EXTENDED' | 'DEADLOCKED' | 'IN_PROBATION' | 'IS_OFFICIAL';

/** One row of the lifecycle: from which states a step leads where. */
export interface Transition {
  readonly step: Step;
  readonly from: readonly CandidacyState[];
  /** The state that follows; SAME where the step leaves it. */
  readonly to: CandidacyState | 'SAME';
  readonly when?: Condition;
  /** The body whose act it is. Who records it needs a grant over that body. */
  readonly by: ActingBody;
  readonly facts: readonly StepFact[];
  readonly optional: readonly StepFact[];
  /** Where the rule stands, or that none is needed. */
  readonly source: string;
}

const beforeProbation: readonly CandidacyState[] = [
  'SOURCE',
  'LISTED',
  'TRAINING',
  'TRAINED',
  'FILE_OPEN',
  'VERIFYING',
  'CELL_PROPOSED',
  'GRASSROOTS_PROPOSED',
  'SUBMITTED',
  'RETURNED',
  'ADMISSION_DECIDED',
];
const inProbation: readonly CandidacyState[] = ['PROBATIONARY', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED', 'REMOVAL_PROPOSED'];
const members: readonly CandidacyState[] = [...inProbation, 'OFFICIAL'];

/** The lifecycle as one table: state × step → state. What is not in it cannot happen. */
export const lifecycle: readonly Transition[] = [
  { step: 'LISTED', from: ['SOURCE'], to: 'LISTED', by: 'CELL', facts: [], optional: ['DOCUMENT_NUMBER'], source: lists },
  { step: 'ENROLLED', from: ['LISTED', 'TRAINED'], to: 'TRAINING', by: 'COMMITTEE', facts: [], optional: ['DOCUMENT_NUMBER'], source: lists },
  { step: 'CERTIFIED', from: ['LISTED', 'TRAINING'], to: 'TRAINED', by: 'CELL', facts: ['CERTIFICATE_NUMBER'], optional: [], source: `mẫu CN-NTVĐ; 60 tháng ${secondary}` },
  // The class is repeated when the sixty months are over, however far the file is; a file that is older than twelve months is made anew.
  { step: 'CERTIFIED', from: ['FILE_OPEN', 'VERIFYING'], to: 'SAME', by: 'CELL', facts: ['CERTIFICATE_NUMBER'], optional: [], source: `mẫu CN-NTVĐ; 60 tháng ${secondary}` },
  { step: 'FILE_OPENED', from: ['TRAINED'], to: 'FILE_OPEN', by: 'CELL', facts: [], optional: [], source: `${charter}, điều 4; mẫu 1-KNĐ, 2-KNĐ` },
  { step: 'FILE_RENEWED', from: ['FILE_OPEN', 'VERIFYING'], to: 'SAME', by: 'CELL', facts: [], optional: ['DOCUMENT_NUMBER'], source: `quá 12 tháng ${secondary}` },
  { step: 'VERIFICATION_STARTED', from: ['FILE_OPEN'], to: 'VERIFYING', by: 'COMMITTEE', facts: [], optional: ['DOCUMENT_NUMBER'], source: `${guidance}, mục 3` },
  {
    step: 'CELL_PROPOSED', from: ['VERIFYING'], to: 'CELL_PROPOSED', by: 'CELL',
    facts: ['VOTE'], optional: ['DOCUMENT_NUMBER', 'PROVINCE_CONSENT_NUMBER'], source: `${charter}, điều 5; ${guidance}, mục 3.6; mẫu 6-KNĐ`,
  },
  // Where two thirds are not reached in the committee, the result goes up all the same (item 3.6): the vote is recorded, not judged.
  {
    step: 'COMMITTEE_PROPOSED', from: ['CELL_PROPOSED'], to: 'GRASSROOTS_PROPOSED', when: 'COMMITTEE_PROPOSES', by: 'COMMITTEE',
    facts: ['VOTE'], optional: ['DOCUMENT_NUMBER'], source: `${guidance}, mục 3.6; mẫu 8-KNĐ`,
  },
  // What a committee has proposed goes on, whoever hangs above the cell by now.
  { step: 'SUBMITTED', from: ['GRASSROOTS_PROPOSED'], to: 'SUBMITTED', by: 'COMMITTEE', facts: [], optional: ['DOCUMENT_NUMBER'], source: regulation },
  { step: 'SUBMITTED', from: ['CELL_PROPOSED'], to: 'SUBMITTED', when: 'NO_COMMITTEE_PROPOSES', by: 'CELL', facts: [], optional: ['DOCUMENT_NUMBER'], source: regulation },
  { step: 'SUBMITTED', from: ['RETURNED'], to: 'SUBMITTED', when: 'COMMITTEE_PROPOSES', by: 'COMMITTEE', facts: [], optional: ['DOCUMENT_NUMBER'], source: regulation },
  { step: 'SUBMITTED', from: ['RETURNED'], to: 'SUBMITTED', when: 'NO_COMMITTEE_PROPOSES', by: 'CELL', facts: [], optional: ['DOCUMENT_NUMBER'], source: regulation },
  { step: 'RETURNED', from: ['SUBMITTED'], to: 'RETURNED', by: 'DECIDER', facts: ['REASON'], optional: ['DOCUMENT_NUMBER'], source: regulation },
  { step: 'REFUSED', from: ['SUBMITTED'], to: 'REFUSED', by: 'DECIDER', facts: ['REASON'], optional: ['DOCUMENT_NUMBER'], source: `${regulation}: báo kết quả` },
  {
    step: 'EXTENDED', from: ['CELL_PROPOSED', 'GRASSROOTS_PROPOSED', 'SUBMITTED', 'RETURNED', 'ADMISSION_DECIDED', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED'], to: 'SAME', when: 'NOT_EXTENDED', by: 'DECIDER',
    facts: ['REASON'], optional: ['DOCUMENT_NUMBER'], source: `${regulation}, mục 4: gia hạn không quá 30 ngày làm việc`,
  },
  // The vote of a grassroots committee that has the power is recorded with its decision, two thirds (`demandedFacts`); of a body above it may be: more than half.
  { step: 'ADMISSION_DECIDED', from: ['SUBMITTED'], to: 'ADMISSION_DECIDED', by: 'DECIDER', facts: ['DOCUMENT_NUMBER'], optional: ['VOTE', 'RECEIVED_ON'], source: `${regulation}, mục 4.3; mẫu 9-KNĐ` },
  // After its time it is held with the written consent of the upper committee only: `demandedFacts` asks for it then.
  { step: 'CEREMONY_HELD', from: ['ADMISSION_DECIDED'], to: 'PROBATIONARY', by: 'CELL', facts: [], optional: ['DOCUMENT_NUMBER', 'UPPER_CONSENT_NUMBER'], source: `${regulation}, mục 4; ${charter}, điều 5` },
  { step: 'VOTE_FAILED', from: ['VERIFYING', 'PROBATIONARY'], to: 'SAME', by: 'CELL', facts: ['VOTE'], optional: ['REASON'], source: 'QĐ 29-QĐ/TW, mục 4.2c' },
  {
    step: 'RECOGNITION_PROPOSED', from: ['PROBATIONARY'], to: 'RECOGNITION_PROPOSED', by: 'CELL',
    facts: ['VOTE'], optional: ['DOCUMENT_NUMBER'], source: `${regulation}, mục 4.2; mẫu 13-KNĐ`,
  },
  {
    step: 'RECOGNITION_SUBMITTED', from: ['RECOGNITION_PROPOSED'], to: 'RECOGNITION_SUBMITTED', when: 'COMMITTEE_PROPOSES', by: 'COMMITTEE',
    facts: ['VOTE'], optional: ['DOCUMENT_NUMBER'], source: `${guidance}; mẫu 15-KNĐ`,
  },
  {
    step: 'RECOGNISED', from: ['RECOGNITION_SUBMITTED'], to: 'OFFICIAL', by: 'DECIDER',
    facts: ['DOCUMENT_NUMBER'], optional: ['VOTE'], source: `${charter}, điều 5; mẫu 16-KNĐ`,
  },
  {
    step: 'RECOGNISED', from: ['RECOGNITION_PROPOSED'], to: 'OFFICIAL', when: 'NO_COMMITTEE_PROPOSES', by: 'DECIDER',
    facts: ['DOCUMENT_NUMBER'], optional: ['VOTE'], source: `${charter}, điều 5; mẫu 16-KNĐ`,
  },
  { step: 'RECOGNISED', from: ['PROBATIONARY'], to: 'OFFICIAL', when: 'DEADLOCKED', by: 'DECIDER', facts: ['DOCUMENT_NUMBER'], optional: ['VOTE', 'REASON'], source: 'QĐ 29-QĐ/TW, mục 4.2c' },
  {
    step: 'REMOVAL_PROPOSED', from: ['PROBATIONARY', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED', 'OFFICIAL'], to: 'REMOVAL_PROPOSED', by: 'CELL',
    facts: ['VOTE', 'REMOVAL_GROUND', 'REASON'], optional: ['DOCUMENT_NUMBER'], source: 'QĐ 29-QĐ/TW, mục 8.1',
  },
  { step: 'REMOVAL_DECLINED', from: ['REMOVAL_PROPOSED'], to: 'PROBATIONARY', when: 'IN_PROBATION', by: 'DECIDER', facts: ['REASON'], optional: ['DOCUMENT_NUMBER'], source: 'QĐ 29-QĐ/TW, mục 8.1' },
  { step: 'REMOVAL_DECLINED', from: ['REMOVAL_PROPOSED'], to: 'OFFICIAL', when: 'IS_OFFICIAL', by: 'DECIDER', facts: ['REASON'], optional: ['DOCUMENT_NUMBER'], source: 'QĐ 29-QĐ/TW, mục 8.1' },
  { step: 'REMOVED', from: ['REMOVAL_PROPOSED'], to: 'REMOVED', by: 'DECIDER', facts: ['DOCUMENT_NUMBER', 'VOTE'], optional: ['REASON'], source: 'QĐ 29-QĐ/TW, mục 8.1' },
  { step: 'REMOVED', from: ['PROBATIONARY'], to: 'REMOVED', when: 'DEADLOCKED', by: 'DECIDER', facts: ['DOCUMENT_NUMBER', 'VOTE'], optional: ['REASON'], source: 'QĐ 29-QĐ/TW, mục 4.2c' },
  { step: 'DROPPED', from: beforeProbation, to: 'DROPPED', by: 'CELL', facts: ['REASON'], optional: [], source: lists },
  { step: 'WITHDRAWN', from: beforeProbation, to: 'WITHDRAWN', by: 'CELL', facts: ['REASON'], optional: [], source: `${charter}, điều 4: tự nguyện` },
  // Discipline of this kind is for official members alone.
  { step: 'EXPELLED', from: ['OFFICIAL'], to: 'EXPELLED', by: 'DECIDER', facts: ['DOCUMENT_NUMBER'], optional: ['REASON'], source: `${charter}, điều 35` },
  { step: 'EXPELLED', from: ['REMOVAL_PROPOSED'], to: 'EXPELLED', when: 'IS_OFFICIAL', by: 'DECIDER', facts: ['DOCUMENT_NUMBER'], optional: ['REASON'], source: `${charter}, điều 35` },
  { step: 'LEFT_BY_REQUEST', from: members, to: 'LEFT_BY_REQUEST', by: 'DECIDER', facts: ['DOCUMENT_NUMBER'], optional: ['REASON'], source: `${charter}, điều 8` },
  { step: 'DECEASED', from: members, to: 'DECEASED', by: 'CELL', facts: [], optional: [], source: factAlone },
  { step: 'ADMISSION_ANNULLED', from: members, to: 'ADMISSION_ANNULLED', by: 'DECIDER', facts: ['DOCUMENT_NUMBER', 'REASON'], optional: [], source: regulation },
];

/** What the conditions of the table are judged by. */
export interface Situation {
  readonly committeeProposes: boolean;
  readonly failedVotes: number;
  readonly failedVotesBeforeDeadlock: number;
  /** Whether the limit that runs was extended: once is all. */
  readonly isExtended: boolean;
  /** Whether the person was recognised: what distinguishes the two kinds of member. */
  readonly isOfficial: boolean;
}

function holds(condition: Condition | undefined, situation: Situation): boolean {
  switch (condition) {
    case undefined:
      return true;
    case 'COMMITTEE_PROPOSES':
      return situation.committeeProposes;
    case 'NO_COMMITTEE_PROPOSES':
      return !situation.committeeProposes;
    case 'NOT_EXTENDED':
      return !situation.isExtended;
    case 'DEADLOCKED':
      return situation.failedVotes >= situation.failedVotesBeforeDeadlock;
    case 'IN_PROBATION':
      return !situation.isOfficial;
    case 'IS_OFFICIAL':
      return situation.isOfficial;
  }
}

/** The steps that are possible from a state, in the order of the table: at most one row for each step. */
export function transitionsFrom(state: CandidacyState, situation: Situation): Transition[] {
  return lifecycle.filter((row) => row.from.includes(state) && holds(row.when, situation));
}

const rowsByStep = Map.groupBy(lifecycle, ({ step }) => step);

/** The row for a step from a state, or null where it cannot be taken. */
export function findTransition(state: CandidacyState, step: Step, situation: Situation): Transition | null {
  return rowsByStep.get(step)?.find((row) => row.from.includes(state) && holds(row.when, situation)) ?? null;
}
