import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ScopeQuestion } from '../scope/index.ts';
import { growTree, plantTree, type LoadedTree, type TreeEvent } from './loaded-tree.ts';
import { memoryOf, rememberArranged, rememberClosed, rememberOpened, type TreeMemory } from './tree-memory.ts';
import { listIncomplete, listWanted, shareOut, type IsWanted } from './tree-opening.ts';
import type { UnitRow } from './unit-row.ts';
import { useBelowRequest } from './use-below-request.ts';

export interface LoadedTreeState {
  readonly tree: LoadedTree;
  readonly memory: TreeMemory;
  readonly open: (ids: readonly string[]) => void;
  readonly close: (id: string) => void;
  /** Fetches the first or the next page of the units below one, where it is not on its way. */
  readonly fetchBelow: (id: string) => void;
  /** Fetches all units below those that are to be open, a level after the other; what fails is left out. */
  readonly fetchDown: (isWanted: IsWanted, signal: AbortSignal) => Promise<void>;
  /** Opens what is to be open and is known, and nothing else; answers how many of it could not be fetched. */
  readonly arrange: (isWanted: IsWanted) => number;
}

/** How many questions are asked at once. */
const lanes = 3;

interface Descent {
  readonly isWanted: IsWanted;
  /** Whether the pages after the first are fetched too. */
  readonly whole: boolean;
  readonly signal?: AbortSignal;
}

/** The tree below a unit, fetched where it is opened. */
export function useLoadedTree(root: UnitRow, question: ScopeQuestion): LoadedTreeState {
  const memory = memoryOf(useClient(), root.id);
  const [tree, setTree] = useState(() => plantTree(root, memory.opened));
  const latest = useRef(tree);
  const flights = useRef(new Map<string, Promise<void>>());
  const request = useBelowRequest(question);
  const grow = useCallback((event: TreeEvent) => {
    latest.current = growTree(latest.current, event);
    setTree(latest.current);
  }, []);
  const fetchPages = useCallback(
    async (ids: readonly string[], after: string | null) => {
      const flight = request(ids, after).then((pages) => {
        for (const id of ids) flights.current.delete(id);
        const answered = new Set(pages.map(({ id }) => id));
        const failed = ids.filter((id) => !answered.has(id));
        if (pages.length > 0) grow({ is: 'ANSWERED', pages });
        if (failed.length > 0) grow({ is: 'FAILED', ids: failed });
      });
      for (const id of ids) flights.current.set(id, flight);
      grow({ is: 'ASKED', ids });
      await flight;
    },
    [request, grow],
  );
  const fetchBelow = useCallback(
    (id: string) => {
      if (!flights.current.has(id)) void fetchPages([id], latest.current.below.get(id)?.next ?? null);
    },
    [fetchPages],
  );
  const descend = useCallback(
    async ({ isWanted, whole, signal }: Descent) => {
      const tried = new Set<string>();
      const isStopped = () => signal?.aborted === true;
      const pageOf = (id: string) => `${id} ${latest.current.below.get(id)?.next ?? ''}`;
      while (!isStopped()) {
        const wanted = listWanted(latest.current, root.id, isWanted);
        const missing = listIncomplete(latest.current, wanted).filter((id) => !tried.has(pageOf(id)) && (whole || !latest.current.below.has(id)));
        if (missing.length === 0) return;
        for (const id of missing) tried.add(pageOf(id));
        const batches = shareOut(latest.current, missing.filter((id) => !flights.current.has(id)));
        const work = async () => {
          for (let batch = batches.shift(); batch !== undefined && !isStopped(); batch = batches.shift()) {
            const after = batch.length === 1 ? latest.current.below.get(batch[0] ?? '')?.next : undefined;
            await fetchPages(batch, after ?? null);
          }
        };
        await Promise.all([...missing.map((id) => flights.current.get(id)), ...Array.from({ length: lanes }, work)]);
      }
    },
    [root.id, fetchPages],
  );
  useEffect(() => {
    // What was open at the last visit is fetched again: it is in the cache, or its figures are of another period.
    const { opened } = latest.current;
    void descend({ isWanted: ({ id }) => opened.has(id), whole: false });
  }, [descend]);
  return {
    tree,
    memory,
    fetchBelow,
    fetchDown: async (isWanted, signal) => await descend({ isWanted, whole: true, signal }),
    open: (ids) => {
      rememberOpened(memory, ids);
      grow({ is: 'OPENED', ids });
      void descend({ isWanted: ({ id }) => latest.current.opened.has(id), whole: false });
    },
    close: (id) => {
      rememberClosed(memory, id);
      grow({ is: 'CLOSED', ids: [id] });
    },
    arrange: (isWanted) => {
      const wanted = listWanted(latest.current, root.id, isWanted);
      rememberArranged(memory, wanted);
      grow({ is: 'ARRANGED', opened: wanted });
      return listIncomplete(latest.current, wanted).length;
    },
  };
}
