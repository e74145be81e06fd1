import type { PeriodType } from '@banyan/schema/enums';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import { trendHeight } from '../../shared/charts/trend-height.ts';
import { readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Segmented } from '../../shared/ui/Segmented.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { useOverviewAddress } from '../ledger/index.ts';
import { changeWords } from './change-words.ts';
import { drawnValues, joinTrend, lastCounted, peakOf, TrendFields, type TrendStep } from './trend-values.ts';
import styles from './TrendCard.module.css';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

// What draws lines comes after the figures; its place is kept.
const Trend = lazy(async () => ({ default: (await loadPatiently(async () => await import('../../shared/charts/Trend.tsx'))).Trend }));

type View = 'luy-ke' | 'tung-ky';

interface TrendCardProps {
  readonly now: FragmentOf<typeof TrendFields>;
  readonly before: FragmentOf<typeof TrendFields> | null;
  readonly beforeYear: string | null;
  readonly by: PeriodType;
  readonly view: string | undefined;
  readonly onView: (view: string | undefined) => void;
  /** Height of the picture in pixels. */
  readonly height?: number | undefined;
}

/** How admissions developed, against the year before. */
export function TrendCard({ now, before, beforeYear, by, view, onView, height }: TrendCardProps) {
  const { m, f, language } = usePrinting();
  const steps = useMemo(() => joinTrend({ now, before, by, language }), [now, before, by, language]);
  const hidden = steps.some(({ value, sum }) => value !== null && sum === null);
  const chosen: View = view === 'tung-ky' || hidden ? 'tung-ky' : 'luy-ke';
  const values = useMemo(() => drawnValues(steps, chosen === 'luy-ke'), [steps, chosen]);
  const empty = steps.every(({ value }) => value === null || value === 0);
  return (
    <Card
      title={m.trend.title}
      tools={
        <Segmented<View>
          label={m.trend.view}
          value={chosen}
          onChange={(next) => onView(next === 'luy-ke' ? undefined : next)}
          segments={[
            { value: 'luy-ke', label: m.trend.cumulative },
            { value: 'tung-ky', label: m.trend.each[by] },
          ]}
        />
      }
    >
      <ChartFigure finding={<Finding steps={steps} until={readFragment(TrendFields, now).period.to} beforeYear={beforeYear} empty={empty} />} table={<TrendTable steps={steps} beforeYear={beforeYear} />}>
        <Suspense fallback={<Skeleton height={`${height ?? trendHeight}px`} />}>
          <Trend
            values={values}
            height={height}
            form={chosen === 'luy-ke' ? 'line' : 'columns'}
            describe={(index) => ({
              title: steps[index]?.label ?? '',
              lines: tipLines({ step: steps[index], cumulative: chosen === 'luy-ke', beforeYear, integer: f.integer }),
            })}
          />
        </Suspense>
        {beforeYear === null ? null : <Legend form={chosen} beforeYear={beforeYear} />}
      </ChartFigure>
    </Card>
  );
}

interface TipInput {
  readonly step: TrendStep | undefined;
  readonly cumulative: boolean;
  readonly beforeYear: string | null;
  readonly integer: (value: number) => string;
}

function tipLines({ step, cumulative, beforeYear, integer }: TipInput): string[] {
  const now = cumulative ? step?.sum : step?.value;
  const before = cumulative ? step?.sumBefore : step?.before;
  return [
    ...(now === null || now === undefined ? [] : [integer(now)]),
    ...(before === null || before === undefined || beforeYear === null ? [] : [`${beforeYear}: ${integer(before)}`]),
  ];
}

interface FindingProps {
  readonly steps: readonly TrendStep[];
  /** The last day that is counted. */
  readonly until: string;
  readonly beforeYear: string | null;
  readonly empty: boolean;
}

function Finding({ steps, until, beforeYear, empty }: FindingProps): ReactNode {
  const { m, f } = usePrinting();
  if (empty) return m.trend.empty;
  const last = lastCounted(steps);
  const peak = peakOf(steps);
  const peakText = peak === undefined || steps.length < 3 ? '' : m.trend.peak(f.inSentence(peak.label), f.integer(peak.value ?? 0));
  if (last?.sum === null || last === undefined) return peakText;
  const total = f.integer(last.sum);
  // The figure of the page says how it compares up to the same day; the picture has whole steps alone.
  if (!last.complete) return `${m.trend.findingUntil(total, f.date(until))} ${peakText}`;
  if (beforeYear === null || last.sumBefore === null) return `${m.trend.finding(total, f.inSentence(last.label))} ${peakText}`;
  const change = changeWords(last.sum - last.sumBefore, m.overview, f.integer);
  return `${m.trend.findingCompared(total, f.inSentence(last.label), change, beforeYear)} ${peakText}`;
}

function Legend({ form, beforeYear }: { form: View; beforeYear: string }) {
  const { m } = usePrinting();
  const year = String(Number(beforeYear) + 1);
  return (
    <p className={styles['legend']} aria-hidden="true">
      <span className={form === 'luy-ke' ? styles['line'] : styles['column']} />
      {m.trend.before(year)}
      <span className={form === 'luy-ke' ? styles['before'] : styles['mark']} />
      {m.trend.before(beforeYear)}
    </p>
  );
}

function TrendTable({ steps, beforeYear }: { steps: readonly TrendStep[]; beforeYear: string | null }) {
  const { m, f } = usePrinting();
  const address = useOverviewAddress();
  const cell = (value: number | null) => (value === null ? m.common.none : f.integer(value));
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{m.trend.period}</th>
          <th scope="col">{m.trend.value}</th>
          <th scope="col">{m.trend.cumulativeValue}</th>
          {beforeYear === null ? null : <th scope="col">{m.trend.before(beforeYear)}</th>}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.key}>
            <th scope="row">
              <Link to="/tong-quan" search={(previous) => ({ ...address(previous), ky: step.key })}>
                {step.label}
              </Link>
            </th>
            <td>{cell(step.value)}</td>
            <td>{cell(step.sum)}</td>
            {beforeYear === null ? null : <td>{cell(step.before)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
