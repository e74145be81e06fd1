import { describe, expect, it } from 'vitest';
import { matchesTitle, recentFirst, remember, type Hit } from './hits.ts';

const unit = (code: string): Hit => ({ sort: 'unit', key: `unit-${code}`, code, title: code, kind: '', path: '' });

describe('the pages that words find', () => {
  it('need no marks and only the beginnings of words', () => {
    expect(matchesTitle('Tổng quan', 'tong q')).toBe(true);
    expect(matchesTitle('Tổng quan', 'TỔNG')).toBe(true);
    expect(matchesTitle('Đơn vị', 'don')).toBe(true);
    expect(matchesTitle('Tổng quan', 'uan')).toBe(false);
  });

  it('are all of them while nothing is typed', () => {
    expect(matchesTitle('So sánh', '  ')).toBe(true);
  });
});

describe('what was opened lately', () => {
  it('comes first among the hits, the latest before the others', () => {
    const hits = ['a', 'b', 'c', 'd'].map(unit);
    expect(recentFirst(hits, [unit('d'), unit('b')]).map(({ title }) => title)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('is kept once each, six at most', () => {
    const opened = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'c'].reduce<readonly Hit[]>((recent, code) => remember(recent, unit(code)), []);
    expect(opened.map(({ title }) => title)).toEqual(['c', 'g', 'f', 'e', 'd', 'b']);
  });
});
