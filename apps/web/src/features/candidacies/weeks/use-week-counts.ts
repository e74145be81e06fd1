import { useMemo } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { useLast } from '../../../shared/graphql/use-last.ts';
import type { ResultOf, VariablesOf } from '../../../shared/graphql/graphql.ts';
import { WeekCountsQuery } from './week-documents.ts';
import { weeksFrom, type CountedWeek } from './weeks.ts';

type Variables = VariablesOf<typeof WeekCountsQuery>;
export type WeekFilter = Pick<Variables['overdue'], 'under' | 'stages'>;

const half = 6;

function variablesOf(filter: WeekFilter, today: string, skipped: number): Variables {
  const of = weeksFrom(today, skipped + half)
    .slice(skipped)
    .map(({ from, to }) => ({ ...filter, dueFrom: from, dueUntil: to }));
  const at = (index: number) => of[index] ?? filter;
  return { overdue: { ...filter, isOverdue: true }, w1: at(0), w2: at(1), w3: at(2), w4: at(3), w5: at(4), w6: at(5) };
}

function countsOf(data: ResultOf<typeof WeekCountsQuery>): number[] {
  return [data.w1, data.w2, data.w3, data.w4, data.w5, data.w6].map(({ totalCount }) => totalCount);
}

interface WeekCounts {
  /** Undefined until all of them are known. */
  readonly counted: { readonly overdue: number; readonly weeks: readonly CountedWeek[] } | undefined;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** How many limits run out in each of the next weeks, six or twelve, and how many have run out. */
export function useWeekCounts(filter: WeekFilter, today: string, weeks: 6 | 12): WeekCounts {
  const [first, askFirst] = useQuery({ query: WeekCountsQuery, variables: variablesOf(filter, today, 0) });
  const [second, askSecond] = useQuery({ query: WeekCountsQuery, variables: variablesOf(filter, today, half), pause: weeks === half });
  const [near, far] = [first.data, second.data];
  const isSettled = near !== undefined && !first.fetching && (weeks === half || (far !== undefined && !second.fetching));
  const settled = useMemo(() => {
    if (!isSettled || near === undefined) return undefined;
    const counts = [...countsOf(near), ...(far === undefined ? [] : countsOf(far))];
    return { overdue: near.overdue.totalCount, weeks: weeksFrom(today, weeks).map((week, index) => ({ ...week, count: counts[index] ?? 0 })) };
  }, [isSettled, near, far, today, weeks]);
  return {
    counted: useLast(settled),
    error: first.error ?? second.error,
    retry: () => {
      askFirst({ requestPolicy: 'network-only' });
      if (weeks !== half) askSecond({ requestPolicy: 'network-only' });
    },
  };
}
