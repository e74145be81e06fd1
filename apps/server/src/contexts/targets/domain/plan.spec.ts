import { expect, test } from 'vitest';
import { dueOnOf, isPlanYear } from './plan.ts';

test('an item is due on the last day of its month or quarter', () => {
  expect(['2024-02', '2025-02', '2025-12', '2025-Q1', '2025-Q4'].map((period) => dueOnOf(period, Number(period.slice(0, 4))))).toEqual(['2024-02-29', '2025-02-28', '2025-12-31', '2025-03-31', '2025-12-31']);
});

test('an item has no other period, and none of another year', () => {
  expect(['2025', '2025-6M', 'term', '2025-01-01/2025-02-01', '2026-02', '2024-Q4', ''].map((period) => dueOnOf(period, 2025))).toEqual([null, null, null, null, null, null, null]);
});

test('plans are made for years from 2000 to five years ahead', () => {
  expect([1999, 2000, 2031, 2032].map((year) => isPlanYear(year, '2026-11-26'))).toEqual([false, true, true, false]);
});
