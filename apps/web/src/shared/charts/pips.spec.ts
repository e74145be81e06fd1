import { describe, expect, it } from 'vitest';
import { layOutPips, mostPips, pipSize } from './pip-geometry.ts';

const counts = Array.from({ length: mostPips + 4 }, (_, count) => count);
const pairs = counts.flatMap((value) => counts.map((of) => ({ value, of, ...layOutPips(value, of) })));

describe('small counts', () => {
  it('are as many filled squares, before all empty ones', () => {
    for (const { value, pips } of pairs) {
      expect(pips.filter(({ filled }) => filled)).toHaveLength(value);
      expect(pips.slice(0, value).every(({ filled }) => filled)).toBe(true);
    }
  });

  it('have as many squares before the line as they are held against, and none on it', () => {
    for (const { of, value, pips, line } of pairs) {
      expect(pips.filter(({ x }) => x < (line ?? 0))).toHaveLength(of);
      expect(pips).toHaveLength(Math.max(value, of));
      for (const { x } of pips) expect(x > (line ?? 0) || x + pipSize.side < (line ?? 0)).toBe(true);
    }
  });

  it('have squares of one size at one distance, inside the picture', () => {
    for (const { pips, width } of pairs) {
      pips.forEach(({ x }, index) => expect(x - (pips[index - 1]?.x ?? -pipSize.side)).toBe(pipSize.side + pipSize.gap));
      for (const { x } of pips) expect(x + pipSize.side).toBeLessThanOrEqual(width);
    }
  });

  it('have no line and nothing empty where there is nothing to be held against', () => {
    for (const count of counts) {
      const { pips, line } = layOutPips(count, null);
      expect(line).toBeNull();
      expect(pips.every(({ filled }) => filled)).toBe(true);
    }
  });
});
