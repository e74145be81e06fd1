import { layOutPips, pipSize } from './pip-geometry.ts';
import styles from './Pips.module.css';

interface PipsProps {
  /** Null where the count is hidden. */
  readonly value: number | null;
  /** What the value is held against, a line behind so many squares; null draws none. */
  readonly of: number | null;
  readonly tone: 'behind' | 'level' | 'met' | 'grey';
  /** What the squares show, in words. */
  readonly label: string;
}

/** A small count, one square each: filled for what there is, empty for what is not reached of that which it is held against. All squares are alike, so rows of them compare. */
export function Pips({ value, of, tone, label }: PipsProps) {
  if (value === null) return <span role="img" aria-label={label} className={styles['hatched']} />;
  const { pips, line, width } = layOutPips(value, of);
  const { side, out } = pipSize;
  const height = side + out * 2;
  return (
    <svg role="img" aria-label={label} className={styles['pips']} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMinYMid">
      {pips.map(({ x, filled }) =>
        filled ? (
          <rect key={x} className={styles[tone]} x={x} y={out} width={side} height={side} />
        ) : (
          <rect key={x} className={styles['empty']} x={x + 0.75} y={out + 0.75} width={side - 1.5} height={side - 1.5} />
        ),
      )}
      {line === null ? null : <line className={styles['line']} x1={line} x2={line} y1={0} y2={height} />}
    </svg>
  );
}

/** The empty square that a legend explains. */
export function EmptyPip() {
  return (
    <svg aria-hidden="true" className={styles['swatch']} viewBox="0 0 12 12">
      <rect className={styles['empty']} x={0.75} y={0.75} width={10.5} height={10.5} />
    </svg>
  );
}
