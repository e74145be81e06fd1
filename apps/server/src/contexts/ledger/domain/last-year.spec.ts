import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../../kernel/period.ts';
import { samePeriodLastYear, standingOf } from './last-year.ts';

const before = (text: string, asOf: string) => {
  const period = samePeriodLastYear(resolvePeriod(text, asOf));
  return period && { text: period.text, from: period.from, to: period.to };
};

describe('the same period of the year before', () => {
  it.each([
    ['2023', '2024-06-30', { text: '2022', from: '2022-01-01', to: '2022-12-31' }],
    ['2023-Q4', '2024-06-30', { text: '2022-Q4', from: '2022-10-01', to: '2022-12-31' }],
    ['2021-02', '2024-06-30', { text: '2020-02', from: '2020-02-01', to: '2020-02-29' }],
    ['2023-6M', '2024-06-30', { text: '2022-6M', from: '2022-01-01', to: '2022-06-30' }],
  ])('of %s, which is over, is the whole one', (text, asOf, expected) => expect(before(text, asOf)).toEqual(expected));

  it.each([
    ['2024', '2024-06-15', { text: '2023-01-01/2023-06-15', from: '2023-01-01', to: '2023-06-15' }],
    ['2024', '2024-02-29', { text: '2023-01-01/2023-02-28', from: '2023-01-01', to: '2023-02-28' }],
    ['2023-03-01/2023-08-31', '2024-06-30', { text: '2022-03-01/2022-08-31', from: '2022-03-01', to: '2022-08-31' }],
  ])('of %s up to %s is counted to the same day', (text, asOf, expected) => expect(before(text, asOf)).toEqual(expected));

  it('is there for no term, and no range of more than a year', () => {
    expect(samePeriodLastYear(resolvePeriod('term', '2024-06-30', { label: '2020–2025', from: '2020-10-16', to: null }))).toBeNull();
    expect(before('2021-01-01/2022-06-30', '2024-06-30')).toBeNull();
    expect(before('2023-01-01/2024-01-01', '2024-06-30')).toBeNull();
    expect(before('2022-03-01/2023-02-28', '2024-06-30')).not.toBeNull();
    expect(before('2024', '2023-06-30')).toBeNull();
  });
});

describe('a standing', () => {
  const over = resolvePeriod('2023', '2024-06-30');

  it('is told by the two figures', () => {
    expect([standingOf(3, 5, over), standingOf(5, 5, over), standingOf(6, 5, over), standingOf(0, 0, over)]).toEqual(['FEWER', 'SAME', 'MORE', 'NONE']);
  });

  it.each([
    ['2026', '2026-03-30', 'TOO_EARLY'],
    ['2026', '2026-03-31', 'FEWER'],
    ['2028', '2028-03-30', 'TOO_EARLY'],
    ['2028', '2028-03-31', 'FEWER'],
    ['2026-Q2', '2026-04-01', 'TOO_EARLY'],
    ['2026-Q2', '2026-04-23', 'FEWER'],
    ['2025-07-01/2026-06-30', '2026-02-15', 'FEWER'],
    ['2026-02', '2026-03-01', 'FEWER'],
  ])('of %s on %s is %s: before 31 March nobody is called behind in a year, and as early in any other period', (text, asOf, expected) => {
    expect(standingOf(0, 9, resolvePeriod(text, asOf))).toBe(expected);
  });
});
