import { layOutSparkline, sparkSize } from './spark-geometry.ts';
import styles from './Sparkline.module.css';

interface SparklineProps {
  /** Null where nothing is known. */
  readonly values: readonly (number | null)[];
  readonly max: number;
  /** How it went, in words. */
  readonly label: string;
}

/** A development in a row of a table. All rows share one scale from zero; the dot is where it stands. */
export function Sparkline({ values, max, label }: SparklineProps) {
  const { path, alone, last, zero } = layOutSparkline(values, max);
  const { width, height, margin } = sparkSize;
  return (
    <svg role="img" aria-label={label} className={styles['spark']} viewBox={`0 0 ${width} ${height}`}>
      <line className={styles['base']} x1={margin} x2={width - margin} y1={zero} y2={zero} />
      <path className={styles['line']} d={path} />
      {alone.map(({ x, y }) => (
        <circle key={x} className={styles['dot']} cx={x} cy={y} r={1.5} />
      ))}
      {last === null ? null : <circle className={styles['dot']} cx={last.x} cy={last.y} r={2.8} />}
    </svg>
  );
}
