import type { DocumentWarning } from '@banyan/schema/records';
import { IconAlertTriangle } from '@tabler/icons-react';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

/** What looks wrong about a document, each with a mark and in words. */
export function Warnings({ warnings }: { readonly warnings: readonly DocumentWarning[] }) {
  const { words } = useRecordTexts();
  return warnings.map((warning) => (
    <span key={warning} className={styles['warning']}>
      <IconAlertTriangle size="1.1em" aria-hidden="true" />
      <span>{words.documentWarnings[warning]}</span>
    </span>
  ));
}
