import type { Step, StepFact } from '@banyan/schema/lifecycle';
import { describe, expect, it } from 'vitest';
import { choosable, fits, toggled, type Chosen } from './chosen.ts';

const step = (step: Step, isAwaited: boolean, viewerCan: boolean, facts: StepFact[] = []) => ({ step, isAwaited, viewerCan, facts });
const row = (...steps: ReturnType<typeof step>[]) =>
  ({ id: 'a', version: 7, state: 'RECOGNITION_SUBMITTED', probationEndsOn: '2026-11-01', person: { fullName: 'Lê An' }, unit: { name: 'Chi bộ 1', parent: null }, steps }) as const;

function chosen(...steps: ReturnType<typeof step>[]): Chosen {
  const one = choosable(row(...steps));
  if (one === null) throw new Error('Nobody to choose');
  return one;
}

describe('who can be put under one document', () => {
  it('is of whom the server says that the viewer may record what is awaited, where it needs nothing but a number', () => {
    const one = { id: 'a', version: 7, state: 'RECOGNITION_SUBMITTED', name: 'Lê An', unit: 'Chi bộ 1' };
    expect(choosable(row(step('RECOGNISED', true, true, ['DOCUMENT_NUMBER'])))).toEqual({ ...one, step: 'RECOGNISED', needsNumber: true, officialOn: '2026-11-01' });
    expect(choosable(row(step('ENROLLED', true, true)))).toEqual({ ...one, step: 'ENROLLED', needsNumber: false, officialOn: null });
    expect(choosable(row(step('ENROLLED', true, false)))).toBeNull();
    expect(choosable(row(step('CERTIFIED', true, true, ['CERTIFICATE_NUMBER'])))).toBeNull();
    expect(choosable(row(step('REMOVAL_PROPOSED', true, true, ['VOTE', 'REASON']), step('RECOGNISED', false, true, ['DOCUMENT_NUMBER'])))).toBeNull();
  });

  it('is put on the list and taken off it again, beside others of whom the same is awaited', () => {
    const one = chosen(step('ENROLLED', true, true));
    expect(toggled([], one)).toEqual([one]);
    expect(toggled([one], { ...one, version: 8 })).toEqual([]);
    expect(fits([], one)).toBe(true);
    expect(fits([one], one)).toBe(true);
    expect(fits([one], chosen(step('LISTED', true, true)))).toBe(false);
  });
});
