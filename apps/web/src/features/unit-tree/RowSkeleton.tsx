import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import styles from './UnitTreePage.module.css';

/** Rows that are on their way. */
export function RowSkeleton() {
  return (
    <div className={styles['page']}>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height="1.7rem" />
      ))}
    </div>
  );
}
