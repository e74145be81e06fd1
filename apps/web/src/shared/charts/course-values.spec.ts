import { expect, it } from 'vitest';
import { firstCounted, readCourse } from './course-values.ts';

const years = (...values: (number | null)[]) => values.map((value, index) => ({ year: String(2019 + index), value }));

it('a course begins with the first year in which any row has a count', () => {
  expect(firstCounted([years(0, 0, 3), years(0, 2, 0)])).toBe(1);
  expect(firstCounted([years(null, 0, 0)])).toBe(3);
  expect(firstCounted([])).toBe(0);
});

it('a course is told by where it began, where it stands and when it was highest first', () => {
  const course = readCourse(years(0, 99, 123, 123, 118), 1);
  expect([course?.first.year, course?.last.year, course?.highest.year]).toEqual(['2020', '2023', '2021']);
});

it('a course leaves out what is not known, and is none where nothing is', () => {
  expect(readCourse(years(7, null, 5, null), 0)).toMatchObject({ first: { value: 7 }, last: { value: 5, year: '2021' } });
  expect(readCourse(years(0, 0), 2)).toBeNull();
  expect(readCourse(years(null), 0)).toBeNull();
});
