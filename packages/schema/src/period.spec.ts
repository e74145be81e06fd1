import { describe, expect, it } from 'vitest';
import { parsePeriod, periodLabel, writePeriod } from './period.ts';

const forms = ['2021', '2021-09', '2021-Q3', '2021-6M', '2021-9M', '2016-01-01/2018-10-19', 'term'];

function label(text: string, language: 'VI' | 'EN', term?: string): string | null {
  const period = parsePeriod(text);
  return period === null ? null : periodLabel(period, language, term);
}

describe('a period', () => {
  it.each(forms)('%s is written as it was read', (text) => {
    const period = parsePeriod(text);
    expect(period === null ? null : writePeriod(period)).toBe(text);
  });

  it.each([
    '',
    '21',
    '2021-13',
    '2021-00',
    '2021-Q5',
    '2021-3M',
    '2021-1',
    '2018-10-19/2016-01-01',
    '2021-02-30/2021-03-01',
    '2021-01-01/',
    '2021/2022',
    '2021-01-01/2021-02-01/2021-03-01',
    ' 2021',
    'Term',
  ])('is not %j', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('is named in Vietnamese', () => {
    expect(forms.map((text) => label(text, 'VI', '2020–2025'))).toEqual([
      'Năm 2021',
      'Tháng 9/2021',
      'Quý III/2021',
      '6 tháng đầu năm 2021',
      '9 tháng đầu năm 2021',
      'Từ 01/01/2016 đến 19/10/2018',
      'Nhiệm kỳ 2020–2025',
    ]);
  });

  it('is named in English', () => {
    expect(forms.map((text) => label(text, 'EN', '2020–2025'))).toEqual([
      'Year 2021',
      'September 2021',
      'Quarter 3 of 2021',
      'First 6 months of 2021',
      'First 9 months of 2021',
      'From 01/01/2016 to 19/10/2018',
      'Term 2020–2025',
    ]);
  });

  it('without a known term is just the term', () => {
    expect(label('term', 'VI')).toBe('Nhiệm kỳ');
  });
});
