import styles from './YearColumns.module.css';

/** One column: what it is of, its value, and the value as it is printed. */
export interface YearColumn {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  /** Whether there is a number that is not shown. */
  readonly hidden: boolean;
}

/** A few columns on a scale from zero that several such pictures share; each says its number. */
export function YearColumns({ columns, max }: { columns: readonly YearColumn[]; max: number }) {
  return (
    <div className={styles['columns']} aria-hidden="true">
      {columns.map(({ key, label, value, text, hidden }) => (
        <div key={key} className={styles['column']}>
          <div className={styles['space']}>
            <span className={styles['text']}>{text}</span>
            <span className={hidden ? styles['hidden'] : styles['bar']} style={{ height: hidden ? hiddenHeight : heightOf(value ?? 0, max) }} />
          </div>
          <span className={styles['label']}>{label}</span>
        </div>
      ))}
    </div>
  );
}

const hiddenHeight = '1.4rem';

/** A value above zero is always seen; the room above the highest column is for its number. */
function heightOf(value: number, max: number): string {
  if (max <= 0 || value <= 0) return '0';
  return `max(2px, calc((100% - 1.6rem) * ${(value / max).toFixed(5)}))`;
}
