import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Button } from '../../shared/ui/Button.tsx';
import styles from './OpeningProgress.module.css';
import type { TreeOpening } from './use-tree-opening.ts';

/** How far opening has come, with the way to stop it. */
export function OpeningProgress({ progress, stop }: Pick<TreeOpening, 'progress' | 'stop'>) {
  const { f } = usePrinting();
  const u = useUnitTexts();
  if (progress === null) return null;
  return (
    <div className={styles['opening']}>
      <progress value={progress.known} max={progress.total} aria-label={u.tree.openTo} />
      <p>{u.tree.opening(f.integer(progress.known), f.integer(progress.total))}</p>
      <Button tone="quiet" onClick={stop}>
        {u.tree.stop}
      </Button>
    </div>
  );
}
