import type { Language, PeriodType } from '@banyan/schema/enums';
import { parsePeriod, periodLabel, writePeriod } from '@banyan/schema/period';
import { cumulate } from '../../shared/charts/scales.ts';
import type { TrendValue } from '../../shared/charts/trend-geometry.ts';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';

export const TrendFields = graphql(`
  fragment TrendFields on Rollup {
    period { text from to complete }
    admitted {
      trend(by: $trendBy) {
        period { text label(language: $language) from to complete }
        value
        hidden
      }
    }
  }
`);

type Point = ResultOf<typeof TrendFields>['admitted']['trend'][number];

/** A step of the trend with all that its picture, its tip and its table say. */
export interface TrendStep {
  readonly key: string;
  readonly short: string;
  readonly label: string;
  readonly value: number | null;
  readonly before: number | null;
  readonly sum: number | null;
  readonly sumBefore: number | null;
  /** Whether the step is over, so that it can be compared with a whole one. */
  readonly complete: boolean;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The few letters under a step: `T9`, `QIII/22`, `2021`. */
export function shortLabel(text: string, language: Language, withYear: boolean): string {
  const period = parsePeriod(text);
  if (period === null) return text;
  const year = 'year' in period ? `/${String(period.year).slice(2)}` : '';
  const suffix = withYear ? year : '';
  if (period.form === 'MONTH') {
    return `${language === 'VI' ? `T${period.month}` : (months[period.month - 1] ?? '')}${suffix}`;
  }
  if (period.form === 'QUARTER') {
    const quarter = language === 'VI' ? (['QI', 'QII', 'QIII', 'QIV'][period.quarter - 1] ?? '') : `Q${period.quarter}`;
    return `${quarter}${suffix}`;
  }
  return period.form === 'YEAR' ? String(period.year) : text;
}

interface TrendInput {
  readonly now: FragmentOf<typeof TrendFields>;
  readonly before: FragmentOf<typeof TrendFields> | null;
  readonly by: PeriodType;
  readonly language: Language;
}

/** Joins a trend with the year before, step by step. Steps that have not begun have no value of their own. */
export function joinTrend({ now, before, language }: TrendInput): TrendStep[] {
  const current = readFragment(TrendFields, now);
  const earlier = before === null ? [] : readFragment(TrendFields, before).admitted.trend;
  const own = current.admitted.trend;
  // A year that is not over ends early: the year before shows how it may go on.
  const points = [...own, ...earlier.slice(own.length).map((point) => toCome(point, language))];
  const values = points.map((point) => (hasBegun(point, current.period.to) ? point.value : null));
  const begun = points.filter((point) => hasBegun(point, current.period.to)).length;
  const sums = [...cumulate(values.slice(0, begun)), ...points.slice(begun).map(() => null)];
  const earlierValues = points.map((_, index) => earlier[index]?.value ?? null);
  const sumsBefore = earlier.length === 0 ? earlierValues : cumulate(earlierValues);
  const severalYears = new Set(points.map(({ period }) => period.from.slice(0, 4))).size > 1;
  return points.map((point, index) => ({
    key: point.period.text,
    short: shortLabel(point.period.text, language, severalYears),
    label: point.period.label,
    value: values[index] ?? null,
    before: earlierValues[index] ?? null,
    sum: sums[index] ?? null,
    sumBefore: sumsBefore[index] ?? null,
    complete: point.period.complete && hasBegun(point, current.period.to),
  }));
}

function toCome({ period }: Point, language: Language): Point {
  const parts = parsePeriod(period.text);
  const next = parts !== null && 'year' in parts ? { ...parts, year: parts.year + 1 } : null;
  const from = `${Number(period.from.slice(0, 4)) + 1}${period.from.slice(4)}`;
  return {
    period: {
      text: next === null ? period.text : writePeriod(next),
      label: next === null ? period.label : periodLabel(next, language),
      from,
      to: from,
      complete: false,
    },
    value: null,
    hidden: false,
  };
}

function hasBegun({ period }: Point, end: string): boolean {
  return period.from <= end;
}

/** The values that the picture draws: running sums, or each step for itself. */
export function drawnValues(steps: readonly TrendStep[], cumulative: boolean): TrendValue[] {
  return steps.map(({ key, short, value, before, sum, sumBefore }) => ({
    key,
    short,
    value: cumulative ? sum : value,
    before: cumulative ? sumBefore : before,
  }));
}

/** The last step with a running sum, which the finding speaks about. */
export function lastCounted(steps: readonly TrendStep[]): TrendStep | undefined {
  return steps.findLast(({ sum }) => sum !== null);
}

/** The step with the most admissions. */
export function peakOf(steps: readonly TrendStep[]): TrendStep | undefined {
  return steps.reduce<TrendStep | undefined>(
    (most, step) => ((step.value ?? 0) > (most?.value ?? 0) ? step : most),
    undefined,
  );
}
