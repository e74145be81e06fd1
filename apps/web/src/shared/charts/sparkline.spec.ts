import { describe, expect, it } from 'vitest';
import { layOutSparkline, sparkSize } from './spark-geometry.ts';

const { width, height, margin } = sparkSize;
const pointsOf = (path: string) => [...path.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

/** Series of every length with values up to a thousand, some of them not known. */
const series = Array.from({ length: 60 }, (_, seed) =>
  Array.from({ length: 1 + (seed % 12) }, (_point, index) => {
    const number = (seed * 7919 + index * 104_729) % 1009;
    return number % 6 === 0 ? null : number;
  }),
);

describe('a sparkline', () => {
  it('keeps one scale: a value has the same height in every row', () => {
    const heights = new Map<number, number>();
    for (const values of series) {
      const { path, alone } = layOutSparkline(values, 1009);
      const drawn = [...pointsOf(path), ...alone].toSorted((one, other) => one.x - other.x);
      const places = [...new Map(drawn.map((point) => [point.x.toFixed(2), point])).values()];
      const known = values.filter((value) => value !== null);
      expect(places).toHaveLength(known.length);
      known.forEach((value, index) => {
        const y = places[index]?.y ?? Number.NaN;
        expect(y).toBeCloseTo(heights.get(value) ?? y, 2);
        expect((height - margin - y) / (height - margin * 2)).toBeCloseTo(value / 1009, 3);
        heights.set(value, y);
      });
    }
  });

  it('stays inside its box, dots and extremes too', () => {
    for (const values of [...series, [0, 1009], [1009, 0, 2000], [0, 0], [5]]) {
      const { path, alone, last, zero } = layOutSparkline(values, 1009);
      for (const { x, y } of [...pointsOf(path), ...alone, ...(last === null ? [] : [last])]) {
        expect(x).toBeGreaterThanOrEqual(margin);
        expect(x).toBeLessThanOrEqual(width - margin);
        expect(y).toBeGreaterThanOrEqual(margin);
        expect(y).toBeLessThanOrEqual(zero);
      }
    }
  });

  it('is interrupted where a value is not known, and shows one that stands alone', () => {
    expect(layOutSparkline([1, 2, null, 3, 4], 4).path.match(/M/g)).toHaveLength(2);
    expect(layOutSparkline([1, 2, null, 3], 4).alone).toHaveLength(1);
    expect(layOutSparkline([null, null], 4)).toMatchObject({ path: '', alone: [], last: null });
  });

  it('ends at the last value that is known', () => {
    expect(layOutSparkline([0, 4, null], 4).last).toEqual({ x: width / 2, y: margin });
    expect(layOutSparkline([0, 0], 0).last).toEqual({ x: width - margin, y: height - margin });
  });
});
