import { describe, expect, it } from 'vitest';
import { orderSlices, stackParts, type Breakdown } from './breakdown-fields.ts';

function breakdown(dimension: Breakdown['dimension'], numbers: Record<string, number | null>, kind: Breakdown['kind'] = 'PARTITION'): Breakdown {
  return {
    dimension,
    kind,
    base: null,
    slices: Object.entries(numbers).map(([key, value]) => ({ key, label: key, value, share: null, hidden: value === null })),
  };
}

const keys = (slices: readonly { readonly key: string }[]) => slices.map(({ key }) => key);

describe('the order of slices', () => {
  it('is their own where they have one, with unknown last', () => {
    const ages = breakdown('AGE_BAND', { UNKNOWN: 99, AGE_18_30: 1, AGE_31_40: 5 });
    expect(keys(orderSlices(ages))).toEqual(['AGE_18_30', 'AGE_31_40', 'UNKNOWN']);
  });

  it('is by size elsewhere, with unknown last', () => {
    const jobs = breakdown('OCCUPATION', { WORKER: 2, UNKNOWN: 50, FARMER: 9 });
    expect(keys(orderSlices(jobs))).toEqual(['FARMER', 'WORKER', 'UNKNOWN']);
  });
});

describe('a stacked bar', () => {
  it('shows the parts of a whole, unknown among them', () => {
    expect(stackParts(breakdown('GENDER', { F: 108, M: 85, UNKNOWN: 0 }))).toEqual([
      { key: 'F', value: 108, tone: 1 },
      { key: 'M', value: 85, tone: 2 },
    ]);
    expect(stackParts(breakdown('GENDER', { F: 1, M: 1, UNKNOWN: 3 }))?.at(-1)?.tone).toBe('unknown');
  });

  it('is never made of groups that overlap', () => {
    expect(stackParts(breakdown('AREA', { RURAL: 3, URBAN: 4 }, 'OVERLAPPING'))).toBeNull();
  });

  it('is not made where a part is hidden: its length would tell', () => {
    expect(stackParts(breakdown('RELIGION', { YES: null, NO: null, UNKNOWN: 3 }))).toBeNull();
  });

  it('has five parts at most', () => {
    const many = { WORKER: 1, FARMER: 2, ARMY: 3, POLICE: 4, PUPIL: 5, STUDENT: 6 };
    expect(stackParts(breakdown('OCCUPATION', many))).toBeNull();
  });
});
