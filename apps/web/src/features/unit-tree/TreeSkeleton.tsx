import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import styles from './UnitTreePage.module.css';

/** The shape of a page about units while it is on its way. */
export function TreeSkeleton() {
  const { m } = usePrinting();
  return (
    <div role="status" className={styles['page']}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton width="10rem" height="1.2rem" />
      <Skeleton width="24rem" height="2.1rem" />
      <Skeleton width="16rem" height="1.2rem" />
      <Skeleton height="32rem" />
    </div>
  );
}
