import type { ReactNode } from 'react';
import styles from './ConflictBox.module.css';

interface ConflictBoxProps {
  /** What somebody else was quicker with. */
  readonly lead: string;
  /** Each version under its name. */
  readonly versions: readonly (readonly [name: string, told: ReactNode])[];
  /** The way on. */
  readonly children: ReactNode;
}

/** Somebody else was quicker: both versions, and the way on. What was typed waits behind it. */
export function ConflictBox({ lead, versions, children }: ConflictBoxProps) {
  return (
    <div role="alert" className={styles['conflict']}>
      <p>{lead}</p>
      <dl>
        {versions.map(([name, told]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['ways']}>{children}</div>
    </div>
  );
}
