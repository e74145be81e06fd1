import styles from './Meter.module.css';
import { shareWidth } from './scales.ts';

interface MeterProps {
  readonly value: number;
  readonly of: number;
  /** So many of how many, in words. */
  readonly label: string;
}

/** How much of a whole has fallen behind: the outline is all of it. */
export function Meter({ value, of, label }: MeterProps) {
  return (
    <span role="img" aria-label={label} className={styles['whole']}>
      <span className={styles['part']} style={{ width: shareWidth(value, of) }} />
    </span>
  );
}
