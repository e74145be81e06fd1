import { useMemo } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { useLast } from '../../../shared/graphql/use-last.ts';
import type { ResultOf, VariablesOf } from '../../../shared/graphql/graphql.ts';
import { WeekCountsQuery } from './week-documents.ts';
import { weeksAhead, weeksFrom, type CountedWeek } from './weeks.ts';

type Variables = VariablesOf<typeof WeekCountsQuery>;
export type WeekFilter = Pick<Variables['overdue'], 'under' | 'stages'>;

/** One query counts so many weeks. */
const half = weeksAhead / 2;

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

/** How many limits have run out, and how many run out in each of the next weeks. */
export interface Counted {
  readonly overdue: number;
  readonly weeks: readonly CountedWeek[];
}

interface WeekCounts {
  /** Undefined until all of them are known. */
  readonly counted: Counted | undefined;
  readonly failure: { readonly error: CombinedError; readonly retry: () => void } | undefined;
}

/** How many limits run out in each of the next twelve weeks, and how many have run out. */
export function useWeekCounts(filter: WeekFilter, today: string): WeekCounts {
  const [first, askFirst] = useQuery({ query: WeekCountsQuery, variables: variablesOf(filter, today, 0) });
  const [second, askSecond] = useQuery({ query: WeekCountsQuery, variables: variablesOf(filter, today, half) });
  const [near, far] = [first.data, second.data];
  const isSettled = near !== undefined && far !== undefined && !first.fetching && !second.fetching;
  const settled = useMemo(() => {
    if (!isSettled || near === undefined || far === undefined) return undefined;
    const counts = [...countsOf(near), ...countsOf(far)];
    return { overdue: near.overdue.totalCount, weeks: weeksFrom(today, weeksAhead).map((week, index) => ({ ...week, count: counts[index] ?? 0 })) };
  }, [isSettled, near, far, today]);
  const error = first.error ?? second.error;
  const retry = () => {
    askFirst({ requestPolicy: 'network-only' });
    askSecond({ requestPolicy: 'network-only' });
  };
  return { counted: useLast(settled), failure: error && { error, retry } };
}
