import { IconCheck } from '@tabler/icons-react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { PlanItemData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

/** Whether an item is done, and in time, overdue, or neither: mark and text. */
export function ItemState({ item }: { readonly item: Pick<PlanItemData, 'doneOn' | 'dueOn' | 'isOverdue'> }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  if (item.doneOn !== null) {
    return (
      <span className={styles['done']}>
        <IconCheck size="1.1em" aria-hidden="true" /> {(item.doneOn > item.dueOn ? t.plans.doneLate : t.plans.done)(f.date(item.doneOn))}
      </span>
    );
  }
  return item.isOverdue ? <span className={styles['late']}>{t.plans.late}</span> : <span className={styles['muted']}>{t.plans.waiting}</span>;
}
