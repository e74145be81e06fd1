// @vitest-environment happy-dom
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sheetXml, xlsxOf } from './xlsx.ts';

/** The cells of a sheet as a reader of XML finds them. */
function cellsOf(xml: string) {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return [...document.querySelectorAll('c')].map((cell) => ({
    place: cell.getAttribute('r'),
    type: cell.getAttribute('t'),
    style: cell.getAttribute('s'),
    text: cell.querySelector('t')?.textContent ?? cell.querySelector('v')?.textContent,
    formula: cell.querySelector('f'),
  }));
}

describe('a workbook', () => {
  it('holds the parts that spreadsheets ask for', () => {
    const parts = unzipSync(xlsxOf({ name: 'Cấp dưới trực tiếp', rows: [['Đơn vị'], ['Cần Đước']] }));
    expect(Object.keys(parts).toSorted()).toEqual([
      '[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml',
    ]);
    for (const part of Object.values(parts)) {
      expect(new DOMParser().parseFromString(strFromU8(part), 'application/xml').querySelector('parsererror')).toBeNull();
    }
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('name="Cấp dưới trực tiếp"');
  });

  it('has a sheet name that is allowed, whatever it is called', () => {
    const named = (name: string) => /<sheet name="([^"]*)"/.exec(strFromU8(unzipSync(xlsxOf({ name, rows: [] }))['xl/workbook.xml']!))?.[1];
    expect(named('2020/2024: [Kết nạp] *?')).toBe('2020 2024 Kết nạp');
    expect(named('x'.repeat(40))).toHaveLength(31);
    expect(named('///')).toBe('Banyan');
    expect(named('A & B <1>')).toBe('A &amp; B &lt;1&gt;');
  });
});

describe('a sheet', () => {
  it('keeps numbers as numbers and Vietnamese as it is', () => {
    const cells = cellsOf(sheetXml([['Đơn vị', 'Kết nạp', 'Tỷ lệ'], ['Đảng bộ huyện Cần Đước', 1234, 3], ['Bến Lức', 0, 4.2], ['Đức Hòa', null, null]]));
    expect(cells.map(({ place, text }) => `${place} ${text}`)).toEqual([
      'A1 Đơn vị', 'B1 Kết nạp', 'C1 Tỷ lệ', 'A2 Đảng bộ huyện Cần Đước', 'B2 1234', 'C2 3', 'A3 Bến Lức', 'B3 0', 'C3 4.2', 'A4 Đức Hòa',
    ]);
    expect(cells.filter(({ type }) => type === null).map(({ place, style }) => `${place} ${style}`)).toEqual(['B2 3', 'C2 4', 'B3 3', 'C3 4']);
  });

  it.each([
    '=cmd|\'/c calc\'!A1', '=1+1', '+84 912', '-5', '@SUM(A1)', '\t=1', '\u202E=1+1', '<script>alert(1)</script>', '"&<>', 'A\u200Fb', ' rìa ', '12345', '_x0041_', 'xuống\ndòng', '𠀋',
  ])('takes %j for the text that it is', (text) => {
    const [, cell] = cellsOf(sheetXml([['Tên'], [text]]));
    expect(cell?.type).toBe('inlineStr');
    expect(cell?.formula).toBeNull();
    expect(cell?.style).toBe('1');
    // What a spreadsheet reads back: its own escapes undone.
    expect(cell?.text?.replaceAll('_x005F_', '_')).toBe(text);
  });

  it('writes no character that would break the file', () => {
    const [, cell] = cellsOf(sheetXml([['Tên'], ['a\u0000b\u0008c\uD800d\uFFFFe']]));
    expect(cell?.text).toBe('abcde');
  });

  it('names columns beyond Z', () => {
    const cells = cellsOf(sheetXml([Array.from({ length: 28 }, (_, index) => `${index}`)]));
    expect(cells.slice(25).map(({ place }) => place)).toEqual(['Z1', 'AA1', 'AB1']);
  });
});
