import { expect, it } from 'vitest';
import { growTree, plantTree, type TreeEvent } from './loaded-tree.ts';
import type { UnitRow } from './unit-row.ts';

const row = (id: string): UnitRow => ({ id, code: id, name: id, kind: 'CELL', kindName: 'Chi bộ', children: 2, figures: null });
const after = (...events: TreeEvent[]) => events.reduce(growTree, plantTree(row('tinh'), new Set(['huyen'])));

it('begins with its root open, and with what was open before', () => {
  expect([...after().opened]).toEqual(['tinh', 'huyen']);
});

it('remembers what is on its way and what could not be fetched', () => {
  expect(after({ is: 'ASKED', id: 'tinh' }).pending.has('tinh')).toBe(true);
  const failed = after({ is: 'ASKED', id: 'tinh' }, { is: 'FAILED', id: 'tinh' });
  expect([failed.pending.size, failed.failed.has('tinh')]).toEqual([0, true]);
  expect(growTree(failed, { is: 'ASKED', id: 'tinh' }).failed.size).toBe(0);
});

it('puts a page behind the one before, each unit once', () => {
  const answer = (ids: string[], next: string | null): TreeEvent => ({ is: 'ANSWERED', id: 'tinh', rows: ids.map(row), total: 3, next });
  const tree = after(answer(['a', 'b'], 'b'), answer(['b', 'c'], null));
  expect(tree.below.get('tinh')).toEqual({ ids: ['a', 'b', 'c'], total: 3, next: null });
  expect(tree.rows.size).toBe(4);
});

it('opens and closes', () => {
  expect(after({ is: 'CLOSED', id: 'huyen' }).opened.has('huyen')).toBe(false);
  expect(after({ is: 'OPENED', id: 'xa' }).opened.has('xa')).toBe(true);
});
