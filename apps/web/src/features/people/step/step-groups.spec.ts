import type { CandidacyRefusalCode, CandidacyState, Step } from '@banyan/schema/lifecycle';
import { describe, expect, it } from 'vitest';
import { firstStep, groupSteps } from './step-groups.ts';

const option = (step: Step, leadsTo: CandidacyState, viewerCannotBecause: CandidacyRefusalCode | null = null, isAwaited = false) => ({ step, leadsTo, isAwaited, viewerCan: viewerCannotBecause === null, viewerCannotBecause });

const submitted = [
  option('ADMISSION_DECIDED', 'ADMISSION_DECIDED', null, true),
  option('RETURNED', 'RETURNED'),
  option('REFUSED', 'REFUSED'),
  option('EXTENDED', 'SUBMITTED'),
  option('WITHDRAWN', 'WITHDRAWN'),
];

describe('the steps that can be taken', () => {
  it('stand by where they lead: on, back, to an end', () => {
    expect(groupSteps(submitted, 'SUBMITTED').map(({ group, options }) => [group, options.map(({ step }) => step)])).toEqual([
      ['ONWARD', ['ADMISSION_DECIDED']],
      ['BACK', ['RETURNED', 'EXTENDED']],
      ['ENDS', ['REFUSED', 'WITHDRAWN']],
    ]);
  });

  it('lead on from a file that was returned', () => {
    expect(groupSteps([option('SUBMITTED', 'SUBMITTED', null, true)], 'RETURNED')).toMatchObject([{ group: 'ONWARD' }]);
  });

  it('are there where another body acts, and absent where the role never may', () => {
    const options = [option('RETURNED', 'RETURNED', 'NOT_YOUR_BODY'), option('ADMISSION_DECIDED', 'ADMISSION_DECIDED', 'FORBIDDEN_FOR_ROLE', true)];
    expect(groupSteps(options, 'SUBMITTED').flatMap(({ options: known }) => known.map(({ step }) => step))).toEqual(['RETURNED']);
  });

  it('open at the one that is wanted, else at the one that is awaited, never at one that cannot be recorded', () => {
    expect(firstStep(submitted, 'RETURNED')?.step).toBe('RETURNED');
    expect(firstStep(submitted, undefined)?.step).toBe('ADMISSION_DECIDED');
    expect(firstStep(submitted, 'CEREMONY_HELD')).toBeNull();
    expect(firstStep([option('ADMISSION_DECIDED', 'ADMISSION_DECIDED', 'NOT_YOUR_BODY', true)], undefined)).toBeNull();
  });
});
