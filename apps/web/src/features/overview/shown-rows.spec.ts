import { expect, it } from 'vitest';
import { selectShown } from './shown-rows.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it.each([1, 14, 15])('%i rows are all shown', (count) => {
  expect(selectShown(rows(count), { all: false, first: 15 })).toEqual({ rows: rows(count), gap: null });
});

it('of 19 the first fifteen are shown, and all on request', () => {
  expect(selectShown(rows(19), { all: false, first: 15 })).toEqual({ rows: rows(15), gap: null });
  expect(selectShown(rows(19), { all: true, first: 15 })).toEqual({ rows: rows(19), gap: null });
});

it('of 170 the first fifteen and the last five are shown, with how many lie between', () => {
  const shown = selectShown(rows(170), { all: false, first: 15 });
  expect(shown.rows).toEqual([...rows(15), 166, 167, 168, 169, 170]);
  expect(shown.gap).toEqual({ after: 15, count: 150 });
});
