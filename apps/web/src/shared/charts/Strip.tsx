import styles from './Strip.module.css';

/** Units of one state, side by side. */
export interface StripPart {
  readonly key: string;
  readonly count: number;
  readonly tone: 'behind' | 'level' | 'ahead' | 'met' | 'none' | 'unknown';
}

/** The most cells that are drawn one by one; beyond that the lengths tell enough. */
const mostCells = 60;
const widestCell = 7;

/**
 * One cell for each unit below, coloured by its state: whether something is so everywhere or with a few. The numbers stand beside it and
 * are what is spoken. `widest` is the number of cells of the longest strip beside it: all strips of a column share one width of cell.
 */
export function Strip({ parts, widest }: { parts: readonly StripPart[]; widest: number }) {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  return (
    <span aria-hidden="true" className={styles['strip']} data-solid={widest > mostCells || undefined} style={{ width: `min(100%, ${whole * widestCell}px, ${((whole / widest) * 100).toFixed(3)}%)` }}>
      {parts.map(({ key, count, tone }) => (
        <span key={key} className={styles[tone]} style={{ flexGrow: count, backgroundSize: `${(100 / count).toFixed(4)}% 100%` }} />
      ))}
    </span>
  );
}
