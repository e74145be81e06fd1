import { describe, expect, it } from 'vitest';
import { readLetter, type LetterValues } from './issue/letter-values.ts';
import { letterFilterOf, readTransferTab, transferTabs } from './list/transfer-tabs.ts';
import { readTransfersSearch } from './list/transfers-search.ts';

describe('the address of transfers', () => {
  it('keeps what the page understands, names what it does not, and never holds a code', () => {
    expect(readTransfersSearch({ xem: 'xong', 'nhap-ma': '1', ma: 'ABCD', ky: '2026' })).toEqual({ xem: 'xong', 'nhap-ma': '1', ky: '2026', unknownKeys: ['ma'] });
  });

  it('asks each part for its letters, those that wait by their limit, the others from the latest on', () => {
    expect(transferTabs.map((xem) => letterFilterOf({ xem }, null))).toMatchObject([
      { direction: 'IN', standing: 'WAITING', orderBy: 'DUE' },
      { direction: 'OUT', standing: 'WAITING', orderBy: 'DUE' },
      { direction: null, standing: 'RUNNING', orderBy: 'LATEST' },
      { direction: null, standing: 'DONE', orderBy: 'LATEST' },
    ]);
    expect(readTransferTab('gi-do')).toBe('cho-nhan');
  });

  it('narrows by what the part can be narrowed by, and by nothing else', () => {
    const narrowed = { loai: 'noi-bo', 'qua-han': '1', xep: 'bat-dau' };
    expect(letterFilterOf({ ...narrowed, xem: 'da-gui' }, 'unit')).toEqual({ direction: 'OUT', standing: 'WAITING', kinds: ['INTERNAL'], under: 'unit', isOverdue: true, orderBy: 'START_DUE' });
    expect(letterFilterOf({ ...narrowed, xem: 'tam-thoi' }, null)).toMatchObject({ kinds: null, isOverdue: false, orderBy: 'LATEST' });
    expect(letterFilterOf({ loai: 'gi-do' }, null).kinds).toBeNull();
  });
});

describe('a letter that is typed', () => {
  const values: LetterValues = { kind: 'OFFICIAL', where: 'TEXT', destination: 'Nơi khác', isUnderOneUpper: true, letterNumber: '1-GT/ĐU', on: '2026-11-26', movedOn: '', until: '', isStudy: false };
  const read = (more: Partial<LetterValues>, unit: string | null = null) =>
    readLetter({ ...values, ...more }, unit, (text) => (/^\d{4}-/.test(text) ? text : null), { missing: 'thiếu', noDay: 'không phải ngày', noUnit: 'chọn chi bộ' });

  it('is sent with the receiver that was chosen, and without what its kind has none of', () => {
    expect(read({})).toEqual({ letter: { kind: 'OFFICIAL', destination: 'Nơi khác', isUnderOneUpper: true, letterNumber: '1-GT/ĐU', on: '2026-11-26', movedOn: null, until: null, isStudy: false } });
    expect(read({ where: 'UNIT' }, 'cell')).toMatchObject({ letter: { toUnit: 'cell' } });
    expect(read({ kind: 'INTERNAL', letterNumber: 'x' })).toMatchObject({ letter: { isUnderOneUpper: false, letterNumber: '' } });
  });

  it('says at each field what is missing, all at once', () => {
    expect(read({ where: 'UNIT', letterNumber: ' ', on: 'mai', movedOn: 'hôm qua' })).toEqual({
      problems: { toUnit: 'chọn chi bộ', letterNumber: 'thiếu', on: 'không phải ngày', movedOn: 'không phải ngày' },
    });
    expect(read({ kind: 'TEMPORARY' })).toEqual({ problems: { until: 'thiếu' } });
    expect(read({ kind: 'TEMPORARY', until: 'sang năm' })).toEqual({ problems: { until: 'không phải ngày' } });
    expect(read({ destination: '' })).toEqual({ problems: { destination: 'thiếu' } });
  });
});
