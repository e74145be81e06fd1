import { describe, expect, it } from 'vitest';
import { admissionTabs, filterOf, orderOf, readAdmissionTab } from './admission-tabs.ts';
import { readAdmissionsSearch } from './admissions-search.ts';

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
