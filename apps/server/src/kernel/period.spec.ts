import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayInVietNam, endOf, startOf } from './day.ts';
import { resolvePeriod } from './period.ts';

describe('days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2025-01-01', -1, '2024-12-31'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  test.each([
    ['2023-05-19', 12, '2024-05-19'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ['MONTH', '2024-02-01', '2024-02-29'],
    ['QUARTER', '2024-01-01', '2024-03-31'],
    ['YEAR', '2024-01-01', '2024-12-31'],
  ] as const)('the %s around 17 February 2024', (type, first, last) => {
    expect([startOf(type, '2024-02-17'), endOf(type, '2024-02-17')]).toEqual([first, last]);
  });

  test('change at midnight in Viet Nam', () => {
    expect(dayInVietNam(new Date('2026-11-21T16:59:59Z'))).toBe('2026-11-21');
    expect(dayInVietNam(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22');
  });
});

describe('a period is bound to days, cut at the day up to which facts count', () => {
  test.each([
    ['2021', '2021-01-01', '2021-12-31', true],
    ['2021-09', '2021-09-01', '2021-09-30', true],
    ['2021-Q3', '2021-07-01', '2021-09-30', true],
    ['2021-6M', '2021-01-01', '2021-06-30', true],
    ['2021-9M', '2021-01-01', '2021-09-30', true],
    ['2016-01-01/2018-10-19', '2016-01-01', '2018-10-19', true],
    ['2022', '2022-01-01', '2022-03-15', false],
    ['2022-Q1', '2022-01-01', '2022-03-15', false],
  ])('%s is %s to %s', (text, from, to, complete) => {
    expect(resolvePeriod(text, '2022-03-15')).toMatchObject({ from, to, complete });
  });

  test('a term runs to the day where it has no end, and must exist', () => {
    expect(resolvePeriod('term', '2024-06-30', { label: '2020–2025', from: '2020-10-16', to: null })).toMatchObject({ from: '2020-10-16', to: '2024-06-30', complete: false, termLabel: '2020–2025' });
    expect(() => resolvePeriod('term', '2024-06-30')).toThrow('BAD_USER_INPUT');
  });

  test.each(['', '21', '2021-13', '2021-00', '2021-Q5', '2021-3M', '2021-02-30/2021-03-01', '2021-03-01/2021-02-01', '2021-03-01', "2021'; --", '２０２１'])('%j is none', (text) => {
    expect(() => resolvePeriod(text, '2024-06-30')).toThrow('BAD_USER_INPUT');
  });
});
