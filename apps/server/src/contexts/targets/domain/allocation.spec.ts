import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAllocation, noReserve, sumsOf, type Allocation } from './allocation.ts';
import { splitByWeights, suggestSplit } from './split.ts';
import type { TargetTerms } from './target.ts';

const exactly = (low: number): TargetTerms => ({ kind: 'EXACT', low, high: low, base: null, baseNumber: null });
const between = (low: number, high: number): TargetTerms => ({ kind: 'RANGE', low, high, base: null, baseNumber: null });
const rate: TargetTerms = { kind: 'RATE', low: 3, high: null, base: 'STOCK_AT_YEAR_START', baseNumber: null };
const lines = (...amounts: readonly (number | readonly [number, number])[]) =>
  amounts.map((amount, place) => {
    const [low, high] = typeof amount === 'number' ? [amount, amount] : amount;
    return { unitId: `u${place}`, low, high, note: low === 0 ? 'chưa có nguồn' : null, weight: null };
  });
const allocation = (rule: Allocation['rule'], given: Allocation['lines'], more: Partial<Allocation> = {}): Allocation => ({ rule, lines: given, reserve: noReserve, elsewhere: [], ...more });

describe('the sum of an allocation', () => {
  it('TV-S1-E: 4 over 6 cells as 1, 1, 1, 1, 0, 0 is given out whole', () => {
    const found = sumsOf(exactly(4), allocation('EXACTLY', lines(1, 1, 1, 1, 0, 0)));
    expect(found).toMatchObject({ allocated: { low: 4 }, difference: { low: 0 }, holds: true });
  });

  it('TV-S1-E: as 2, 1, 1, 1, 0, 0 it is one too many: told, and refused by the exact rule alone', () => {
    expect(sumsOf(exactly(4), allocation('NOT_BELOW', lines(2, 1, 1, 1, 0, 0)))).toMatchObject({ allocated: { low: 5 }, difference: { low: 1 }, holds: true });
    expect(judgeAllocation(exactly(4), allocation('EXACTLY', lines(2, 1, 1, 1, 0, 0)))).toEqual([{ code: 'SUM_NOT_EXACT', field: 'lines' }]);
  });

  it('TV-T-G: 34 below against 30 of one’s own shows 4 more', () => {
    expect(sumsOf(exactly(30), allocation('NOT_BELOW', lines(20, 14))).difference.low).toBe(4);
  });

  it('counts a reserve as given out, and lets no other rule keep one', () => {
    const kept = { reserve: { low: 3, high: null } };
    expect(judgeAllocation(exactly(30), allocation('WITH_RESERVE', lines(20, 7), kept))).toEqual([]);
    expect(judgeAllocation(exactly(30), allocation('EXACTLY', lines(20, 7), kept))).toEqual([{ code: 'RESERVE_NOT_POSSIBLE', field: 'reserve' }]);
    expect(judgeAllocation(exactly(30), allocation('WITH_RESERVE', lines(20, 11), { reserve: { low: -1, high: null } }))).toEqual([{ code: 'NUMBER_NOT_POSSIBLE', field: 'reserve' }]);
  });

  it('holds both bounds of a range', () => {
    expect(judgeAllocation(between(90, 100), allocation('EXACTLY', lines([40, 45], [50, 55])))).toEqual([]);
    expect(judgeAllocation(between(90, 100), allocation('EXACTLY', lines([40, 45], [50, 54])))).toEqual([{ code: 'SUM_NOT_EXACT', field: 'lines' }]);
    expect(judgeAllocation(between(90, 100), allocation('NOT_BELOW', lines([40, 60], [45, 60])))).toEqual([{ code: 'SUM_BELOW', field: 'lines' }]);
  });

  it('weighs rates by members', () => {
    const given = (one: number, other: number) => allocation('NOT_BELOW', [
      { unitId: 'a', low: one, high: null, note: null, weight: 300 },
      { unitId: 'b', low: other, high: null, note: null, weight: 100 },
    ]);
    expect(judgeAllocation(rate, given(3.1, 2.7))).toEqual([]);
    expect(sumsOf(rate, given(3.1, 2.7)).allocated.low).toBe(3);
    expect(judgeAllocation(rate, given(3, 2.99))).toEqual([{ code: 'SUM_BELOW', field: 'lines' }]);
    expect(judgeAllocation(rate, allocation('EXACTLY', given(3, 3).lines))).toEqual([{ code: 'RULE_NOT_POSSIBLE', field: 'sumRule' }]);
  });

  it('may lie below, never above, a number to come down to', () => {
    const down: TargetTerms = { ...exactly(5), kind: 'REDUCE_TO', high: null };
    const given = (...amounts: number[]) => allocation('NOT_BELOW', amounts.map((low, place) => ({ unitId: `u${place}`, low, high: null, note: null, weight: null })));
    expect(judgeAllocation(down, given(0, 4))).toEqual([]);
    expect(judgeAllocation(down, given(2, 4))).toEqual([{ code: 'SUM_ABOVE', field: 'lines' }]);
  });

  it('counts what a unit reached that ended in the middle', () => {
    expect(sumsOf(exactly(10), allocation('EXACTLY', lines(7), { elsewhere: [{ low: 3, high: 3, weight: null }] })).holds).toBe(true);
  });
});

