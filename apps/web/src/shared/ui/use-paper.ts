import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printedAt: string | null = null;

function watch(changed: () => void): () => void {
  const before = () => {
    printedAt ??= new Date().toISOString();
    // The browser lays the page out right after this event: what changes for paper must be there by then.
    flushSync(changed);
  };
  const after = () => {
    printedAt = null;
    flushSync(changed);
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

/** The instant at which the page is being printed; null while it is not. */
export function usePrintedAt(): string | null {
  return useSyncExternalStore(watch, () => printedAt);
}

/** Whether the page is being printed: paper shows all rows, because nobody can open the rest. */
export function usePaper(): boolean {
  return usePrintedAt() !== null;
}
