import { describe, expect, it } from 'vitest';
import { layOutIcicle, shareHeight, stepInIcicle } from './icicle-geometry.ts';
import { stepEnds, stepOfValue } from './luminance-steps.ts';

describe('heights', () => {
  it('are shared out by value', () => {
    expect(shareHeight([30, 10], 400, 4)).toEqual([300, 100]);
  });

  it('are never lower than the least, and fill the whole', () => {
    const heights = shareHeight([1000, 1, 0, 9], 100, 5);
    expect(Math.min(...heights)).toBe(5);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeCloseTo(100);
  });

  it('are alike where nothing has a value, or where there is no room for the least', () => {
    expect(shareHeight([0, 0], 10, 2)).toEqual([5, 5]);
    expect(shareHeight([90, 10, 0, 0], 8, 5)).toEqual([2, 2, 2, 2]);
    expect(shareHeight([], 8, 5)).toEqual([]);
  });
});

it('parts stand beside the part that they belong to', () => {
  const cells = layOutIcicle(
    [
      { key: 'a', value: 60, parts: [{ key: 'a1', value: 45, parts: [] }, { key: 'a2', value: 15, parts: [] }] },
      { key: 'b', value: 20, parts: [] },
    ],
    { height: 80, least: 2 },
  );
  expect(cells).toEqual([
    { key: 'a', above: null, column: 0, top: 0, height: 60 },
    { key: 'a1', above: 'a', column: 1, top: 0, height: 45 },
    { key: 'a2', above: 'a', column: 1, top: 45, height: 15 },
    { key: 'b', above: null, column: 0, top: 60, height: 20 },
  ]);
});

describe('steps of luminance', () => {
  it('have one round width', () => {
    expect(stepEnds([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([2, 4, 6, 8]);
    expect(stepEnds([0.4, 0.5])).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(stepEnds([])).toHaveLength(4);
  });

  it('are not spoilt by a value far above the others', () => {
    expect(stepEnds([...Array.from({ length: 20 }, (_, index) => index / 4), 66])).toEqual([1, 2, 3, 4]);
  });

  it('hold each value once', () => {
    const ends = [1, 2, 3, 4] as const;
    expect([0, 1, 2.9, 3, 66].map((value) => stepOfValue(value, ends))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a key in the picture', () => {
  const part = (key: string, ...parts: string[]) => ({ key, value: 10, parts: parts.map((inner) => ({ key: inner, value: 5, parts: [] })) });
  const cells = layOutIcicle([part('a', 'a1', 'a2'), part('b'), part('c', 'c1')], { height: 90, least: 2 });

  it.each([
    ['a', 'ArrowDown', 'b'],
    ['b', 'ArrowUp', 'a'],
    ['a2', 'ArrowDown', 'c1'],
    ['a', 'ArrowRight', 'a1'],
    ['a2', 'ArrowLeft', 'a'],
    ['b', 'Home', 'a'],
    ['a1', 'End', 'c1'],
  ])('at %s: %s goes to %s', (from, key, to) => {
    expect(stepInIcicle(cells, from, key)).toBe(to);
  });

  it('stays where there is nothing further', () => {
    expect(['ArrowUp', 'ArrowLeft', 'x'].map((key) => stepInIcicle(cells, 'a', key))).toEqual(['a', 'a', null]);
    expect(['ArrowRight', 'ArrowDown'].map((key) => stepInIcicle(cells, 'b', key))).toEqual(['b', 'c']);
  });
});
