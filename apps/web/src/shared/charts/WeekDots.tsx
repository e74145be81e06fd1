import { dotsOf, dotWorth } from './week-dots.ts';
import styles from './WeekDots.module.css';

/** One column of dots. */
export interface DotColumn {
  readonly key: string;
  readonly count: number;
  /** The count as it is printed. */
  readonly printed: string;
  readonly label: string;
  readonly tone: 'late' | 'near' | 'far';
}

/** Columns of dots, a count each, on one scale. The sentence above the picture and the table beside it say all of it: the picture is not spoken. */
export function WeekDots({ columns }: { columns: readonly DotColumn[] }) {
  const worth = dotWorth(columns.map(({ count }) => count));
  return (
    <div aria-hidden="true" className={styles['columns']} data-many={columns.length > 8 || undefined}>
      {columns.map(({ key, count, printed, label, tone }) => (
        <div key={key} className={styles['column']} data-tone={tone} data-empty={count === 0 || undefined}>
          <span className={styles['dots']}>
            {Array.from({ length: dotsOf(count, worth) }, (_, index) => (
              <span key={index} className={styles['dot']} />
            ))}
          </span>
          <strong className={styles['count']}>{printed}</strong>
          <span className={styles['label']}>{label}</span>
        </div>
      ))}
    </div>
  );
}
