import { describe, expect, it } from 'vitest';
import { dimensions, sliceKeys, unknownKey } from './enums.ts';
import { errorCodes, isErrorCode } from './error-codes.ts';
import { sliceLabel, texts } from './texts.ts';

function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe('the shared texts', () => {
  it.each(['VI', 'EN'] as const)('are never empty in %s', (language) => {
    expect(leaves(texts[language], language).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are in composed form, so that they compare with what is typed', () => {
    expect(leaves(texts.VI, 'VI').filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('name every slice of every dimension', () => {
    for (const dimension of dimensions) {
      for (const key of sliceKeys[dimension]) expect(sliceLabel('VI', dimension, key)).not.toBe(key);
    }
  });

  it('show a slice that is not known by its key', () => {
    expect(sliceLabel('VI', 'OCCUPATION', 'ASTRONAUT')).toBe('ASTRONAUT');
  });
});

describe('the closed lists', () => {
  it('give every dimension an unknown', () => {
    for (const dimension of dimensions) expect(sliceKeys[dimension]).toContain(unknownKey);
  });

  it('know their error codes', () => {
    expect(errorCodes.every(isErrorCode)).toBe(true);
    expect(isErrorCode('SELECT 1')).toBe(false);
    expect(isErrorCode(undefined)).toBe(false);
  });
});
