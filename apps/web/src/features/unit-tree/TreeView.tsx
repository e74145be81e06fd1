import { useMemo } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import type { ScopeQuestion } from '../scope/index.ts';
import { TreeGrid } from './TreeGrid.tsx';
import { levelScales, listLines } from './tree-rows.ts';
import styles from './TreeView.module.css';
import type { UnitRow } from './unit-row.ts';
import { useFilteredTree } from './use-filtered-tree.ts';

interface TreeViewProps {
  readonly root: UnitRow;
  readonly question: ScopeQuestion;
  /** What is searched for; the empty text shows the whole tree. */
  readonly search: string;
  readonly onClear: () => void;
}

/** The tree of a wide screen, whole or filtered. To be keyed by what its figures are of. */
export function TreeView({ root, question, search, onClear }: TreeViewProps) {
  const { m, f } = usePrinting();
  const { known, rowOf, found, memory, whole, open, close, failure } = useFilteredTree(root, question, search);
  const lines = useMemo(() => listLines(known), [known]);
  const path = found?.tree.below;
  // The scale of what was fetched does not change with a filter, which may show levels that were not.
  const scales = useMemo(() => levelScales(root.id, path === undefined ? [whole] : [whole, path], (id) => rowOf(id)?.figures?.admitted ?? 0), [root.id, whole, path, rowOf]);
  if (failure !== null) return <QueryFailure error={failure.error} onRetry={failure.retry} />;
  if (found?.tree.hits.size === 0) {
    return <Message title={m.tree.nothingFound(search)} action={<Button onClick={onClear}>{m.children.clearFilter}</Button>} />;
  }
  return (
    <>
      <p className={styles['found']} role="status">
        {found === null || found === undefined ? null : found.shown < found.total ? m.tree.foundSome(f.integer(found.shown), f.integer(found.total)) : m.tree.found(f.integer(found.total))}
      </p>
      <TreeGrid
        lines={lines}
        rowOf={rowOf}
        scales={scales}
        hits={found?.tree.hits ?? null}
        search={found === null ? '' : search}
        memory={memory}
        onOpen={open}
        onClose={close}
      />
    </>
  );
}
