import { expect, test } from 'vitest';
import { monthGrid, weekdayOf } from './year-months.ts';

test('a month stands in weeks that begin on Monday', () => {
  const grid = monthGrid(2026, 2);
  expect(grid.at(0)).toEqual([null, null, null, null, null, null, '2026-02-01']);
  expect(grid.at(-1)).toEqual(['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', null]);
});

test('every day of a year stands once, under its own weekday', () => {
  const days = Array.from({ length: 12 }, (_, index) => monthGrid(2028, index + 1)).flatMap((grid) => grid.flatMap((row) => row.map((day, column) => ({ day, column }))));
  const real = days.flatMap(({ day, column }) => (day === null ? [] : [{ day, column }]));
  expect(real).toHaveLength(366);
  for (const { day, column } of real) expect((weekdayOf(day) + 6) % 7, day).toBe(column);
});
