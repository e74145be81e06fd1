import { describe, expect, it } from 'vitest';
import { ruleHolds, sumAmounts } from './allocation-sum.ts';
import { readPasted, readTypedAmount } from './typed-amount.ts';

describe('a typed amount', () => {
  it.each([
    ['12', 12], ['1.200', 1200], ['1,200', 1200], ['1 200', 1200], ['1\u00A0200', 1200], ['12.345.678', { problem: 'TOO_LARGE' }], ['12,0', 12], ['12,00', 12], ['１２', 12], ['  7 ', 7], ['', null],
    ['2,5', { problem: 'FRACTION' }], ['1.5', { problem: 'AMBIGUOUS' }], ['-3', { problem: 'NEGATIVE' }], ['−3', { problem: 'NEGATIVE' }], ['٣', { problem: 'FOREIGN_DIGITS' }], ['१२', { problem: 'FOREIGN_DIGITS' }],
    ['mười', { problem: 'NOT_A_NUMBER' }], ['=1+1', { problem: 'NOT_A_NUMBER' }], ['1e3', { problem: 'NOT_A_NUMBER' }], ['99999999', { problem: 'TOO_LARGE' }],
  ])('%j of a number is %j', (text, expected) => {
    expect(readTypedAmount(text, 'EXACT')).toEqual(typeof expected === 'object' && expected !== null ? expected : { value: expected });
  });

  it.each([
    ['2,5', 2.5], ['2.5', 2.5], ['3 %', 3], ['2,345', { problem: 'FRACTION' }], ['101', { problem: 'TOO_LARGE' }], ['', null],
  ])('%j of a rate is %j', (text, expected) => {
    expect(readTypedAmount(text, 'RATE')).toEqual(typeof expected === 'object' && expected !== null ? expected : { value: expected });
  });
});

describe('what is pasted', () => {
  it('is a column of amounts, or of units and amounts', () => {
    expect(readPasted('12\r\n7\r\n\r\n')).toEqual([{ label: null, cells: ['12'] }, { label: null, cells: ['7'] }]);
    expect(readPasted('Xã An Kiều\t12\tghi chú\nsong-mau.xa-doi-che\t 7')).toEqual([{ label: 'Xã An Kiều', cells: ['12', 'ghi chú'] }, { label: 'song-mau.xa-doi-che', cells: ['7'] }]);
    expect(readPasted('10\t12')).toEqual([{ label: null, cells: ['10', '12'] }]);
  });
});

describe('a sum', () => {
  it('adds numbers, and weighs rates by members', () => {
    expect(sumAmounts('EXACT', [{ amount: 3, weight: null }, { amount: 4, weight: null }])).toBe(7);
    expect(sumAmounts('RATE', [{ amount: 3.1, weight: 300 }, { amount: 2.7, weight: 100 }])).toBe(3);
    expect(sumAmounts('RATE', [{ amount: 3, weight: 0 }, { amount: 2, weight: 0 }]), 'where nobody weighs yet, all weigh the same').toBe(2.5);
    expect(sumAmounts('RATE', [])).toBe(0);
  });

  it('holds by its rule', () => {
    expect((['EXACTLY', 'WITH_RESERVE', 'NOT_BELOW'] as const).map((rule) => [-1, 0, 1].map((difference) => ruleHolds('EXACT', rule, difference)))).toEqual([[false, true, false], [false, true, false], [false, true, true]]);
    expect([-1, 0, 1].map((difference) => ruleHolds('REDUCE_TO', 'NOT_BELOW', difference))).toEqual([true, true, false]);
  });
});
