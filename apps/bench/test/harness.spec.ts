import { expect, it } from 'vitest';
import { linesOf } from '../src/question.ts';
import { holds, median } from '../src/statistics.ts';

it('takes the middle of a run', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

it('fails a gate that could not be measured', () => {
  expect(holds({ name: 'ratio', measured: Number.NaN, at: 'LEAST', limit: 0.6 })).toBe(false);
  expect(holds({ name: 'ratio', measured: 0.6, at: 'LEAST', limit: 0.6 })).toBe(true);
  expect(holds({ name: 'ratio', measured: 1.51, at: 'MOST', limit: 1.5 })).toBe(false);
});

const figures = Object.fromEntries(
  ['members', 'probationaryMembers', 'officialMembers', 'admitted', 'recognised', 'transferredIn', 'transferredOut', 'removed', 'expelled', 'left', 'deceased', 'cells'].map((name, index) => [name, index]),
);

it('reads the same lines from each form of an answer', () => {
  const nested = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { value }]));
  const flat = { data: { rollupByCode: { code: 'a', name: 'A', ...figures, childUnits: { nodes: [{ code: 'b', name: 'B', ...figures }] } } } };
  const deep = { data: { unit: { code: 'a', name: 'A', rollup: nested, children: { nodes: [{ code: 'b', name: 'B', rollup: nested }] } } } };
  expect(linesOf(JSON.stringify(deep))).toEqual(linesOf(JSON.stringify(flat)));
});

it('refuses an answer with an error or without a figure', () => {
  expect(() => linesOf('{"errors":[{"message":"no"}]}')).toThrow(/error/);
  expect(() => linesOf('{"data":{"unit":{"code":"a","name":"A"}}}')).toThrow(/members/);
});
