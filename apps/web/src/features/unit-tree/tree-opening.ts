import { tiers, type Tier } from '@banyan/schema/enums';
import type { LoadedTree } from './loaded-tree.ts';
import type { UnitRow } from './unit-row.ts';

/** Whether a unit is to be open. */
export type IsWanted = (row: UnitRow) => boolean;

/** A level down to which a tree can be opened. */
export interface TreeLevel {
  /** Null for the lowest: all there is. */
  readonly tier: Tier | null;
  readonly label: string;
  /** How many units there are of this level, and from the first level down to it. */
  readonly units: number;
  readonly until: number;
}

interface KindOfUnits {
  readonly count: number;
  readonly kind: { readonly tier: Tier; readonly tierLabel: string };
}

/** The levels below the first one of a subtree, from the top down. */
export function listLevels(kinds: readonly KindOfUnits[]): TreeLevel[] {
  const present = tiers.flatMap((tier) => {
    const own = kinds.filter(({ kind }) => kind.tier === tier);
    return own[0] === undefined ? [] : [{ tier, label: own[0].kind.tierLabel, units: own.reduce((sum, { count }) => sum + count, 0) }];
  });
  let until = 0;
  return present
    .map(({ tier, label, units }, index) => ({ tier: index === present.length - 1 ? null : tier, label, units, until: (until += units) }))
    .slice(1);
}

/** What is open where a tree shows its units down to a level. */
export function wantedDownTo(tier: Tier | null): IsWanted {
  const end = tier === null ? tiers.length : tiers.indexOf(tier);
  return (row) => tiers.indexOf(row.tier) < end;
}

/** How many units down to a level are known. */
export function countDownTo(tree: LoadedTree, tier: Tier | null): number {
  const end = tier === null ? tiers.length : tiers.indexOf(tier);
  return [...tree.rows.values()].filter((row) => tiers.indexOf(row.tier) <= end).length;
}

/** The units that are to be open, from the root down through what is known. */
export function listWanted({ rows, below }: LoadedTree, root: string, isWanted: IsWanted): string[] {
  const wanted: string[] = [];
  let level = [root];
  while (level.length > 0) {
    const open = level.filter((id) => {
      const row = rows.get(id);
      return row !== undefined && row.children !== 0 && isWanted(row);
    });
    for (const id of open) wanted.push(id);
    level = open.flatMap((id) => below.get(id)?.ids ?? []);
  }
  return wanted;
}

/** Those of some units of which not all units below are known. */
export function listIncomplete({ below }: LoadedTree, ids: readonly string[]): string[] {
  return ids.filter((id) => below.get(id)?.next !== null);
}

/** The most units that one question names, the most rows that it asks of each, and about how many rows an answer holds. */
export const batchLimits = { ids: 100, rowsEach: 100, rows: 500 } as const;

/** Shares units out among questions about the units below them. One with more than a question asks of each has a question of its own. */
export function shareOut({ rows }: LoadedTree, ids: readonly string[]): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let expected = 0;
  for (const id of ids) {
    const own = rows.get(id)?.children ?? batchLimits.rowsEach;
    if (own > batchLimits.rowsEach) {
      batches.push([id]);
      continue;
    }
    if (batch.length === 0 || batch.length === batchLimits.ids || expected + own > batchLimits.rows) {
      batch = [];
      expected = 0;
      batches.push(batch);
    }
    batch.push(id);
    expected += own;
  }
  return batches;
}
