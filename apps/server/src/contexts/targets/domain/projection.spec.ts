import { describe, expect, it } from 'vitest';
import { besideGuideline, guidelineOf, guidelines } from './guideline.ts';
import { fromPipeline, projectionOf, projectionOfStock, stretchesOf } from './projection.ts';

const nobody = { decided: 0, proposed: 0 };

describe('a projection', () => {
  it('looks at the same months of three years before', () => {
    expect(stretchesOf({ from: '2026-01-01', to: '2026-09-30', endsOn: '2026-12-31', complete: false })).toEqual([
      { from: '2025-10-01', to: '2025-12-31', factor: 1 }, { from: '2024-10-01', to: '2024-12-31', factor: 1 }, { from: '2023-10-01', to: '2023-12-31', factor: 1 },
    ]);
    expect(stretchesOf({ from: '2026-01-01', to: '2026-12-31', endsOn: '2026-12-31', complete: true })).toEqual([]);
    expect(stretchesOf({ from: '2026-01-01', to: '2026-09-30', endsOn: null, complete: false })).toEqual([]);
  });

  it('of a term stretches whole years to what is left of it', () => {
    const [last] = stretchesOf({ from: '2021-01-01', to: '2024-06-30', endsOn: '2025-12-31', complete: false });
    expect(last).toEqual({ from: '2023-07-01', to: '2024-06-30', factor: 1.5 });
  });

  it('adds what earlier years brought, with an interval that grows with what is to come', () => {
    expect(projectionOf(100, [20, 22, 18], nobody, 92)).toEqual({ low: 113, middle: 120, high: 127, years: 3 });
    // Of two or three years their own spread is hardly known: it is widened by Student's distribution.
    expect(projectionOf(100, [20, 60, 10], nobody, 92)).toEqual({ low: 100, middle: 130, high: 188, years: 3 });
    expect(projectionOf(100, [40, 60], nobody, 92)).toEqual({ low: 100, middle: 150, high: 204, years: 2 });
    expect(projectionOf(5, [0, 0, 0], nobody, 92)).toEqual({ low: 5, middle: 5, high: 5, years: 3 });
    expect(projectionOf(100, [], nobody, 92)).toBeNull();
  });

  it('counts who is decided as good as there, as far as there is time for the ceremony', () => {
    expect(fromPipeline({ decided: 20, proposed: 40 }, 90)).toBe(53);
    expect(fromPipeline({ decided: 20, proposed: 40 }, 0)).toBe(0);
    expect(projectionOf(100, [2, 2, 2], { decided: 20, proposed: 0 }, 60)).toMatchObject({ low: 119, middle: 119 });
  });

  it('lets a stock change by the part by which it changed in earlier years, and never below nothing', () => {
    const then = (before: number, after: number, factor = 1) => ({ before, after, factor });
    expect(projectionOfStock(20, [then(40, 30), then(48, 36), then(60, 45)])).toEqual({ low: 11, middle: 15, high: 19, years: 3 });
    expect(projectionOfStock(20, [then(40, 42), then(40, 38)])).toEqual({ low: 14, middle: 20, high: 26, years: 2 });
    expect(projectionOfStock(3, [then(10, 1), then(10, 0)])).toMatchObject({ low: 0, middle: 0 });
    expect(projectionOfStock(20, [then(40, 30, 1.5)])).toMatchObject({ middle: 13 });
    expect(projectionOfStock(7, [then(9, 9), then(9, 9), then(9, 9)])).toEqual({ low: 7, middle: 7, high: 7, years: 3 });
  });

  it('of a stock takes no year that began with none of it', () => {
    expect(projectionOfStock(4, [{ before: 0, after: 5, factor: 1 }, { before: 8, after: 6, factor: 1 }])).toMatchObject({ middle: 3, years: 1 });
    expect(projectionOfStock(4, [{ before: 0, after: 0, factor: 1 }])).toBeNull();
    expect(projectionOfStock(4, [])).toBeNull();
  });
});

describe('the guideline', () => {
  it('TV-S3-C: 3 to 4 % of 52,439 are 1,573 to 2,098 people a year', () => {
    expect(besideGuideline(guidelines[0]!, 1_678, 52_439)).toEqual({ low: 1_573, high: 2_098, standing: 'WITHIN' });
    expect(besideGuideline(guidelines[0]!, 1_260, 52_439).standing).toBe('BELOW');
  });

  it('holds at its bounds, of nobody tells nothing, and is there since 2022', () => {
    expect([2, 3, 4, 5].map((admitted) => besideGuideline(guidelines[0]!, admitted, 100).standing)).toEqual(['BELOW', 'WITHIN', 'WITHIN', 'ABOVE']);
    expect(besideGuideline(guidelines[0]!, 0, 0)).toEqual({ low: 0, high: 0, standing: null });
    expect([guidelineOf(2021), guidelineOf(2022)?.lowPercent]).toEqual([null, 3]);
  });
});
