import { describe, expect, it, test } from 'vitest';
import { percentOf } from '../../../kernel/half-up.ts';
import { elapsedPart, monthsFrom, progressOf, type Course } from './progress.ts';
import type { TargetTerms } from './target.ts';

const over: Course = { from: '2021-01-01', to: '2021-12-31', endsOn: '2021-12-31', complete: true };
const until = (to: string, from = '2026-01-01', endsOn = '2026-12-31'): Course => ({ from, to, endsOn, complete: to >= endsOn });
const exactly = (low: number): TargetTerms => ({ kind: 'EXACT', low, high: low, base: null, baseNumber: null });
const between = (low: number, high: number): TargetTerms => ({ kind: 'RANGE', low, high, base: null, baseNumber: null });
const rate = (low: number, high: number | null = null): TargetTerms => ({ kind: high === null ? 'RATE' : 'RATE_RANGE', low, high, base: 'FIXED_NUMBER', baseNumber: null });
const reduceTo = (low: number): TargetTerms => ({ kind: 'REDUCE_TO', low, high: null, base: null, baseNumber: null });
const result = (actual: number, base: number | null = null, start: number | null = null) => ({ actual, base, start });

describe('per cent and status', () => {
  it('TV-T-A, TV-S3-B: 6,311 of 6,300 is 100.2 %, exceeded by 11', () => {
    expect(progressOf(exactly(6300), result(6311), over)).toMatchObject({ percentOfLow: 100.2, percentOfHigh: 100.2, attainment: 'EXCEEDED', remainingLow: 0 });
  });

  it('TV-T-B, TV-S5-C: 8 of 4 is 200.0 %', () => {
    expect(progressOf(exactly(4), result(8), over)).toMatchObject({ percentOfLow: 200, attainment: 'EXCEEDED', standing: 'EXCEEDED' });
  });

  it('TV-S5-C: 8 at 200.0 % mean a target of 4 and no other', () => {
    expect(Array.from({ length: 50 }, (_, index) => index + 1).filter((low) => progressOf(exactly(low), result(8), over).percentOfLow === 200)).toEqual([4]);
  });

  it('TV-T-C, TV-S2-B: 11,124 of 18,000 to 18,500 is 61.8 % of low and 60.1 % of high, 6,876 to 7,376 remain', () => {
    expect(progressOf(between(18_000, 18_500), result(11_124), over)).toMatchObject({ percentOfLow: 61.8, percentOfHigh: 60.1, remainingLow: 6876, remainingHigh: 7376, attainment: 'NOT_MET' });
  });

  it.each([[17_999, 'NOT_MET'], [18_000, 'MET'], [18_500, 'MET'], [18_501, 'EXCEEDED']] as const)('TV-S2-B: %d within 18,000 to 18,500 is %s', (actual, attainment) => {
    expect(progressOf(between(18_000, 18_500), result(actual), over).attainment).toBe(attainment);
  });

  it('TV-T-E: of 0 there is no per cent, and 0 of 5 is 0.0 %', () => {
    expect(progressOf(exactly(0), result(0), over)).toMatchObject({ percentOfLow: null, attainment: 'NO_TARGET' });
    expect(progressOf(exactly(0), result(3), over)).toMatchObject({ percentOfLow: null, attainment: 'NO_TARGET' });
    expect(progressOf(exactly(5), result(0), over)).toMatchObject({ percentOfLow: 0, attainment: 'NOT_MET', remainingLow: 5 });
  });

  it('TV-S2-D: 34 of 30 is met by the whole and missed by two of three units', () => {
    expect(progressOf(exactly(30), result(34), over).percentOfLow).toBe(113.3);
    expect([[10, 20], [10, 9], [10, 5]].map(([low = 0, actual = 0]) => progressOf(exactly(low), result(actual), over).attainment)).toEqual(['EXCEEDED', 'NOT_MET', 'NOT_MET']);
  });

  it('TV-T-H: 1,702 of 1,718 is 99.1 %', () => {
    expect(progressOf(exactly(1718), result(1702), over).percentOfLow).toBe(99.1);
  });

  it('a least number is met and never exceeded', () => {
    const least: TargetTerms = { ...exactly(10), kind: 'MINIMUM', high: null };
    expect([9, 10, 99].map((actual) => progressOf(least, result(actual), over).attainment)).toEqual(['NOT_MET', 'MET', 'MET']);
  });
});

