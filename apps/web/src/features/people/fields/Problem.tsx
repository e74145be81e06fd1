import { IconAlertCircle } from '@tabler/icons-react';
import styles from './Field.module.css';

/** What is wrong with a field: mark and text. Its place is always there, so that it can be pointed at. */
export function Problem({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  return (
    <div id={id}>
      {children === undefined ? null : (
        <p className={styles['problem']}>
          <IconAlertCircle size="1.1em" aria-hidden="true" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
