import { dimensions, measures } from '@banyan/schema/enums';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search.ts';
import { dimensionSlug, measureSlug, readDimension, readMeasure } from './slugs.ts';

describe('an address', () => {
  it('holds plain words and keeps its slashes', () => {
    const search = { 'don-vi': 'long-an', ky: '2016-01-01/2018-10-19' };
    expect(stringifySearch(search)).toBe('?don-vi=long-an&ky=2016-01-01/2018-10-19');
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  it('names unit, period and day first, whichever was chosen last', () => {
    expect(stringifySearch({ xep: 'ten', ky: '2023', 'don-vi': 'long-an' })).toBe('?don-vi=long-an&ky=2023&xep=ten');
  });

  it('leaves out what is not set', () => {
    expect(stringifySearch({ ky: undefined, xem: '', unknownKeys: ['la'] })).toBe('');
  });

  it('reads a year as a text', () => {
    expect(parseSearch('?ky=2020')).toEqual({ ky: '2020' });
  });
});

describe('the words for measures and dimensions', () => {
  it('lead back to them', () => {
    expect(measures.map((measure) => readMeasure(measureSlug(measure)))).toEqual([...measures]);
    expect(dimensions.map((dimension) => readDimension(dimensionSlug(dimension)))).toEqual([...dimensions]);
  });

  it('are lower-case words without marks', () => {
    for (const word of [...measures.map(measureSlug), ...dimensions.map(dimensionSlug)]) {
      expect(word).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('mean nothing when unknown', () => {
    expect(readMeasure('luong')).toBeUndefined();
    expect(readMeasure(undefined)).toBeUndefined();
    expect(readDimension('toString')).toBeUndefined();
  });
});
