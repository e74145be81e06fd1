import styles from './Bar.module.css';
import { barWidth } from './scales.ts';

interface BarProps {
  readonly value: number | null;
  readonly max: number;
  readonly tone?: 'primary' | 'grey' | 'soft';
}

/** One bar on a scale that starts at zero. The number stands beside it, so the bar itself is not spoken. */
export function Bar({ value, max, tone = 'primary' }: BarProps) {
  if (value === null) return <span aria-hidden="true" className={`${styles['track']} ${styles['hatched']}`} />;
  return (
    <span aria-hidden="true" className={styles['track']}>
      <span className={`${styles['fill']} ${styles[tone]}`} style={{ width: barWidth(value, max) }} />
    </span>
  );
}
