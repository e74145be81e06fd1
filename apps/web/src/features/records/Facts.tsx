import type { ReactNode } from 'react';
import styles from './Records.module.css';

/** A line: what it is, and what is on record; marked where that is a text of the data. */
export type Fact = readonly [label: string, value: ReactNode, kind?: 'DATA'];

/** What is on record, line by line; what is not there is left out. */
export function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {rows.map(([label, value, kind]) =>
        value === null || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={kind === 'DATA' ? 'vi' : undefined}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
