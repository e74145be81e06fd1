import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import styles from './WorkPage.module.css';

/** A page that is on its way. */
export function WorkSkeleton() {
  const { m } = usePrinting();
  return (
    <div role="status" className={styles['page']}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton width="20rem" height="4rem" />
      <Skeleton height="11rem" />
      <Skeleton height="24rem" />
    </div>
  );
}
