import { describe, expect, it } from 'vitest';
import { stringifySearch, parseSearch } from '../../shared/url/search.ts';
import { readCodes, readComparisonSearch, readMeasures, readView, toggle, writeList, writeMeasures, writeView } from './comparison-search.ts';
import { extremes, medianOf, rankOf, shownMeasures, valueOf, type Figures } from './measures.ts';
import { fiveYears } from '../../shared/period/five-years.ts';

const figures = (more: Partial<Figures> = {}): Figures => ({
  period: { text: '2023', to: '2023-12-31', complete: true },
  admitted: { value: 33, target: { percentOfLow: 110 } },
  recognised: { value: 10 },
  members: { value: 1005 },
  probationaryMembers: { value: 40 },
  grassrootsOrganisations: { value: 12 },
  cells: { value: 90 },
  admissionRate: { percent: 3.3, denominator: 1000, hidden: false, baseLabel: 'đảng viên đầu kỳ' },
  ...more,
});

describe('the address of a comparison', () => {
  it('reads back what it writes, commas as commas', () => {
    const search = { 'don-vi': 'long-an', a: writeList(['long-an.can-duoc', 'long-an.ben-luc']), so: writeMeasures(['dang-vien', 'ket-nap']), xem: writeView('years') };
    const text = stringifySearch(search);
    expect(text).toBe('?don-vi=long-an&a=long-an.can-duoc,long-an.ben-luc&so=ket-nap,dang-vien&xem=nam');
    const read = readComparisonSearch(parseSearch(text));
    expect(readCodes(read.a)).toEqual(['long-an.can-duoc', 'long-an.ben-luc']);
    expect(readMeasures(read.so)).toEqual(['ket-nap', 'dang-vien']);
    expect(readView(read.xem)).toBe('years');
  });

  it('leaves out what is usual, and takes six units at most, each once', () => {
    expect(writeMeasures(readMeasures(undefined))).toBeUndefined();
    expect(writeView('units')).toBeUndefined();
    expect(readCodes('a,b,a,c,,d,e,f,g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(readMeasures('nothing')).toEqual(readMeasures(undefined));
  });

  it('names the keys that mean nothing', () => {
    expect(readComparisonSearch({ a: 'x', la: '1' }).unknownKeys).toEqual(['la']);
  });

  it('takes a thing in and out', () => {
    expect(toggle(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggle(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('a value', () => {
  it('is the count, or the count per 100 of the members at the start', () => {
    expect(valueOf(figures(), 'cong-nhan', false)).toEqual({ value: 10, hidden: false });
    expect(valueOf(figures(), 'cong-nhan', true)).toEqual({ value: 1, hidden: false });
    expect(valueOf(figures(), 'dang-vien', true)).toEqual({ value: 100.5, hidden: false });
  });

  it('of a target is the per cent that the API gives, per 100 members too, and nothing where there is no target', () => {
    expect(valueOf(figures(), 'chi-tieu', false)).toEqual({ value: 110, hidden: false });
    expect(valueOf(figures(), 'chi-tieu', true)).toEqual({ value: 110, hidden: false });
    expect(valueOf(figures({ admitted: { value: 33, target: null } }), 'chi-tieu', false)).toEqual({ value: null, hidden: false });
  });

  it('of admissions per 100 is the rate that the API gives', () => {
    expect(valueOf(figures(), 'ket-nap', true)).toEqual(valueOf(figures(), 'ty-le', false));
    expect(shownMeasures(['ket-nap', 'ty-le', 'dang-vien'], true)).toEqual(['ket-nap', 'dang-vien']);
    expect(shownMeasures(['ty-le'], true)).toEqual(['ket-nap']);
  });

  it('that is hidden is not zero, and one without a base is not hidden', () => {
    const hidden = figures({ recognised: { value: null } });
    expect(valueOf(hidden, 'cong-nhan', false)).toEqual({ value: null, hidden: true });
    expect(valueOf(hidden, 'cong-nhan', true)).toEqual({ value: null, hidden: true });
    const empty = figures({ admissionRate: { percent: null, denominator: 0, hidden: false, baseLabel: '' } });
    expect(valueOf(empty, 'cong-nhan', true)).toEqual({ value: null, hidden: false });
  });
});

describe('a group of units', () => {
  it('has a middle when three values are known', () => {
    expect(medianOf([5, null, 1, 9], false)).toBe(5);
    expect(medianOf([1, 2, 4, 9], false)).toBe(3);
    expect(medianOf([1.1, 2.4, 3, 9], true)).toBe(2.7);
    expect(medianOf([1, 2, null], false)).toBeNull();
  });

  it('has a highest and a lowest only where nothing is hidden', () => {
    const rows = [{ name: 'a', value: 2 }, { name: 'b', value: 7 }, { name: 'c', value: 1 }];
    expect(extremes(rows)).toEqual({ highest: rows[1], lowest: rows[2] });
    expect(extremes([...rows, { name: 'd', value: null }])).toBeUndefined();
    expect(extremes([])).toBeUndefined();
  });

  it('shares a rank among equals', () => {
    expect([9, 7, 7, 1].map((value) => rankOf(value, [9, 7, 7, 1, null]))).toEqual([1, 2, 2, 4]);
  });
});

describe('five years', () => {
  const choice = { problem: null, asOf: null } as const;

  it('end with the year of the period', () => {
    expect(fiveYears({ ...choice, period: { form: 'QUARTER', year: 2022, quarter: 2 }, hint: { today: '2024-06-30', role: 'BOARD' } })).toEqual(['2018', '2019', '2020', '2021', '2022']);
    expect(fiveYears({ ...choice, period: { form: 'TERM' }, hint: { today: '2024-06-30', role: 'BOARD' } }).at(-1)).toBe('2024');
  });

  it('are over for whoever sees sums alone', () => {
    expect(fiveYears({ ...choice, period: { form: 'QUARTER', year: 2024, quarter: 1 }, hint: { today: '2024-06-30', role: 'OBSERVER' } }).at(-1)).toBe('2023');
  });
});