describe('rates', () => {
  it('TV-S3-C: 3 to 4 % of 52,439 is 1,573.17 to 2,097.56, and 1,678 lie within', () => {
    const found = progressOf(rate(3, 4), result(1678, 52_439), over);
    expect(found).toMatchObject({ attainment: 'MET', percentOfLow: 106.7, percentOfHigh: 80 });
    expect([found.low, found.high]).toEqual([1573.17, 2097.56]);
    expect(progressOf(rate(3, 4), result(1573, 52_439), over)).toMatchObject({ attainment: 'NOT_MET', remainingLow: 1, remainingHigh: 525 });
  });

  it.each([[3, 4.01], [3.5, 3.44], [4, 3.01], [5, 2.41]])('TV-S3-C: 6,311 in %d years are %d %% of 52,439 a year', (years, percent) => {
    // Of one per cent a year for so many years it is a hundred times as many per cent.
    const found = progressOf(rate(years), result(6_311, 52_439), over).percentOfLow ?? 0;
    expect(Math.round(found) / 100).toBe(percent);
  });

  it('TV-S3-C: a term target of 6,300 in five years is 2.4 % a year, below the guideline that it was reached under', () => {
    expect(percentOf(6_300 / 5, 52_439)).toBe(2.4);
    expect(progressOf(rate(2.4), result(1_260, 52_439), over).attainment).toBe('MET');
    expect(progressOf(rate(3, 4), result(1_260, 52_439), over)).toMatchObject({ attainment: 'NOT_MET', percentOfLow: 80.1, remainingLow: 314 });
    expect(progressOf(exactly(6_300), result(6_311), over).attainment).toBe('EXCEEDED');
  });

  it('TV-S5-C: 8 are 6.4 % of 125 at the end and 6.8 % of 117 at the beginning', () => {
    expect([percentOf(8, 125), percentOf(8, 117)]).toEqual([6.4, 6.8]);
    expect(progressOf(rate(6.4), result(8, 125), over)).toMatchObject({ attainment: 'MET', percentOfLow: 100 });
    expect([6.83, 6.84].map((low) => progressOf(rate(low), result(8, 117), over).attainment)).toEqual(['MET', 'NOT_MET']);
  });

  it('compares whole numbers: 12 of 400 are exactly 3 %', () => {
    expect(progressOf(rate(3), result(12, 400), over)).toMatchObject({ attainment: 'MET', percentOfLow: 100, remainingLow: 0 });
    expect(progressOf(rate(2.35), result(47, 2000), over)).toMatchObject({ attainment: 'MET', percentOfLow: 100 });
  });

  it('have no per cent of nobody', () => {
    expect(progressOf(rate(3), result(0, 0), over)).toMatchObject({ attainment: 'NO_TARGET', percentOfLow: null, expectedLow: null });
  });
});

