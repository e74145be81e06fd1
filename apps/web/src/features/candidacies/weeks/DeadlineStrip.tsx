import type { CombinedError } from 'urql';
import { ChartFigure } from '../../../shared/charts/ChartFigure.tsx';
import { dotWorth } from '../../../shared/charts/week-dots.ts';
import { WeekDots, type DotColumn } from '../../../shared/charts/WeekDots.tsx';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './DeadlineStrip.module.css';
import type { Counted } from './use-week-counts.ts';
import { busiestWeek, sumOf, type CountedWeek, type Week } from './weeks.ts';

interface DeadlineStripProps {
  /** Undefined until it is known. */
  readonly counted: Counted | undefined;
  readonly weeks: number;
  /** Why it is not known, and how it is asked again. */
  readonly failure?: { readonly error: CombinedError; readonly retry: () => void } | undefined;
}

/** When the limits of the next weeks run out, and how many have: one dot each, as far as they can be counted by eye. */
export function DeadlineStrip({ counted, weeks, failure }: DeadlineStripProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  return (
    <Card title={t.weeks.title(f.integer(weeks))} className={styles['card']}>
      {counted !== undefined ? <Strip {...counted} /> : failure === undefined ? <Skeleton height="7rem" /> : <QueryFailure error={failure.error} onRetry={failure.retry} />}
    </Card>
  );
}

function Strip({ overdue, weeks }: Counted) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const label = ({ from, to }: Week) => t.weeks.week(f.date(from).slice(0, 5), f.date(to).slice(0, 5));
  const columns: DotColumn[] = [
    { key: 'overdue', count: overdue, printed: f.integer(overdue), label: t.weeks.overdue, tone: 'late' },
    ...weeks.map((week, index): DotColumn => ({ key: week.from, count: week.count, printed: f.integer(week.count), label: label(week), tone: index === 0 ? 'near' : 'far' })),
  ];
  const worth = dotWorth(columns.map(({ count }) => count));
  return (
    <ChartFigure finding={<Finding overdue={overdue} weeks={weeks} worth={worth} />} table={<StripTable columns={columns} />}>
      <WeekDots columns={columns} />
    </ChartFigure>
  );
}

function Finding({ overdue, weeks, worth }: { overdue: number; weeks: readonly CountedWeek[]; worth: number }) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const busiest = busiestWeek(weeks);
  const count = f.integer(weeks.length);
  const ahead =
    busiest === null
      ? t.weeks.none(count)
      : `${t.weeks.ahead(f.integer(sumOf(weeks)), count)}, ${t.weeks.most(f.integer(busiest.count), f.date(busiest.from), f.date(busiest.to))}.`;
  return (
    <>
      {overdue === 0 ? null : <strong className={styles['late']}>{t.weeks.late(f.integer(overdue))} </strong>}
      {ahead}
      {worth === 1 ? null : ` ${t.weeks.scale(f.integer(worth))}`}
    </>
  );
}

function StripTable({ columns }: { columns: readonly DotColumn[] }) {
  const { t } = useCandidacyTexts();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t.weeks.period}</th>
          <th scope="col">{t.weeks.count}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ key, label, printed }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{printed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
