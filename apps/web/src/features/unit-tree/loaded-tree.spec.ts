import { expect, it } from 'vitest';
import { growTree, plantTree, type TreeEvent } from './loaded-tree.ts';
import type { UnitRow } from './unit-row.ts';

const row = (id: string): UnitRow => ({ id, code: id, name: id, tier: 'CELL', kind: 'CELL', kindName: 'Chi bộ', children: 2, figures: null });
const after = (...events: TreeEvent[]) => events.reduce(growTree, plantTree(row('tinh'), new Set(['huyen'])));

it('begins with its root open, and with what was open before', () => {
  expect([...after().opened]).toEqual(['tinh', 'huyen']);
});

it('remembers what is on its way and what could not be fetched', () => {
  expect(after({ is: 'ASKED', ids: ['tinh', 'huyen'] }).pending.size).toBe(2);
  const failed = after({ is: 'ASKED', ids: ['tinh', 'huyen'] }, { is: 'FAILED', ids: ['tinh'] });
  expect([[...failed.pending], [...failed.failed]]).toEqual([['huyen'], ['tinh']]);
  expect(growTree(failed, { is: 'ASKED', ids: ['tinh'] }).failed.size).toBe(0);
});

it('puts a page behind the one before, each unit once', () => {
  const answer = (ids: string[], next: string | null): TreeEvent => ({ is: 'ANSWERED', pages: [{ id: 'tinh', rows: ids.map(row), total: 3, next }] });
  const tree = after(answer(['a', 'b'], 'b'), answer(['b', 'c'], null));
  expect(tree.below.get('tinh')).toEqual({ ids: ['a', 'b', 'c'], total: 3, next: null });
  expect(tree.rows.size).toBe(4);
});

it('takes the units below several out of one answer', () => {
  const asked = after({ is: 'ASKED', ids: ['tinh', 'huyen', 'xa'] });
  const page = (id: string, below: string) => ({ id, rows: [row(below)], total: 1, next: null });
  const tree = growTree(asked, { is: 'ANSWERED', pages: [page('tinh', 'huyen'), page('huyen', 'xa')] });
  expect([...tree.pending]).toEqual(['xa']);
  expect(tree.below.get('huyen')?.ids).toEqual(['xa']);
});

it('opens and closes', () => {
  expect(after({ is: 'CLOSED', ids: ['huyen'] }).opened.has('huyen')).toBe(false);
  expect([...after({ is: 'OPENED', ids: ['xa', 'chi bo'] }).opened]).toEqual(['tinh', 'huyen', 'xa', 'chi bo']);
  expect([...after({ is: 'ARRANGED', opened: ['xa'] }).opened]).toEqual(['xa']);
});
