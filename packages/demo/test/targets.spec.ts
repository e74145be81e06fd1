import { describe, expect, it } from 'vitest';
import { makeSongMau } from '../src/provinces/song-mau.ts';
import type { DemoProvince } from '../src/index.ts';
import { provinceOf, provinces } from './demonstration.ts';

const songMau = provinceOf('song-mau');

function partsOf({ targets }: DemoProvince, key: string) {
  return targets.filter(({ parentKey }) => parentKey === key);
}

describe('the targets of the demonstration', () => {
  it('make each other up by their rule, at every level', () => {
    expect(songMau.allocations.length).toBeGreaterThan(40);
    for (const province of provinces.values()) {
      for (const { targetKey, rule, reserve } of province.allocations) {
        const whole = province.targets.find(({ key }) => key === targetKey)!;
        const sum = partsOf(province, targetKey).reduce((total, { low }) => total + low, reserve);
        if (rule === 'NOT_BELOW') expect(sum, targetKey).toBeGreaterThanOrEqual(whole.low);
        else expect(sum, targetKey).toBe(whole.low);
      }
    }
  });

  it('reach from the province to the cells, and leave one commune to be divided', () => {
    const depths = new Set(songMau.targets.map(({ unitCode }) => unitCode.split('.').length));
    expect([...depths].toSorted()).toEqual([1, 2, 3, 4]);
    expect(partsOf(songMau, '2026 song-mau.xa-an-kieu')).toEqual([]);
    expect(partsOf(songMau, '2026 song-mau.xa-phu-lua').reduce((sum, { low }) => sum + low, 0)).toBe(songMau.targets.find(({ key }) => key === '2026 song-mau.xa-phu-lua')!.low + 4);
  });

  it('hold a district whose total is met while two of its three communes are not', () => {
    const { targets, facts } = provinceOf('quang-nam');
    const admitted = (code: string) => facts.filter(({ kind, occurredOn, unitCode, reversedAt }) => kind === 'ADMITTED' && !reversedAt && occurredOn.startsWith('2021') && unitCode.startsWith(`${code}.`)).length;
    const parts = targets.filter(({ parentKey }) => parentKey === 'nam-tra-my');
    expect(parts).toHaveLength(3);
    expect(parts.filter(({ unitCode, low }) => admitted(unitCode) < low)).toHaveLength(2);
    expect(parts.reduce((sum, { unitCode }) => sum + admitted(unitCode), 0)).toBeGreaterThanOrEqual(targets.find(({ key }) => key === 'nam-tra-my')!.low);
  });

  it.each(['2026-01-01', '2026-01-20', '2026-03-09', '2026-03-10', '2026-12-31', '2028-02-29'])('hold those of the year down to the cells on %s, all of them issued before it, and the same every time', (today) => {
    const year = today.slice(0, 4);
    const province = makeSongMau(today);
    const ofYear = province.targets.filter(({ period }) => period === year);
    expect([...new Set(ofYear.map(({ unitCode }) => unitCode.split('.').length))].toSorted()).toEqual([1, 2, 3, 4]);
    expect(ofYear.filter(({ slice }) => slice !== null)).toHaveLength(2);
    for (const { issuedOn, startsOn } of [...province.targets, ...province.allocations.map(({ issuedOn, targetKey }) => ({ issuedOn, startsOn: province.targets.find(({ key }) => key === targetKey)!.startsOn }))]) {
      expect(issuedOn < today).toBe(true);
      expect(issuedOn < startsOn).toBe(true);
    }
    const { targets, allocations } = makeSongMau(today);
    expect({ targets, allocations }).toEqual({ targets: province.targets, allocations: province.allocations });
  });
});