describe('linear pace', () => {
  it.each([
    ['2018-12-31', 10_800, 11_100],
    ['2018-10-31', 10_200, 10_483.33],
  ])('TV-S2-B: by %s of 2016 to 2020 it asks for %d to %d', (to, low, high) => {
    const found = progressOf(between(18_000, 18_500), result(11_124), until(to, '2016-01-01', '2020-12-31'));
    expect(found.expectedLow).toBeCloseTo(low, 2);
    expect(found.expectedHigh).toBeCloseTo(high, 2);
    expect(found).toMatchObject({ pace: 'AHEAD', shortOfPace: 0 });
  });

  test.each([
    ['2026-06-30', 50, 'ON_PACE', 0],
    ['2026-06-30', 45, 'ON_PACE', 0],
    ['2026-06-30', 44, 'BEHIND', 6],
    ['2026-06-30', 51, 'AHEAD', 0],
    ['2026-03-30', 0, 'NOT_ASSESSED', 0],
    ['2026-03-31', 0, 'BEHIND', 25],
  ] as const)('on %s, %d of 100 are %s and %d short of it', (to, actual, pace, shortOfPace) => {
    expect(progressOf(exactly(100), result(actual), until(to))).toMatchObject({ pace, shortOfPace, standing: pace });
  });

  test.each([
    ['a term', '2026-01-01', '2030-12-31', '2026-03-30', '2026-03-31'],
    ['a term that begins with its congress', '2025-10-16', '2030-10-15', '2026-01-12', '2026-01-13'],
    ['a leap year', '2028-01-01', '2028-12-31', '2028-03-30', '2028-03-31'],
    ['a half year', '2026-07-01', '2026-12-31', '2026-08-14', '2026-08-15'],
    ['a quarter', '2026-01-01', '2026-03-31', '2026-01-22', '2026-01-23'],
  ])('of %s is assessed once a quarter is over, of what is longer than a year a quarter of the first: until %s to %s it is too early on %s', (_what, from, endsOn, early, late) => {
    expect([early, late].map((to) => progressOf(exactly(2_000), result(0), until(to, from, endsOn)).pace)).toEqual(['NOT_ASSESSED', 'BEHIND']);
  });

  it('calls nobody behind of whom fewer than five are expected, and nobody once the period is over', () => {
    expect(progressOf(exactly(9), result(0), until('2026-06-30')).pace).toBe('NOT_ASSESSED');
    expect(progressOf(exactly(10), result(0), until('2026-06-30')).pace).toBe('BEHIND');
    expect(progressOf(exactly(10), result(0), until('2026-12-31'))).toMatchObject({ pace: 'NOT_ASSESSED', standing: 'NOT_MET' });
  });

  it('keeps to its tolerance', () => {
    const found = (tolerance: number) => progressOf(exactly(100), result(45), until('2026-06-30'), tolerance).pace;
    expect([found(0), found(9), found(10)]).toEqual(['BEHIND', 'BEHIND', 'ON_PACE']);
  });

  it('says met of what is met before the end', () => {
    expect(progressOf(exactly(10), result(10), until('2026-06-30')).standing).toBe('MET');
  });

  it('counts whole months, and of a cut month its days', () => {
    expect(monthsFrom('2016-01-01', '2018-10-31')).toBe(34);
    expect(monthsFrom('2020-10-16', '2021-10-15')).toBe(12);
    expect(monthsFrom('2026-01-01', '2026-02-14')).toBe(1.5);
    expect(elapsedPart({ from: '2026-01-01', to: '2026-05-01', endsOn: null, complete: false })).toBeNull();
  });
});

describe('a number to come down to', () => {
  it('is reached from above', () => {
    expect([6, 5, 4].map((actual) => progressOf(reduceTo(5), result(actual, null, 10), over).attainment)).toEqual(['NOT_MET', 'MET', 'EXCEEDED']);
    expect(progressOf(reduceTo(0), result(3, null, 10), over)).toMatchObject({ attainment: 'NOT_MET', remainingLow: 3, percentOfLow: null });
  });

  it('has a pace that falls from the start', () => {
    expect(progressOf(reduceTo(0), result(5, null, 10), until('2026-06-30'))).toMatchObject({ expectedLow: 5, pace: 'ON_PACE' });
    expect(progressOf(reduceTo(0), result(7, null, 10), until('2026-06-30'))).toMatchObject({ pace: 'BEHIND', shortOfPace: 2 });
    expect(progressOf(reduceTo(0), result(4, null, 10), until('2026-06-30')).pace).toBe('AHEAD');
  });
});
