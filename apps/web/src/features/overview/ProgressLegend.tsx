import type { ReactNode } from 'react';
import { BulletMark, BulletPace } from '../../shared/charts/Bullet.tsx';
import { EmptyPip } from '../../shared/charts/Pips.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useChildrenWords } from './against.ts';
import type { ChildRow } from './child-row.ts';
import styles from './ProgressLegend.module.css';

interface ProgressLegendProps {
  readonly rows: readonly ChildRow[];
  /** Whether the table draws a square for each person. */
  readonly counted: boolean;
  /** What can be chosen beside it. */
  readonly children?: ReactNode;
}

/** What the marks and colours of the table are. */
export function ProgressLegend({ rows, counted, children }: ProgressLegendProps) {
  const against = rows[0]?.against ?? 'LAST_YEAR';
  const words = useChildrenWords(against);
  const { m } = usePrinting();
  const below = new Set(rows.flatMap((row) => row.below.map(({ standing }) => standing)));
  return (
    <div className={styles['legend']}>
      <p>
        <BulletMark />
        {words.markIs}
      </p>
      <p>
        <span className={styles['behind']} aria-hidden="true" />
        {words.toneFewer}
      </p>
      <p>
        <span className={styles['level']} aria-hidden="true" />
        {words.toneLevel}
      </p>
      {against === 'TARGET' ? (
        <>
          <p>
            <span className={styles['met']} aria-hidden="true" />
            {m.targets.toneMet}
          </p>
          {rows.some(({ pace }) => pace !== null) && !counted ? (
            <p>
              <BulletPace />
              {m.targets.paceIs}
            </p>
          ) : null}
        </>
      ) : null}
      {below.has('SAME') ? (
        <p>
          <span className={styles['same']} aria-hidden="true" />
          {words.stripSame}
        </p>
      ) : null}
      {below.has('NONE') ? (
        <p>
          <span className={styles['nobody']} aria-hidden="true" />
          {words.stripNone}
        </p>
      ) : null}
      {counted ? (
        <p>
          <EmptyPip />
          {words.pipEmpty}
        </p>
      ) : null}
      {children}
    </div>
  );
}
