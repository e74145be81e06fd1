import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

/** How far a plan is, in words: how many of its items are done, and how many overdue. */
export function Progress({ plan }: { readonly plan: { readonly itemCount: number; readonly doneCount: number; readonly overdueCount: number } }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  return (
    <p>
      <strong>{t.plans.progress(f.integer(plan.doneCount), f.integer(plan.itemCount))}</strong>
      {plan.overdueCount === 0 ? null : (
        <>
          {' · '}
          <span className={styles['late']}>{t.plans.overdue(f.integer(plan.overdueCount))}</span>
        </>
      )}
    </p>
  );
}
