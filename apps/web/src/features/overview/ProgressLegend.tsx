import type { ReactNode } from 'react';
import { BulletMark } from '../../shared/charts/Bullet.tsx';
import { EmptyPip } from '../../shared/charts/Pips.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ChildRow } from './child-row.ts';
import styles from './ProgressLegend.module.css';

interface ProgressLegendProps {
  readonly rows: readonly ChildRow[];
  /** Whether the table draws a square for each person. */
  readonly counted: boolean;
  /** What can be chosen beside it. */
  readonly children?: ReactNode;
}

/** What the marks and colours of the table against the year before are. */
export function ProgressLegend({ rows, counted, children }: ProgressLegendProps) {
  const { m } = usePrinting();
  const below = new Set(rows.flatMap((row) => row.below.map(({ standing }) => standing)));
  return (
    <div className={styles['legend']}>
      <p>
        <BulletMark />
        {m.children.markIs}
      </p>
      <p>
        <span className={styles['behind']} aria-hidden="true" />
        {m.children.toneFewer}
      </p>
      <p>
        <span className={styles['level']} aria-hidden="true" />
        {m.children.toneLevel}
      </p>
      {below.has('SAME') ? (
        <p>
          <span className={styles['same']} aria-hidden="true" />
          {m.children.stripSame}
        </p>
      ) : null}
      {below.has('NONE') ? (
        <p>
          <span className={styles['nobody']} aria-hidden="true" />
          {m.children.stripNone}
        </p>
      ) : null}
      {counted ? (
        <p>
          <EmptyPip />
          {m.children.pipEmpty}
        </p>
      ) : null}
      {children}
    </div>
  );
}
