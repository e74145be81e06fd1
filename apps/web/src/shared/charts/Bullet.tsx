import styles from './Bullet.module.css';
import { barWidth } from './scales.ts';

interface BulletProps {
  readonly value: number | null;
  /** What the value is held against, drawn as a line across the bar; null draws none. */
  readonly mark: number | null;
  /** Where it should be by now, drawn as a broken line. */
  readonly pace?: number | null;
  readonly max: number;
  readonly tone: 'behind' | 'level' | 'met' | 'grey';
}

/** The line across a bar, as a legend explains it. */
export function BulletMark() {
  return <span aria-hidden="true" className={styles['sample']} />;
}

/** The broken line of pace, as a legend explains it. */
export function BulletPace() {
  return <span aria-hidden="true" className={styles['paceSample']} />;
}

function placeOf(mark: number, max: number): { left: string } {
  return { left: `${((Math.min(mark, max) / max) * 100).toFixed(3)}%` };
}

/** A bar with a line that it should reach. All bullets of a column share one scale; the numbers stand beside it and are what is spoken. */
export function Bullet({ value, mark, pace = null, max, tone }: BulletProps) {
  if (value === null) return <span aria-hidden="true" className={`${styles['track']} ${styles['hatched']}`} />;
  return (
    <span aria-hidden="true" className={styles['track']}>
      <span className={`${styles['fill']} ${styles[tone]}`} style={{ width: barWidth(value, max) }} />
      {pace === null || max <= 0 ? null : <span className={styles['pace']} style={placeOf(pace, max)} />}
      {mark === null || max <= 0 ? null : <span className={styles['mark']} style={placeOf(mark, max)} />}
    </span>
  );
}
