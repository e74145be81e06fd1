import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './Records.module.css';
import { useRecordTexts } from './use-record-texts.ts';

/** Who recorded something, and when. */
export function RecordedBy({ record }: { readonly record: { readonly recordedBy: string; readonly recordedAt: string } }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  return (
    <p className={styles['muted']}>
      <ProperName>{t.common.recordedBy(record.recordedBy, f.dayOf(record.recordedAt))}</ProperName>
    </p>
  );
}
