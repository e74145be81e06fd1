import { useMemo, type ReactNode } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message, Notice } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { usePaper } from '../../shared/ui/use-paper.ts';
import type { ScopeQuestion } from '../scope/index.ts';
import { OpeningProgress } from './OpeningProgress.tsx';
import { OpeningTools } from './OpeningTools.tsx';
import { PaperTree } from './PaperTree.tsx';
import { TreeGrid } from './TreeGrid.tsx';
import { levelScales, listLines } from './tree-rows.ts';
import styles from './TreeView.module.css';
import type { UnitRow } from './unit-row.ts';
import { useFilteredTree, type FilteredTree } from './use-filtered-tree.ts';

interface TreeViewProps {
  readonly root: UnitRow;
  readonly question: ScopeQuestion;
  /** What is searched for; the empty text shows the whole tree. */
  readonly search: string;
  /** The box that searches. */
  readonly box: ReactNode;
  readonly onClear: () => void;
}

/** The tree of a wide screen, whole or filtered. To be keyed by what its figures are of. */
export function TreeView({ root, question, search, box, onClear }: TreeViewProps) {
  const u = useUnitTexts();
  const tree = useFilteredTree(root, question, search);
  const { openTo, closeAll } = tree.opening;
  return (
    <Card
      className={styles['card']}
      title={u.tree.treeTitle}
      tools={
        <div className={styles['tools']}>
          {search === '' && root.children !== 0 ? (
            <>
              <OpeningProgress {...tree.opening} />
              <OpeningTools unitId={root.id} treeDay={question.treeDay} onOpen={openTo} onClose={closeAll} />
            </>
          ) : null}
          {box}
        </div>
      }
    >
      <Lines tree={tree} root={root.id} search={search} onClear={onClear} />
    </Card>
  );
}

interface LinesProps extends Pick<TreeViewProps, 'search' | 'onClear'> {
  readonly tree: FilteredTree;
  readonly root: string;
}

function Lines({ tree, root, search, onClear }: LinesProps) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const paper = usePaper();
  const { known, rowOf, found, memory, whole: { below, rows }, open, openAll, close, failure } = tree;
  const { short, openTo } = tree.opening;
  const lines = useMemo(() => listLines(known), [known]);
  const path = found?.tree.below;
  // The scale of what was fetched does not change with a filter, which may show levels that were not.
  const fetched = useMemo(() => levelScales(root, below, (id) => rows.get(id)?.figures?.admitted ?? 0), [root, below, rows]);
  const scales = useMemo(
    () => (path === undefined ? fetched : levelScales(root, path, (id) => rowOf(id)?.figures?.admitted ?? 0, fetched)),
    [root, fetched, path, rowOf],
  );
  if (failure !== null) return <QueryFailure error={failure.error} onRetry={failure.retry} />;
  if (found?.tree.hits.size === 0) {
    return <Message title={u.tree.nothingFound(search)} action={<Button onClick={onClear}>{m.children.clearFilter}</Button>} />;
  }
  return (
    <>
      <p className={styles['found']} role="status">
        {found === null || found === undefined ? null : found.shown < found.total ? u.tree.foundSome(f.integer(found.shown), f.integer(found.total)) : u.tree.found(f.integer(found.total))}
      </p>
      {found !== null || short === null ? null : (
        <div className={styles['short']}>
          <Notice tone="warning" action={<Button onClick={() => openTo(short.level)}>{m.common.retry}</Button>}>
            {u.tree.short(f.integer(short.units))}
          </Notice>
        </div>
      )}
      <TreeGrid
        lines={lines}
        rowOf={rowOf}
        scales={scales}
        hits={found?.tree.hits ?? null}
        search={found === null ? '' : search}
        memory={memory}
        onOpen={open}
        onOpenAll={openAll}
        onClose={close}
      />
      {paper ? <PaperTree lines={lines} rowOf={rowOf} search={found === null ? '' : search} /> : null}
    </>
  );
}
