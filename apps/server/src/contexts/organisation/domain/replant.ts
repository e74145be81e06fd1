/** A unit of the subtree that is moved, parents before children. */
export interface MovedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly lo: string;
}

/** Where the subtree is hung. */
export interface NewParent {
  readonly id: string;
  readonly depth: number;
  readonly ancestors: readonly string[];
}

/** A unit's place after the move. */
export interface Replanted {
  readonly id: string;
  readonly parentId: string;
  readonly oldLo: string;
  readonly lo: string;
  readonly hi: string;
  readonly depth: number;
  readonly ancestors: readonly string[];
}

/**
 * New places for a whole subtree under a new parent: each level in its old order, in intervals of its new depth.
 * Null where the subtree would be deeper than intervals reach, or wider than they hold there. `widths` are those of the depths 0 to 5.
 */
export function replant(units: readonly MovedUnit[], parent: NewParent, rootLo: string, widths: readonly bigint[]): Replanted[] | null {
  const placed = new Map<string, Replanted>();
  const taken = new Map<string, bigint>();
  for (const unit of units) {
    const above = placed.get(unit.parentId ?? '');
    const { id: parentId, depth: parentDepth, ancestors } = above ?? parent;
    if (!above && placed.size > 0) throw new Error(`unit ${unit.id} comes before its parent`);
    const depth = parentDepth + 1;
    const width = widths[depth];
    if (width === undefined) return null;
    const slot = (taken.get(parentId) ?? 0n) + 1n;
    taken.set(parentId, slot);
    const lo = above ? BigInt(above.lo) + slot * width : BigInt(rootLo);
    const hi = lo + width - 1n;
    if (above && hi > BigInt(above.hi)) return null;
    placed.set(unit.id, { id: unit.id, parentId, oldLo: unit.lo, lo: lo.toString(), hi: hi.toString(), depth, ancestors: [...ancestors, unit.id] });
  }
  return [...placed.values()];
}
