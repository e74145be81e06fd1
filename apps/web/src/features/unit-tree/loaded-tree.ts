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

/** A page of the units below one. */
export interface BelowPage {
  readonly id: string;
  readonly rows: readonly UnitRow[];
  readonly total: number;
  readonly next: string | null;
}

export type TreeEvent =
  | { readonly is: 'OPENED' | 'CLOSED' | 'ASKED' | 'FAILED'; readonly ids: readonly string[] }
  /** These are open and no others. */
  | { readonly is: 'ARRANGED'; readonly opened: readonly string[] }
  | { readonly is: 'ANSWERED'; readonly pages: readonly BelowPage[] };

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

function withAll(set: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  return new Set([...set, ...ids]);
}

function withoutAll(set: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const rest = new Set(set);
  for (const id of ids) rest.delete(id);
  return rest;
}

/** The tree after something happened to it. */
export function growTree(tree: LoadedTree, event: TreeEvent): LoadedTree {
  switch (event.is) {
    case 'OPENED':
      return { ...tree, opened: withAll(tree.opened, event.ids) };
    case 'CLOSED':
      return { ...tree, opened: withoutAll(tree.opened, event.ids) };
    case 'ARRANGED':
      return { ...tree, opened: new Set(event.opened) };
    case 'ASKED':
      return { ...tree, pending: withAll(tree.pending, event.ids), failed: withoutAll(tree.failed, event.ids) };
    case 'FAILED':
      return { ...tree, pending: withoutAll(tree.pending, event.ids), failed: withAll(tree.failed, event.ids) };
    case 'ANSWERED': {
      const rows = new Map(tree.rows);
      const below = new Map(tree.below);
      for (const page of event.pages) {
        for (const row of page.rows) rows.set(row.id, row);
        const ids = [...new Set([...(below.get(page.id)?.ids ?? []), ...page.rows.map(({ id }) => id)])];
        below.set(page.id, { ids, total: page.total, next: page.next });
      }
      return { ...tree, rows, below, pending: withoutAll(tree.pending, event.pages.map(({ id }) => id)) };
    }
  }
}
