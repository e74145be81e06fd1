import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const line = (cell: string | number | null) => csvOf([[cell]]).slice(1, -2);

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8 and ends each row', () => {
    expect(csvOf([['Đơn vị', 'Kết nạp'], ['Chi bộ Thôn 1', 3]])).toBe('\u{FEFF}Đơn vị,Kết nạp\r\nChi bộ Thôn 1,3\r\n');
  });

  it.each([
    ['a "b" c', '"a ""b"" c"'],
    ['a, b', '"a, b"'],
    ['a\nb', '"a\nb"'],
    [' a', '" a"'],
  ])('keeps %j whole', (cell, expected) => {
    expect(line(cell)).toBe(expected);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '  =1', '\u{200E}=1', '\u{202E}=1', '＝1', '|x', '%x', '\t=1'])('runs no %j', (cell) => {
    expect(line(cell).replace(/^"/, '')).toMatch(/^'/);
  });

  it('writes numbers with a point and a minus of their own, and nothing for what is not there', () => {
    expect([line(-1.5), line(52439), line(null)]).toEqual(['-1.5', '52439', '']);
  });
});
