import { parsePeriod, writePeriod } from '@banyan/schema/period';
import { describe, expect, it } from 'vitest';
import {
  convertPeriod,
  defaultPeriod,
  formsForRole,
  isPeriodAllowed,
  periodBounds,
  shiftPeriod,
  trendWindow,
} from './period-arithmetic.ts';

function read(text: string) {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is not a period`);
  return period;
}

describe('a step', () => {
  it.each([
    ['2021', 1, '2022'],
    ['2021-12', 1, '2022-01'],
    ['2021-01', -1, '2020-12'],
    ['2021-Q4', 1, '2022-Q1'],
    ['2021-Q1', -1, '2020-Q4'],
    ['2021-6M', -1, '2020-6M'],
    ['2021-01-01/2021-01-10', 1, '2021-01-11/2021-01-20'],
    ['2021-01-11/2021-01-20', -1, '2021-01-01/2021-01-10'],
  ] as const)('from %s by %i leads to %s', (from, step, to) => {
    const next = shiftPeriod(read(from), step);
    expect(next === null ? null : writePeriod(next)).toBe(to);
  });

  it('from a term leads nowhere', () => {
    expect(shiftPeriod({ form: 'TERM' }, 1)).toBeNull();
  });
});

describe('the days of a period', () => {
  it.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2021-Q3', '2021-07-01', '2021-09-30'],
    ['2021-9M', '2021-01-01', '2021-09-30'],
  ])('of %s are %s to %s', (text, from, to) => {
    expect(periodBounds(read(text))).toEqual({ from, to });
  });
});

describe('the window of a trend', () => {
  it('is the whole year around a part of it', () => {
    expect(trendWindow(read('2021-09'), 'BOARD')).toEqual({ period: '2021', by: 'MONTH', before: '2020' });
  });

  it('goes by quarters for an observer', () => {
    expect(trendWindow(read('2021'), 'OBSERVER').by).toBe('QUARTER');
  });

  it('takes longer steps the longer a range is', () => {
    expect(trendWindow(read('2021-01-01/2022-06-30'), 'BOARD').by).toBe('MONTH');
    expect(trendWindow(read('2016-01-01/2018-10-19'), 'BOARD').by).toBe('QUARTER');
    expect(trendWindow(read('2000-01-01/2018-10-19'), 'BOARD').by).toBe('YEAR');
  });
});

describe('an observer', () => {
  it('sees whole past years and quarters only', () => {
    expect(formsForRole('OBSERVER')).toEqual(['YEAR', 'QUARTER']);
    expect(isPeriodAllowed(read('2023'), 'OBSERVER', '2024-06-30')).toBe(true);
    expect(isPeriodAllowed(read('2024-Q2'), 'OBSERVER', '2024-06-30')).toBe(true);
    expect(isPeriodAllowed(read('2024'), 'OBSERVER', '2024-06-30')).toBe(false);
    expect(isPeriodAllowed(read('2023-06'), 'OBSERVER', '2024-06-30')).toBe(false);
  });

  it('starts with the last whole year', () => {
    expect(defaultPeriod('2024-06-30', 'OBSERVER')).toEqual({ form: 'YEAR', year: 2023 });
    expect(defaultPeriod('2023-12-31', 'OBSERVER')).toEqual({ form: 'YEAR', year: 2023 });
    expect(defaultPeriod('2024-06-30', 'BOARD')).toEqual({ form: 'YEAR', year: 2024 });
  });
});

describe('another form', () => {
  it('lies where the period lay', () => {
    expect(convertPeriod(read('2021-Q3'), 'MONTH', '2026-11-22')).toEqual({ form: 'MONTH', year: 2021, month: 9 });
    expect(convertPeriod(read('2021-02'), 'YEAR', '2026-11-22')).toEqual({ form: 'YEAR', year: 2021 });
  });

  it('does not lie after today', () => {
    expect(convertPeriod(read('2024'), 'MONTH', '2024-06-30')).toEqual({ form: 'MONTH', year: 2024, month: 6 });
  });
});
