import styles from './PartBar.module.css';
import { barWidth, shareWidth } from './scales.ts';

interface PartBarProps {
  readonly value: number;
  /** How much of it is late; it lies at the beginning, so that late parts compare too. */
  readonly part: number;
  readonly max: number;
}

/** A bar with the part of it that is late. All bars of a list share one scale; the numbers stand beside it and are what is spoken. */
export function PartBar({ value, part, max }: PartBarProps) {
  return (
    <span aria-hidden="true" className={styles['track']}>
      <span className={styles['fill']} style={{ width: barWidth(value, max) }}>
        <span className={styles['part']} style={{ width: shareWidth(part, value) }} />
      </span>
    </span>
  );
}
