import type { CandidacyState, Step } from '@banyan/schema/lifecycle';
import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { awaitedStep } from './awaited.ts';
import type { Situation } from './lifecycle.ts';

const situation: Situation = { committeeProposes: true, failedVotes: 0, failedVotesBeforeDeadlock: 3, isExtended: false, isOfficial: false };

const awaited: [CandidacyState, Step | null][] = [
  ['SOURCE', 'LISTED'],
  ['LISTED', 'ENROLLED'],
  ['TRAINING', 'CERTIFIED'],
  ['TRAINED', 'FILE_OPENED'],
  ['FILE_OPEN', 'VERIFICATION_STARTED'],
  ['VERIFYING', 'CELL_PROPOSED'],
  ['CELL_PROPOSED', 'COMMITTEE_PROPOSED'],
  ['GRASSROOTS_PROPOSED', 'SUBMITTED'],
  ['SUBMITTED', 'ADMISSION_DECIDED'],
  ['RETURNED', 'SUBMITTED'],
  ['ADMISSION_DECIDED', 'CEREMONY_HELD'],
  ['PROBATIONARY', 'RECOGNITION_PROPOSED'],
  ['RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED'],
  ['RECOGNITION_SUBMITTED', 'RECOGNISED'],
  ['REMOVAL_PROPOSED', null],
  ['OFFICIAL', null],
  ['REFUSED', null],
];

rule('bước tiếp theo đang chờ', 'quy ước của hệ thống', () => {
  test.each(awaited)('of %s leads on and never back: %s', (state, step) => {
    expect(awaitedStep(state, situation)?.step ?? null).toBe(step);
  });

  test('goes past the committee where none proposes', () => {
    expect(awaitedStep('CELL_PROPOSED', { ...situation, committeeProposes: false })?.step).toBe('SUBMITTED');
    expect(awaitedStep('RECOGNITION_PROPOSED', { ...situation, committeeProposes: false })?.step).toBe('RECOGNISED');
  });

  test('is the decision where three votes have failed', () => {
    expect(awaitedStep('PROBATIONARY', { ...situation, failedVotes: 3 })?.step).toBe('RECOGNISED');
  });
});
