import type { Client } from 'urql';

/** How a tree was left: what was open and where the focus stood. */
export interface TreeMemory {
  readonly opened: Set<string>;
  active: string | null;
}

/** By client, so that another identity begins anew. */
const memories = new WeakMap<Client, Map<string, TreeMemory>>();

/** How the tree below a unit was left, for coming back to it from a page of one of its units. */
export function memoryOf(client: Client, root: string): TreeMemory {
  const own = memories.get(client) ?? new Map<string, TreeMemory>();
  memories.set(client, own);
  const memory = own.get(root) ?? { opened: new Set(), active: null };
  own.set(root, memory);
  return memory;
}

/** Remembers that units were opened. */
export function rememberOpened({ opened }: TreeMemory, ids: readonly string[]): void {
  for (const id of ids) opened.add(id);
}

/** Remembers that a unit was closed. */
export function rememberClosed({ opened }: TreeMemory, id: string): void {
  opened.delete(id);
}

/** Remembers that these are open and no others. */
export function rememberArranged(memory: TreeMemory, ids: readonly string[]): void {
  memory.opened.clear();
  rememberOpened(memory, ids);
}

/** Remembers which line has the focus. */
export function rememberActive(memory: TreeMemory, key: string): void {
  memory.active = key;
}
