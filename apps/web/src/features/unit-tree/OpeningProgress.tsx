import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import styles from './OpeningProgress.module.css';
import type { TreeOpening } from './use-tree-opening.ts';

/** How far opening has come, with the way to stop it. */
export function OpeningProgress({ progress, stop }: Pick<TreeOpening, 'progress' | 'stop'>) {
  const { m, f } = usePrinting();
  if (progress === null) return null;
  return (
    <div className={styles['opening']}>
      <progress value={progress.known} max={progress.total} aria-label={m.tree.openTo} />
      <p>{m.tree.opening(f.integer(progress.known), f.integer(progress.total))}</p>
      <Button tone="quiet" onClick={stop}>
        {m.tree.stop}
      </Button>
    </div>
  );
}
