import { describe, expect, it } from 'vitest';
import { applyPasted, balanceOf, blockedBy, matchPasted, type Row, type Worksheet } from './worksheet.ts';

const row = (name: string, low = '', more: Partial<Row> = {}): Row => ({ unit: name, code: `tinh.${name.toLowerCase().replaceAll(' ', '-')}`, name: `Đảng bộ ${name}`, low, high: '', note: '', isLocked: false, members: 100, weight: null, ...more });
const sheet = (rows: Row[], more: Partial<Worksheet> = {}): Worksheet => ({ rule: 'EXACTLY', reserve: '', reserveHigh: '', rows, ...more });
const exactly = (low: number) => ({ kind: 'EXACT', low, high: low, elsewhere: [] }) as const;
const nobody = () => false;

describe('a worksheet', () => {
  it('says what is left, and cannot be published before the rule holds', () => {
    const rows = [row('xã A', '20'), row('xã B', '1.000')];
    expect(balanceOf(sheet(rows), exactly(1048))).toMatchObject({ allocated: 1020, difference: -28, holds: false });
    expect(blockedBy(sheet(rows), exactly(1048), nobody)).toEqual({ by: 'SUM', difference: -28 });
    expect(blockedBy(sheet(rows), exactly(1020), nobody)).toBeNull();
    expect(blockedBy(sheet(rows, { rule: 'NOT_BELOW' }), exactly(1000), nobody)).toBeNull();
    expect(blockedBy(sheet(rows, { rule: 'WITH_RESERVE', reserve: '8' }), exactly(1028), nobody)).toBeNull();
  });

  it('counts what units keep that are not below any more', () => {
    const rows = [row('xã A', '20'), row('xã B', '5')];
    const whole = { ...exactly(30), elsewhere: [{ low: 2, high: 2, weight: null }, { low: 3, high: 3, weight: null }] };
    expect(balanceOf(sheet(rows), whole)).toMatchObject({ allocated: 30, elsewhere: 5, difference: 0, holds: true });
    expect(blockedBy(sheet(rows), whole, nobody)).toBeNull();
    const range = { kind: 'RANGE', low: 10, high: 14, elsewhere: [{ low: 1, high: 4, weight: null }] } as const;
    expect(balanceOf(sheet([row('xã A', '9', { high: '10' })]), range)).toMatchObject({ elsewhere: 1, elsewhereHigh: 4, difference: 0, differenceHigh: 0, holds: true });
  });

  it('weighs a rate by the members of the year before, not by those of today', () => {
    const rate = { kind: 'RATE', low: 3, high: null, elsewhere: [] } as const;
    const rows = [row('xã A', '4', { weight: 100, members: 1 }), row('xã B', '1', { weight: 50, members: 1 })];
    expect(balanceOf(sheet(rows, { rule: 'NOT_BELOW' }), rate)).toMatchObject({ allocated: 3, difference: 0, holds: true });
    const away = { ...rate, elsewhere: [{ low: 1, high: null, weight: 50 }] };
    expect(balanceOf(sheet(rows, { rule: 'NOT_BELOW' }), away)).toMatchObject({ allocated: 2.5, holds: false });
  });

  it('asks for a reason of a zero, and for a number where there was one', () => {
    expect(blockedBy(sheet([row('xã A', '5'), row('xã B', '0')]), exactly(5), nobody)).toEqual({ by: 'NOTES', count: 1 });
    expect(blockedBy(sheet([row('xã A', '5'), row('xã B', '0', { note: 'chưa có nguồn' })]), exactly(5), nobody)).toBeNull();
    expect(blockedBy(sheet([row('xã A', '5'), row('xã B')]), exactly(5), nobody)).toBeNull();
    expect(blockedBy(sheet([row('xã A', '5'), row('xã B')]), exactly(5), (unit) => unit === 'xã B')).toEqual({ by: 'EMPTY', count: 1 });
  });

  it('says of a range that is upside down that it is wrong, typed or pasted', () => {
    const range = { kind: 'RANGE', low: 10, high: 14, elsewhere: [] } as const;
    const rows = [row('xã A', '9', { high: '4' }), row('xã B', '1', { high: '10' })];
    expect(blockedBy(sheet(rows), range, nobody)).toEqual({ by: 'WRONG', count: 1 });
    expect(blockedBy(sheet([row('xã A', '4', { high: '4' }), row('xã B', '6', { high: '10' })]), range, nobody)).toBeNull();
    expect(matchPasted('9\t4\n1\t10', rows, 0, 'RANGE').map(({ problem }) => problem)).toEqual(['UPSIDE_DOWN', null]);
    // What stands beside one number is no bound of it.
    expect(blockedBy(sheet([row('xã A', '9', { high: '4' })]), exactly(9), nobody)).toBeNull();
  });

  it('holds both bounds of a range', () => {
    const range = { kind: 'RANGE', low: 10, high: 14, elsewhere: [] } as const;
    expect(blockedBy(sheet([row('xã A', '10', { high: '13' })]), range, nobody)).toEqual({ by: 'SUM', difference: -1 });
    expect(blockedBy(sheet([row('xã A', '10', { high: '14' })]), range, nobody)).toBeNull();
  });
});

describe('what is pasted', () => {
  const rows = [row('xã An Kiều'), row('xã Đồi Chè'), row('phường Bến Gạo')];

  it('goes down from a cell in order, or to the units that it names', () => {
    expect(applyPasted(rows, matchPasted('7\n8', rows, 1, 'EXACT'), 'EXACT').map(({ low }) => low)).toEqual(['', '7', '8']);
    const named = matchPasted('Xã Đồi Chè\t8\nBEN GAO\t9\ntinh.xã-an-kiều\t7', rows, 0, 'EXACT');
    expect(applyPasted(rows, named, 'EXACT').map(({ low }) => low)).toEqual(['7', '8', '9']);
  });

  it('of 170 rows of which 3 are wrong loses none, and says which', () => {
    const many = Array.from({ length: 170 }, (_, index) => row(`xã số ${index + 1}`));
    const text = many.map((_, index) => (index === 10 ? '2,5' : index === 20 ? 'mười' : index === 30 ? '-4' : String(index))).join('\n');
    const lines = matchPasted(text, many, 0, 'EXACT');
    expect(lines.flatMap(({ problem, unit }) => (problem === null ? [] : [[unit?.name, problem]]))).toEqual([
      ['Đảng bộ xã số 11', 'FRACTION'], ['Đảng bộ xã số 21', 'NOT_A_NUMBER'], ['Đảng bộ xã số 31', 'NEGATIVE'],
    ]);
    const pasted = applyPasted(many, lines, 'EXACT');
    expect(pasted.map(({ low }) => low).join('\n')).toBe(text);
    expect(blockedBy(sheet(pasted), exactly(1), nobody)).toEqual({ by: 'WRONG', count: 3 });
  });

  it('names what has no place', () => {
    expect(matchPasted('1\n2\n3\n4', rows, 1, 'EXACT').map(({ problem }) => problem)).toEqual([null, null, 'TOO_MANY', 'TOO_MANY']);
    expect(matchPasted('Xã Lạ\t1\nXã An Kiều\t1\nxa an kieu\t2', rows, 0, 'EXACT').map(({ problem }) => problem)).toEqual(['UNKNOWN_UNIT', null, 'TWICE']);
  });
});
