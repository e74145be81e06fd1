import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import styles from './OverviewPage.module.css';
import skeletonStyles from './OverviewSkeleton.module.css';

/** The shape of the overview while its figures are on their way. */
export function OverviewSkeleton() {
  const { m } = usePrinting();
  return (
    <div role="status" className={styles['page']}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <div className={styles['head']}>
        <div className={skeletonStyles['title']}>
          <Skeleton width="10rem" height="1.2rem" />
          <Skeleton width="24rem" height="2.1rem" />
          <Skeleton width="16rem" height="1.2rem" />
        </div>
      </div>
      <div className={skeletonStyles['cards']}>
        {['admitted', 'recognised', 'members', 'organisations'].map((card) => (
          <div key={card} className={skeletonStyles['card']}>
            <Skeleton width="45%" />
            <Skeleton width="60%" height="2.4rem" />
            <Skeleton width="80%" />
          </div>
        ))}
      </div>
      <div className={styles['columns']}>
        <div className={skeletonStyles['card']} data-tall>
          <Skeleton width="35%" height="1.4rem" />
          {Array.from({ length: 12 }, (_, index) => (
            <Skeleton key={index} height="1.7rem" />
          ))}
        </div>
        <div className={skeletonStyles['card']} data-tall>
          <Skeleton width="50%" height="1.4rem" />
          <Skeleton height="15rem" />
        </div>
      </div>
    </div>
  );
}
