import type { ReactNode } from 'react';
import styles from './FoldedFields.module.css';

interface FoldedFieldsProps {
  readonly summary: string;
  /** Whether something is wrong in one of the fields: then they are shown. */
  readonly isWanted: boolean;
  readonly children: ReactNode;
}

/** Fields of a form that few need, folded until they are wanted. */
export function FoldedFields({ summary, isWanted, children }: FoldedFieldsProps) {
  return (
    <details className={styles['folded']} open={isWanted || undefined}>
      <summary>{summary}</summary>
      <div className={styles['fields']}>{children}</div>
    </details>
  );
}
