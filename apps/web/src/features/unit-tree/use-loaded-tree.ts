import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useClient } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ScopeQuestion } from '../scope/index.ts';
import { growTree, plantTree, type LoadedTree } from './loaded-tree.ts';
import { UnitsBelowQuery } from './tree-documents.ts';
import { memoryOf, rememberOpened, type TreeMemory } from './tree-memory.ts';
import { readUnitRow, type UnitRow } from './unit-row.ts';

export interface LoadedTreeState {
  readonly tree: LoadedTree;
  readonly memory: TreeMemory;
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
  /** Fetches the first or the next page of the units below one. */
  readonly fetchBelow: (id: string) => void;
}

/** The tree below a unit, fetched where it is opened: one request for each unit. */
export function useLoadedTree(root: UnitRow, question: ScopeQuestion): LoadedTreeState {
  const client = useClient();
  const { language } = usePrinting();
  const memory = memoryOf(client, root.id);
  const [tree, grow] = useReducer(growTree, null, () => plantTree(root, memory.opened));
  const latest = useRef(tree);
  useEffect(() => {
    latest.current = tree;
  }, [tree]);
  const fetchBelow = useCallback(
    (id: string) => {
      const after = latest.current.below.get(id)?.next ?? null;
      if (latest.current.pending.has(id)) return;
      grow({ is: 'ASKED', id });
      void client
        .query(UnitsBelowQuery, { unit: id, after, language, ...question })
        .toPromise()
        .then(({ data }) => {
          const children = data?.unit?.children;
          if (children === undefined) {
            grow({ is: 'FAILED', id });
            return;
          }
          const next = children.pageInfo.hasNextPage ? children.pageInfo.endCursor : null;
          grow({ is: 'ANSWERED', id, rows: children.nodes.map(readUnitRow), total: children.totalCount, next });
        });
    },
    [client, language, question],
  );
  useEffect(() => {
    // What was open at the last visit is fetched again: it is in the cache, or its figures are of another period.
    for (const id of latest.current.opened) fetchBelow(id);
  }, [fetchBelow]);
  return {
    tree,
    memory,
    fetchBelow,
    open: (id) => {
      rememberOpened(memory, id, true);
      grow({ is: 'OPENED', id });
      if (!tree.below.has(id)) fetchBelow(id);
    },
    close: (id) => {
      rememberOpened(memory, id, false);
      grow({ is: 'CLOSED', id });
    },
  };
}
