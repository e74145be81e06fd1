import type { Below } from './tree-rows.ts';

/** A unit that was found, with the ids of the units above it from the root of all down. */
export interface Hit {
  readonly id: string;
  readonly ancestors: readonly string[];
}

/** The part of a tree that leads to what was found. */
export interface FoundTree {
  readonly hits: ReadonlySet<string>;
  readonly below: ReadonlyMap<string, Below>;
  /** Units between the root and a hit that are no hits themselves. */
  readonly between: readonly string[];
}

/** The tree from `root` down to each hit; hits keep the order in which they come. */
export function treeOfHits(root: string, hits: readonly Hit[]): FoundTree {
  const children = new Map<string, Set<string>>();
  const found = new Set<string>();
  const between = new Set<string>();
  for (const { id, ancestors } of hits) {
    const start = ancestors.indexOf(root);
    if (id !== root && start === -1) continue;
    found.add(id);
    const path = id === root ? [root] : [...ancestors.slice(start), id];
    path.slice(1).forEach((step, index) => {
      const above = path[index] ?? root;
      const known = children.get(above) ?? new Set();
      children.set(above, known.add(step));
      between.add(above);
    });
  }
  return {
    hits: found,
    below: new Map([...children].map(([id, ids]) => [id, { ids: [...ids], total: ids.size, next: null }])),
    between: [...between].filter((id) => !found.has(id)),
  };
}
