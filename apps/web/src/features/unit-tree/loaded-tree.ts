import type { UnitRow } from './unit-row.ts';
import type { Below } from './tree-rows.ts';

/** What was fetched of a tree, and what of it is open. */
export interface LoadedTree {
  readonly rows: ReadonlyMap<string, UnitRow>;
  readonly below: ReadonlyMap<string, Below>;
  readonly opened: ReadonlySet<string>;
  readonly pending: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
}

export type TreeEvent =
  | { readonly is: 'OPENED' | 'CLOSED' | 'ASKED' | 'FAILED'; readonly id: string }
  | { readonly is: 'ANSWERED'; readonly id: string; readonly rows: readonly UnitRow[]; readonly total: number; readonly next: string | null };

/** A tree of which the root alone is known; the root is open, and so is what was open at the last visit. */
export function plantTree(root: UnitRow, opened: ReadonlySet<string>): LoadedTree {
  return {
    rows: new Map([[root.id, root]]),
    below: new Map(),
    opened: new Set([root.id, ...opened]),
    pending: new Set(),
    failed: new Set(),
  };
}

function withOne(set: ReadonlySet<string>, id: string): Set<string> {
  return new Set(set).add(id);
}

function withoutOne(set: ReadonlySet<string>, id: string): Set<string> {
  const rest = new Set(set);
  rest.delete(id);
  return rest;
}

/** The tree after something happened to it. */
export function growTree(tree: LoadedTree, event: TreeEvent): LoadedTree {
  switch (event.is) {
    case 'OPENED':
      return { ...tree, opened: withOne(tree.opened, event.id) };
    case 'CLOSED':
      return { ...tree, opened: withoutOne(tree.opened, event.id) };
    case 'ASKED':
      return { ...tree, pending: withOne(tree.pending, event.id), failed: withoutOne(tree.failed, event.id) };
    case 'FAILED':
      return { ...tree, pending: withoutOne(tree.pending, event.id), failed: withOne(tree.failed, event.id) };
    case 'ANSWERED': {
      const known = tree.below.get(event.id)?.ids ?? [];
      const ids = [...new Set([...known, ...event.rows.map(({ id }) => id)])];
      return {
        ...tree,
        rows: new Map([...tree.rows, ...event.rows.map((row) => [row.id, row] as const)]),
        below: new Map(tree.below).set(event.id, { ids, total: event.total, next: event.next }),
        pending: withoutOne(tree.pending, event.id),
      };
    }
  }
}
