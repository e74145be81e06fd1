import { useEffect, useRef, useState } from 'react';
import { countDownTo, wantedDownTo, type TreeLevel } from './tree-opening.ts';
import type { LoadedTreeState } from './use-loaded-tree.ts';

export interface TreeOpening {
  /** How many units of how many are known, once opening takes long enough that it is told. */
  readonly progress: { readonly known: number; readonly total: number } | null;
  /** What was opened last without all that hangs below: of how many units it is missing. */
  readonly short: { readonly level: TreeLevel; readonly units: number } | null;
  readonly openTo: (level: TreeLevel) => void;
  /** Leaves the first level open alone. */
  readonly closeAll: () => void;
  /** Gives up; the tree stays as it is, and what was fetched is kept. */
  readonly stop: () => void;
}

interface Way {
  readonly level: TreeLevel;
  readonly isLong: boolean;
}

/** From here on, waiting is told. */
const longMilliseconds = 1_000;

/** Opens a tree down to a level once all of that is there: rows that come one after the other would push each other about. */
export function useTreeOpening(root: string, { tree, fetchDown, arrange }: Pick<LoadedTreeState, 'tree' | 'fetchDown' | 'arrange'>): TreeOpening {
  const [way, setWay] = useState<Way | null>(null);
  const [short, setShort] = useState<TreeOpening['short']>(null);
  const running = useRef<AbortController>(null);
  const stop = () => {
    running.current?.abort();
    setWay(null);
  };
  useEffect(() => () => running.current?.abort(), []);
  const openTo = async (level: TreeLevel) => {
    stop();
    const controller = new AbortController();
    running.current = controller;
    setShort(null);
    setWay({ level, isLong: false });
    const timer = setTimeout(() => setWay({ level, isLong: true }), longMilliseconds);
    controller.signal.addEventListener('abort', () => clearTimeout(timer));
    const isWanted = wantedDownTo(level.tier);
    await fetchDown(isWanted, controller.signal);
    clearTimeout(timer);
    if (controller.signal.aborted) return;
    const units = arrange(isWanted);
    setShort(units === 0 ? null : { level, units });
    setWay(null);
  };
  return {
    progress: way?.isLong === true ? { known: Math.min(countDownTo(tree, way.level.tier), way.level.until), total: way.level.until } : null,
    short,
    openTo: (level) => void openTo(level),
    closeAll: () => {
      stop();
      setShort(null);
      arrange(({ id }) => id === root);
    },
    stop,
  };
}
