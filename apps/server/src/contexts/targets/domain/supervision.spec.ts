import { describe, expect, test } from 'vitest';
import { areSame, canEndOn, compareDoing, readTerms, whyFixed, type Doing, type SupervisionTerms } from './supervision.ts';

const terms: SupervisionTerms = { kind: 'IN_CHARGE', post: 'Ủy viên', from: '2025-10-25', until: null, documentId: null, documentNumber: '41-QĐ/TU', documentIssuedOn: '2025-10-20' };

describe('a last day', () => {
  test('lies ahead, within what was decided', () => {
    const decided = { from: '2026-01-01', until: '2026-12-31' };
    expect(['2026-05-09', '2026-05-10', '2026-12-30', '2026-12-31'].map((day) => canEndOn(decided, day, '2026-05-10'))).toEqual([false, true, true, false]);
    expect(canEndOn({ ...decided, until: null }, '2030-01-01', '2026-05-10')).toBe(true);
    expect(canEndOn({ ...decided, from: '2026-06-01' }, '2026-05-20', '2026-05-10')).toBe(false);
  });
});

describe('the terms of an assignment', () => {
  test('are kept with tidy texts, and may begin before the document or after today', () => {
    expect(readTerms({ ...terms, post: '  Ủy  viên ', from: '2027-01-01' }, '2026-01-01')).toEqual({ ...terms, from: '2027-01-01' });
    expect(readTerms({ ...terms, from: '2020-01-01' }, '2026-01-01')).toMatchObject({ from: '2020-01-01' });
  });

  test.each([
    [{ post: ' ' }, { code: 'FACT_MISSING', field: 'post' }],
    [{ documentNumber: '4\u202E1' }, { code: 'TEXT_NOT_POSSIBLE', field: 'documentNumber' }],
    [{ documentIssuedOn: '2026-01-02' }, { code: 'DATE_IN_FUTURE', field: 'documentIssuedOn' }],
    [{ documentIssuedOn: '1930-02-02' }, { code: 'DATE_NOT_POSSIBLE', field: 'documentIssuedOn' }],
    [{ from: '1930-02-02' }, { code: 'DATE_NOT_POSSIBLE', field: 'from' }],
    [{ until: '2025-10-24' }, { code: 'DATES_NOT_IN_ORDER', field: 'until' }],
  ])('are refused: %j', (wrong, refusal) => {
    expect(readTerms({ ...terms, ...wrong }, '2026-01-01')).toEqual(refusal);
  });

  test('are the same where every one of them is', () => {
    expect(areSame(terms, { ...terms })).toBe(true);
    for (const other of [{ kind: 'FOLLOW_UP' }, { post: 'x' }, { from: '2025-10-26' }, { until: '2030-01-01' }, { documentNumber: 'x' }, { documentIssuedOn: '2025-10-19' }] as const) expect(areSame(terms, { ...terms, ...other }), JSON.stringify(other)).toBe(false);
  });
});

test('an assignment is fixed to whom it is about, to whom it was made above, and once it is over', () => {
  const free = { state: 'IN_FORCE', isOwn: false, isOfBody: true } as const;
  expect(whyFixed(free)).toBeNull();
  expect(whyFixed({ ...free, state: 'TO_COME' })).toBeNull();
  expect(whyFixed({ ...free, isOwn: true, state: 'ENDED' })).toBe('YOURSELF');
  expect(whyFixed({ ...free, isOfBody: false, state: 'ENDED' })).toBe('NOT_YOUR_BODY');
  expect(whyFixed({ ...free, state: 'ENDED' })).toBe('ALREADY_ENDED');
});

test('the unit farthest behind comes first, one without a target that needs care before those on pace, what is met last', () => {
  const doing = (standing: NonNullable<Doing['target']>['standing'] | null, more: Partial<Doing> = {}, short = 0): Doing => ({ admitted: 3, sources: 2, overdue: 0, ...more, target: standing && { standing, shortOfPace: short, remainingLow: short } });
  const inOrder = [
    doing('BEHIND', {}, 5), doing('BEHIND', {}, 2), doing(null, { sources: 0 }), doing('NOT_ASSESSED', { overdue: 4 }), doing(null, { overdue: 1 }), doing('ON_PACE', { overdue: 9 }), doing('ON_PACE'), doing('MET'), doing('EXCEEDED'), doing(null, { admitted: 0 }), doing(null),
  ];
  expect(inOrder.toReversed().toSorted(compareDoing)).toEqual(inOrder);
});
