import { describe, expect, it } from 'vitest';
import { dotsOf, dotWorth } from './week-dots.ts';

describe('dots of a column', () => {
  it('stand for one each while they fit, and for a round number each where they do not', () => {
    expect(dotWorth([])).toBe(1);
    expect(dotWorth([0, 20])).toBe(1);
    expect(dotWorth([3, 21])).toBe(2);
    expect(dotWorth([41])).toBe(5);
    expect(dotWorth([101])).toBe(10);
    expect(dotWorth([1240])).toBe(100);
  });

  it('are never none where there is something', () => {
    expect(dotsOf(0, 5)).toBe(0);
    expect(dotsOf(1, 5)).toBe(1);
    expect(dotsOf(11, 5)).toBe(3);
  });
});
