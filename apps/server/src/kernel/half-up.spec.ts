import { describe, expect, test } from 'vitest';
import { percentOf, ratioOf } from './half-up.ts';

describe('percentages are half-up to one decimal', () => {
  test.each([
    [14, 90, 15.6],
    [69, 90, 76.7],
    [7, 90, 7.8],
    [6311, 6300, 100.2],
    [897, 52_439, 1.7],
    [8, 4, 200],
    [0, 5, 0],
    [1, 2000, 0.1],
    [-1, 3, -33.3],
  ])('%i of %i is %f', (part, base, expected) => {
    expect(percentOf(part, base)).toBe(expected);
  });

  test('a base of 0 has no percentage', () => {
    expect(percentOf(3, 0)).toBeNull();
  });

  test('the mean of 11,124 over three years is exactly 3,708', () => {
    expect(ratioOf(11_124, 3)).toBe(3708);
  });
});