describe('what is wrong with the lines', () => {
  it('is told of each, and the sum is not judged before', () => {
    const [a, b, c, d] = lines(1, 1, 0, 2);
    const wrong = [{ ...a!, low: -1 }, { ...b!, low: 1.5, high: 1.5 }, { ...c!, note: null }, d!, { ...d!, low: 9, high: 9 }];
    expect(judgeAllocation(exactly(4), allocation('EXACTLY', wrong)).map(({ code, unitId }) => [code, unitId])).toEqual([
      ['NUMBER_NOT_POSSIBLE', 'u0'], ['NUMBER_NOT_POSSIBLE', 'u1'], ['NOTE_MISSING', 'u2'], ['UNIT_TWICE', 'u3'],
    ]);
    expect(judgeAllocation(between(4, 8), allocation('EXACTLY', lines([5, 4])))).toEqual([{ code: 'RANGE_UPSIDE_DOWN', field: 'high', unitId: 'u0' }]);
    expect(judgeAllocation(exactly(0), allocation('EXACTLY', []))).toEqual([{ code: 'FACT_MISSING', field: 'lines' }]);
  });
});

describe('a suggestion', () => {
  it('gives what is left to the largest remainders', () => {
    expect(splitByWeights(200, [685, 500, 421, 333, 300, 290, 211, 190, 150, 100, 20])).toEqual([43, 31, 26, 21, 19, 18, 13, 12, 10, 6, 1]);
    expect(splitByWeights(5, [1, 1, 1])).toEqual([2, 2, 1]);
    expect(splitByWeights(5, [0, 0])).toEqual([3, 2]);
    expect(splitByWeights(3, [])).toEqual([]);
  });

  const row = fc.record({ weight: fc.nat(2000), locked: fc.option(fc.nat(20).map((low) => ({ low, high: low + 3 }))) });

  it('makes the total, keeps locked rows and is never upside down', () => {
    fc.assert(fc.property(fc.nat(5000), fc.nat(500), fc.array(row, { minLength: 1, maxLength: 40 }), (low, width, rows) => {
      const found = suggestSplit({ low, high: low + width }, rows);
      const held = rows.reduce((sum, { locked }) => sum + (locked?.low ?? 0), 0);
      expect(found.every((amount) => amount.low >= 0 && (amount.high ?? -1) >= amount.low)).toBe(true);
      rows.forEach(({ locked }, place) => { if (locked) expect(found[place]).toEqual(locked); });
      if (held <= low && rows.some(({ locked }) => locked === null)) expect(found.reduce((sum, amount) => sum + amount.low, 0)).toBe(low);
    }));
  });

  it('gives each its share within one', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 170 }), (total, weights) => {
      const sum = weights.reduce((whole, weight) => whole + weight, 0);
      const found = splitByWeights(total, weights);
      expect(found.reduce((whole, share) => whole + share, 0)).toBe(total);
      found.forEach((share, place) => expect(Math.abs(share - (total * weights[place]!) / sum)).toBeLessThan(1));
    }));
  });
});
