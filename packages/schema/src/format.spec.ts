import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDayOf,
  formatDecimal,
  formatDifference,
  formatInteger,
  formatPercent,
  formatRate,
  formatShare,
} from './format.ts';

describe('numbers', () => {
  it('group thousands with a point in Vietnamese and a comma in English', () => {
    expect(formatInteger(1234567, 'VI')).toBe('1.234.567');
    expect(formatInteger(1234567, 'EN')).toBe('1,234,567');
  });

  it('never shorten', () => {
    expect(formatInteger(52439, 'VI')).toBe('52.439');
    expect(formatInteger(1000, 'VI')).toBe('1.000');
  });

  it('carry a real minus and, as differences, always a sign', () => {
    expect(formatInteger(-18, 'VI')).toBe('−18');
    expect(formatDifference(-18, 'VI')).toBe('−18');
    expect(formatDifference(4, 'VI')).toBe('+4');
    expect(formatDifference(0, 'VI')).toBe('0');
  });

  it('have as many decimals of a rate as it has, two at the most', () => {
    expect(formatRate(3, 'VI')).toBe('3%');
    expect(formatRate(2.955, 'VI')).toBe('2,96%');
    expect(formatRate(0.5, 'EN')).toBe('0.5%');
  });

  it('have no minus before nothing', () => {
    expect(formatInteger(Math.ceil(-1e-9), 'VI')).toBe('0');
    expect(formatDifference(-0, 'EN')).toBe('0');
    expect(formatDecimal(-0.04, 'VI')).toBe('0,0');
  });

  it('have one decimal behind a comma in Vietnamese', () => {
    expect(formatDecimal(87.4, 'VI')).toBe('87,4');
    expect(formatDecimal(3708, 'VI')).toBe('3.708,0');
    expect(formatDecimal(87.4, 'EN')).toBe('87.4');
  });
});

describe('percentages', () => {
  it('are printed without a space', () => {
    expect(formatPercent(87.4, 'VI')).toBe('87,4%');
    expect(formatPercent(87.4, 'EN')).toBe('87.4%');
  });

  it('are 100% only where exact', () => {
    expect(formatPercent(100, 'VI')).toBe('100,0%');
    expect(formatPercent(100, 'VI', true)).toBe('100%');
    expect(formatShare(9999, 10000, 'VI')).toBe('100,0%');
    expect(formatShare(92, 92, 'VI')).toBe('100%');
  });

  it('round half up to one decimal', () => {
    expect(formatShare(14, 90, 'VI')).toBe('15,6%');
    expect(formatShare(6311, 6300, 'VI')).toBe('100,2%');
    expect(formatShare(1, 8, 'VI')).toBe('12,5%');
    expect(formatShare(49, 400, 'VI')).toBe('12,3%');
  });

  it('do not exist over nothing', () => {
    expect(formatShare(0, 0, 'VI')).toBeNull();
  });
});

describe('days', () => {
  it('are dd/mm/yyyy with two digits', () => {
    expect(formatDate('2001-09-05')).toBe('05/09/2001');
  });

  it('are those of Vietnam', () => {
    expect(formatDateTime('2021-09-04T18:30:00Z')).toBe('01:30 05/09/2021');
    expect(formatDayOf('2021-09-04T18:30:00Z')).toBe('05/09/2021');
  });
});
