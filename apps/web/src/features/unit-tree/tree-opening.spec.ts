import { describe, expect, it } from 'vitest';
import { growTree, plantTree, type LoadedTree } from './loaded-tree.ts';
import { batchLimits, countDownTo, listIncomplete, listLevels, listWanted, shareOut, wantedDownTo } from './tree-opening.ts';
import type { UnitRow } from './unit-row.ts';

const row = (id: string, tier: UnitRow['tier'], children: number): UnitRow => ({ id, code: id, name: id, tier, kind: 'CELL', kindName: 'Chi bộ', children, figures: null });

/** A province with two districts, of which the first has a commune with a cell, and a commune without. */
function province(): LoadedTree {
  const page = (id: string, rows: UnitRow[]) => ({ id, rows, total: rows.length, next: null });
  return growTree(plantTree(row('tinh', 'PROVINCE', 2), new Set()), {
    is: 'ANSWERED',
    pages: [
      page('tinh', [row('huyện một', 'UPPER', 2), row('huyện hai', 'UPPER', 3)]),
      page('huyện một', [row('xã', 'GRASSROOTS', 1), row('xã trống', 'GRASSROOTS', 0)]),
      page('xã', [row('chi bộ', 'CELL', 0)]),
    ],
  });
}

describe('the levels of a tree', () => {
  const kind = (tier: UnitRow['tier'], tierLabel: string, count: number) => ({ count, kind: { tier, tierLabel } });

  it('are those that occur below the first, with all their kinds', () => {
    const kinds = [kind('CELL', 'Chi bộ', 9), kind('GRASSROOTS', 'Cơ sở', 3), kind('PROVINCE', 'Tỉnh', 1), kind('GRASSROOTS', 'Cơ sở', 1)];
    expect(listLevels(kinds)).toEqual([
      { tier: 'GRASSROOTS', label: 'Cơ sở', units: 4, until: 5 },
      { tier: null, label: 'Chi bộ', units: 9, until: 14 },
    ]);
  });

  it('are none below a cell, and before they are known', () => {
    expect(listLevels([kind('CELL', 'Chi bộ', 1)])).toEqual([]);
    expect(listLevels([])).toEqual([]);
  });
});

describe('what is to be open', () => {
  it('stands above the level that is to be shown', () => {
    const wanted = (tier: Parameters<typeof wantedDownTo>[0]) => listWanted(province(), 'tinh', wantedDownTo(tier));
    expect(wanted('UPPER')).toEqual(['tinh']);
    expect(wanted('GRASSROOTS')).toEqual(['tinh', 'huyện một', 'huyện hai']);
    expect(wanted(null)).toEqual(['tinh', 'huyện một', 'huyện hai', 'xã']);
  });

  it('is incomplete where the units below were not fetched, or not all of them', () => {
    const tree = province();
    expect(listIncomplete(tree, ['tinh', 'huyện hai'])).toEqual(['huyện hai']);
    const half = growTree(tree, { is: 'ANSWERED', pages: [{ id: 'huyện hai', rows: [], total: 3, next: 'cursor' }] });
    expect(listIncomplete(half, ['tinh', 'huyện hai'])).toEqual(['huyện hai']);
  });

  it('is counted down to the level', () => {
    expect(countDownTo(province(), 'UPPER')).toBe(3);
    expect(countDownTo(province(), null)).toBe(6);
  });
});

describe('questions', () => {
  const share = (children: readonly number[]) => {
    const rows = children.map((count, index) => row(String(index), 'UPPER', count));
    const tree = growTree(plantTree(row('tinh', 'PROVINCE', rows.length), new Set()), { is: 'ANSWERED', pages: [{ id: 'tinh', rows, total: rows.length, next: null }] });
    return shareOut(tree, rows.map(({ id }) => id)).map((ids) => ids.length);
  };

  it('name no more units than one may, and expect no more rows than an answer should hold', () => {
    expect(share(Array.from({ length: 250 }, () => 1))).toEqual([100, 100, 50]);
    expect(share([100, 100, 100, 100, 100, 1])).toEqual([5, 1]);
    expect(batchLimits.ids * batchLimits.rowsEach).toBeLessThanOrEqual(10_000);
  });

  it('ask alone for a unit that has more below than they ask of each', () => {
    expect(share([3, 101, 3])).toEqual([2, 1]);
    expect(share([600])).toEqual([1]);
  });
});
