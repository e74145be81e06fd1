import { apportion } from '../chance/weighted.ts';
import type { Leaf } from '../tree/leaf.ts';

/** Decides how many members each leaf has on the last day, so that they sum up to the total. */
export function distributeMembers(leaves: readonly Leaf[], total: number, least = 6): void {
  const parts = apportion(total, leaves.map(({ weight }) => weight), least);
  leaves.forEach((leaf, index) => {
    leaf.closing = parts[index] ?? 0;
  });
}
