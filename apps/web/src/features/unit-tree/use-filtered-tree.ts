import { useCallback, useMemo, useState } from 'react';
import type { CombinedError } from 'urql';
import type { ScopeQuestion } from '../scope/index.ts';
import type { LoadedTree } from './loaded-tree.ts';
import type { KnownTree } from './tree-rows.ts';
import type { TreeMemory } from './tree-memory.ts';
import type { UnitRow } from './unit-row.ts';
import { useFoundTree, type Found } from './use-found-tree.ts';
import { useLoadedTree } from './use-loaded-tree.ts';
import { useTreeOpening, type TreeOpening } from './use-tree-opening.ts';

export interface FilteredTree {
  /** What is shown: the whole tree, or what leads to the hits. */
  readonly known: KnownTree;
  /** What was fetched of the whole tree, filtered or not. */
  readonly whole: Pick<LoadedTree, 'below' | 'rows'>;
  readonly rowOf: (id: string) => UnitRow | undefined;
  readonly found: Found | null | undefined;
  readonly memory: TreeMemory;
  readonly open: (id: string) => void;
  readonly openAll: (ids: readonly string[]) => void;
  readonly close: (id: string) => void;
  readonly opening: TreeOpening;
  readonly failure: { readonly error: CombinedError; readonly retry: () => void } | null;
}

const none: ReadonlySet<string> = new Set();

/** The tree below a unit, narrowed to what a search finds. Opening and closing there leaves the whole tree as it was. */
export function useFilteredTree(root: UnitRow, question: ScopeQuestion, search: string): FilteredTree {
  const loaded = useLoadedTree(root, question);
  const { tree, memory, open, close, fetchBelow } = loaded;
  const opening = useTreeOpening(root.id, loaded);
  const { found, error, retry } = useFoundTree(root.id, search, question);
  const path = found?.tree;
  // Open in the filtered tree: what leads to a hit, until it is closed by hand, and what is opened by hand.
  const [hand, setHand] = useState<{ readonly search: string; readonly turned: ReadonlySet<string> }>({ search, turned: none });
  const turned = hand.search === search ? hand.turned : none;
  const known = tree.rows;
  const foundRows = found?.rows;
  const rowOf = useCallback((id: string) => known.get(id) ?? foundRows?.get(id), [known, foundRows]);
  const shown = useMemo<KnownTree>(() => {
    const hasBelow = (id: string) => Boolean(path?.below.has(id)) || (rowOf(id)?.children ?? 0) > 0;
    if (path === undefined) return { root: root.id, ...tree, hasBelow };
    const opened = new Set([...[...path.below.keys()].filter((id) => !turned.has(id)), ...[...turned].filter((id) => !path.below.has(id))]);
    return { ...tree, root: root.id, below: new Map([...tree.below, ...path.below]), opened, hasBelow };
  }, [root.id, tree, path, turned, rowOf]);
  const turn = (ids: readonly string[]) => {
    const next = new Set(turned);
    for (const id of ids) if (!next.delete(id)) next.add(id);
    setHand({ search, turned: next });
    for (const id of ids) if (path !== undefined && !path.below.has(id) && !tree.below.has(id)) fetchBelow(id);
  };
  return {
    known: shown,
    whole: tree,
    rowOf,
    found,
    memory,
    open: (id) => (shown.opened.has(id) ? fetchBelow(id) : path === undefined ? open([id]) : turn([id])),
    openAll: path === undefined ? open : turn,
    close: path === undefined ? close : (id) => turn([id]),
    opening,
    failure: error === undefined ? null : { error, retry },
  };
}
