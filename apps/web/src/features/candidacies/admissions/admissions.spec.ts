import { describe, expect, it } from 'vitest';
import { admissionTabs, filterOf, orderOf, readAdmissionTab } from './admission-tabs.ts';
import { readAdmissionsSearch } from './admissions-search.ts';
import { choosable, toggled } from './chosen.ts';

const step = (step: 'RECOGNISED' | 'REMOVAL_PROPOSED', isAwaited: boolean, viewerCan: boolean) => ({ step, isAwaited, viewerCan });
const row = (steps: ReturnType<typeof step>[]) => ({ id: 'a', version: 7, probationEndsOn: '2026-11-01', person: { fullName: 'Lê An' }, unit: { name: 'Chi bộ 1', parent: null }, steps });

describe('the parts of admission and probation', () => {
  it('are the first where the address names none or an unknown one', () => {
    expect(admissionTabs.map(readAdmissionTab)).toEqual([...admissionTabs]);
    expect(readAdmissionTab('gi-do')).toBe('cho-le');
    expect(readAdmissionsSearch({ xem: 'du-bi', 'ho-so': 'x', la: '1' })).toEqual({ xem: 'du-bi', 'ho-so': 'x', unknownKeys: ['la'] });
  });

  it('list probation twelve weeks ahead, what is late of both stages, and the recognised by name', () => {
    expect(filterOf('du-bi', '2026-11-26').dueUntil).toBe('2027-02-18');
    expect(filterOf('qua-han', '2026-11-26')).toEqual({ stages: ['CEREMONY', 'PROBATION'], isOverdue: true });
    expect(orderOf('cong-nhan')).toBe('GIVEN_NAME');
    expect(orderOf('qua-han')).toBe('DEADLINE');
  });
});

describe('who can be put under a decision', () => {
  it('is whom the server says the viewer may recognise now', () => {
    expect(choosable(row([step('RECOGNISED', true, true)]))).toEqual({ id: 'a', version: 7, name: 'Lê An', unit: 'Chi bộ 1', officialOn: '2026-11-01' });
    expect(choosable(row([step('RECOGNISED', true, false)]))).toBeNull();
    expect(choosable(row([step('REMOVAL_PROPOSED', true, true), step('RECOGNISED', false, true)]))).toBeNull();
  });

  it('is put on the list and taken off it again', () => {
    const one = choosable(row([step('RECOGNISED', true, true)]));
    if (one === null) throw new Error('Nobody to choose');
    expect(toggled([], one)).toEqual([one]);
    expect(toggled([one], { ...one, version: 8 })).toEqual([]);
  });
});
