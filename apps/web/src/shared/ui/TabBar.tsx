import type { ReactNode } from 'react';
import styles from './TabBar.module.css';

/** The views of one page side by side. Each is a link, so that a view has an address; the current one carries `aria-current`. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles['bar']}>
      <ul>{children}</ul>
    </nav>
  );
}
