import styles from './StackedBar.module.css';

/** One part of a whole. */
export interface Part {
  readonly key: string;
  readonly value: number;
  readonly tone: 1 | 2 | 3 | 4 | 5 | 'unknown';
}

/** The parts of a whole side by side, filling the width. Only for parts that add up; the numbers stand beside it. */
export function StackedBar({ parts, tall = false }: { parts: readonly Part[]; tall?: boolean }) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  return (
    <span aria-hidden="true" className={`${styles['bar']} ${tall ? styles['tall'] : ''}`} data-empty={whole === 0 || undefined}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ key, value, tone }) => (
          <span key={key} className={styles[`tone-${tone}`]} style={{ flexGrow: value }} />
        ))}
    </span>
  );
}

/** The small square that ties a line of a legend to its part. */
export function Swatch({ tone }: { tone: Part['tone'] }) {
  return <span aria-hidden="true" className={`${styles['swatch']} ${styles[`tone-${tone}`]}`} />;
}
