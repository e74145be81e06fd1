import { describe, expect, it } from 'vitest';
import { barWidth, cumulate, largest, shareWidth } from './scales.ts';
import { layOutTrend } from './trend-geometry.ts';

const size = { width: 400, height: 200, left: 40, right: 10, top: 20, bottom: 30 };
const values = (numbers: readonly (number | null)[], before: readonly (number | null)[] = []) =>
  numbers.map((value, index) => ({ key: `${index}`, short: `T${index + 1}`, value, before: before[index] ?? null }));

describe('bars', () => {
  it('are as long as their values on one scale', () => {
    expect(barWidth(50, 200)).toBe('max(2px, 25.000%)');
    expect(barWidth(200, 200)).toBe('max(2px, 100.000%)');
  });

  it('vanish for nothing, and are seen for anything', () => {
    expect(barWidth(0, 200)).toBe('0%');
    expect(barWidth(1, 100000)).toBe('max(2px, 0.001%)');
    expect(barWidth(1, 0)).toBe('0%');
  });

  it('share the largest value that is shown', () => {
    expect(largest([3, null, 12, 0])).toBe(12);
    expect(largest([null])).toBe(0);
  });
});

describe('parts of a whole', () => {
  const percent = (value: number, of: number) => Number(/([\d.]+)%/.exec(shareWidth(value, of))?.[1]);

  it('are as long as their share', () => {
    for (let of = 1; of <= 200; of += 1) {
      for (let value = 0; value <= of; value += 1) expect(percent(value, of)).toBeCloseTo((value / of) * 100, 2);
    }
  });

  it('are seen however small, and never look whole before they are', () => {
    expect(shareWidth(1, 10000)).toMatch(/^clamp\(2px, .*, 100% - 2px\)$/);
    expect(shareWidth(9999, 10000)).toMatch(/^clamp\(2px, .*, 100% - 2px\)$/);
    expect(shareWidth(0, 19)).toBe('0%');
    expect(shareWidth(19, 19)).toBe('100%');
    expect(shareWidth(0, 0)).toBe('0%');
  });
});

describe('running sums', () => {
  it('stop where a count is hidden', () => {
    expect(cumulate([2, 3, 5])).toEqual([2, 5, 10]);
    expect(cumulate([2, null, 5])).toEqual([2, null, null]);
  });
});

describe('a trend', () => {
  it('starts its scale at zero and ends it at a round number', () => {
    const { ticks, zero } = layOutTrend(values([7, 93]), size);
    expect(ticks[0]).toEqual({ value: 0, y: zero });
    expect(ticks.at(-1)?.value).toBe(100);
    expect(ticks.at(-1)?.y).toBe(size.top);
  });

  it('puts both years on one scale', () => {
    const { steps } = layOutTrend(values([50], [100]), size);
    expect(steps[0]?.beforeY).toBe(size.top);
    expect(steps[0]?.y).toBe((size.top + size.height - size.bottom) / 2);
  });

  it('leaves out the time to come', () => {
    const { steps, path } = layOutTrend(values([1, 2, null]), size);
    expect(steps[2]?.y).toBeNull();
    expect(path.split('L')).toHaveLength(2);
  });

  it('shows whole numbers only on its axis', () => {
    expect(layOutTrend(values([1, 0]), size).ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
  });

  it('labels fewer steps where there is little room', () => {
    const many = values(Array.from({ length: 24 }, () => 1));
    expect(layOutTrend(many, size).steps.filter(({ labelled }) => labelled).length).toBeLessThan(12);
  });
});
