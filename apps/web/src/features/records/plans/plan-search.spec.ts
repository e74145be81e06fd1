import { expect, test } from 'vitest';
import { periodName, periodsOf, planYear, readPlanSearch } from './plan-search.ts';

test('a year has twelve months and four quarters, each quarter after its last month', () => {
  const periods = periodsOf(2026);
  expect(periods).toHaveLength(16);
  expect(periods.slice(0, 5)).toEqual(['2026-01', '2026-02', '2026-03', '2026-Q1', '2026-04']);
});

test('a period is told in words', () => {
  const says = { month: (month: number) => `Tháng ${month}`, quarter: (quarter: string) => `Quý ${quarter}` };
  expect(['2026-03', '2026-Q3', '2026-12'].map((period) => periodName(period, says))).toEqual(['Tháng 3', 'Quý III', 'Tháng 12']);
});

test('the year of the address is shown, else the present one', () => {
  expect([readPlanSearch({ nam: 2024 }).nam, '2025', 'abc', undefined].map((text) => planYear(text, '2026-11-26'))).toEqual([2024, 2025, 2026, 2026]);
});
