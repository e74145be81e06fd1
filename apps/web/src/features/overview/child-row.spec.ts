import { describe, expect, it } from 'vitest';
import { foldName } from '../../shared/format/fold-name.ts';
import { countFewer, countStandings, isCompared, matchRows, nextSorting, readSorting, sortRows, usualSorting, writeSorting, type ChildRow } from './child-row.ts';

const row = (name: string, change: Partial<ChildRow> = {}): ChildRow => ({
  id: name,
  code: foldName(name).replaceAll(' ', '-'),
  name,
  kind: 'DISTRICT_PARTY',
  kindName: 'Huyện',
  admitted: 0,
  members: 0,
  rate: null,
  rateHidden: false,
  before: null,
  difference: null,
  percent: null,
  against: 'LAST_YEAR',
  standing: null,
  pace: null,
  below: [],
  ...change,
});

const names = (rows: readonly ChildRow[]) => rows.map(({ name }) => name);

describe('sorting', () => {
  const rows = [row('Đức Hòa', { admitted: 2 }), row('An Giang', { admitted: null }), row('Ân Thi', { admitted: 9 })];

  it('puts hidden numbers last in both directions', () => {
    expect(names(sortRows(rows, { column: 'admitted', descending: true }))).toEqual(['Ân Thi', 'Đức Hòa', 'An Giang']);
    expect(names(sortRows(rows, { column: 'admitted', descending: false }))).toEqual(['Đức Hòa', 'Ân Thi', 'An Giang']);
  });

  it('orders names as Vietnamese does', () => {
    const unordered = ['Đức Hòa', 'Ân Thi', 'Dĩ An', 'An Giang', 'Ăn Khê'].map((name) => row(name));
    expect(names(sortRows(unordered, { column: 'name', descending: false }))).toEqual([
      'An Giang',
      'Ăn Khê',
      'Ân Thi',
      'Dĩ An',
      'Đức Hòa',
    ]);
  });

  it('counts the numbers in names', () => {
    const cells = ['Chi bộ 10', 'Chi bộ 2'].map((name) => row(name));
    expect(names(sortRows(cells, { column: 'name', descending: false }))).toEqual(['Chi bộ 2', 'Chi bộ 10']);
  });

  it('is written in the address only where it is not the usual one', () => {
    const usual = usualSorting(false);
    expect(writeSorting(readSorting(undefined, usual), usual)).toBeUndefined();
    expect(writeSorting({ column: 'rate', descending: false }, usual)).toBe('ty-le');
    expect(readSorting('-dang-vien', usual)).toEqual({ column: 'members', descending: true });
    expect(readSorting('-la-lung', usual)).toEqual(usual);
  });

  it('shows who fell behind most first where there is a year before', () => {
    const rows = [row('A', { difference: 3 }), row('B', { difference: null }), row('C', { difference: -5 }), row('D', { difference: -1 })];
    expect(names(sortRows(rows, readSorting(undefined, usualSorting(true))))).toEqual(['C', 'D', 'A', 'B']);
    expect(writeSorting(usualSorting(false), usualSorting(true))).toBe('-ket-nap');
    expect(nextSorting({ column: 'name', descending: false }, 'percent')).toEqual({ column: 'percent', descending: false });
  });

  it('starts numbers with the largest and turns round at the second click', () => {
    const first = nextSorting({ column: 'name', descending: false }, 'members');
    expect(first).toEqual({ column: 'members', descending: true });
    expect(nextSorting(first, 'members')).toEqual({ column: 'members', descending: false });
    expect(nextSorting(first, 'name')).toEqual({ column: 'name', descending: false });
  });
});

describe('standings', () => {
  it('are counted worst first, and the units that cannot be compared are no part of the whole', () => {
    const rows = [row('A', { standing: 'MORE' }), row('B', { standing: 'FEWER' }), row('C', { standing: 'FEWER' }), row('D')];
    const counts = countStandings(rows);
    expect(counts).toEqual([{ standing: 'FEWER', count: 2 }, { standing: 'MORE', count: 1 }, { standing: 'NOT_COMPARABLE', count: 1 }]);
    expect(countFewer(counts)).toEqual({ fewer: 2, all: 3 });
    expect(countFewer([{ standing: 'TOO_EARLY', count: 14 }])).toEqual({ fewer: 0, all: 0 });
    expect([isCompared(rows), isCompared([row('D')])]).toEqual([true, false]);
  });
});

describe('the filter', () => {
  const rows = [row('Đảng bộ huyện Cần Đước'), row('Đảng bộ huyện Đức Hòa'), row('Chi bộ 1', { kind: 'CELL' })];

  it('needs no marks and no order', () => {
    expect(names(matchRows(rows, { tim: 'duoc can' }))).toEqual(['Đảng bộ huyện Cần Đước']);
  });

  it('reads decomposed input', () => {
    expect(names(matchRows(rows, { tim: 'Đức'.normalize('NFD') }))).toEqual(['Đảng bộ huyện Đức Hòa']);
  });

  it('matches the beginnings of words', () => {
    expect(matchRows(rows, { tim: 'uoc' })).toHaveLength(0);
  });

  it('can be narrowed to one kind', () => {
    expect(names(matchRows(rows, { loai: 'CELL' }))).toEqual(['Chi bộ 1']);
  });
});
