import type { Dimension } from '@banyan/schema/enums';
import { writePeriod } from '@banyan/schema/period';
import { useMemo, useState } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { trendWindow, type TrendWindow } from '../../shared/period/period-arithmetic.ts';
import type { PeriodHint } from '../../shared/period/period-hint.ts';
import { chooseScope, treeDay, type ScopeChoice } from '../../shared/period/scope-choice.ts';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { readDimension } from '../../shared/url/slugs.ts';
import { usePeriodHint } from '../scope/index.ts';
import { OverviewQuery, OverviewUnit } from './overview-document.ts';
import type { OverviewSearch } from './overview-search.ts';

/** The choices of the address, made whole. */
export interface OverviewChoice extends ScopeChoice {
  readonly window: TrendWindow;
  readonly dimension: Dimension;
}

export type OverviewUnitData = ResultOf<typeof OverviewUnit>;

/** A unit together with the choices that its figures answer. */
export interface Answered {
  readonly choice: OverviewChoice;
  readonly unit: OverviewUnitData;
}

export interface OverviewState {
  /** What the address asks for now; it runs ahead of what is shown. */
  readonly choice: OverviewChoice | null;
  /** Undefined while the first answer is on its way, null where there is no such unit. */
  readonly shown: Answered | null | undefined;
  /** The unit of the viewer's grant. */
  readonly ownUnitId: string | undefined;
  readonly busy: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** Decides what the address asks for, given the day and the role of the viewer. */
export function chooseOverview(search: OverviewSearch, hint: PeriodHint): OverviewChoice {
  const choice = chooseScope(search, hint);
  return { ...choice, window: trendWindow(choice.period, hint.role), dimension: readDimension(search['phan-tich']) ?? 'GENDER' };
}

/** Asks for the overview of the address and keeps what is shown until the next answer is there. */
export function useOverview(search: OverviewSearch): OverviewState {
  const { language } = usePrinting();
  const { hint, learn, error: firstError } = usePeriodHint();
  const choice = useMemo(() => (hint === null ? null : chooseOverview(search, hint)), [search, hint]);
  const code = search['don-vi'] ?? null;
  const placeholder: OverviewChoice = choice ?? chooseOverview(search, { today: '2000-12-31', role: 'OBSERVER' });
  const [{ data, fetching, stale, error }, execute] = useQuery({
    query: OverviewQuery,
    pause: choice === null,
    variables: {
      code,
      own: code === null,
      period: writePeriod(placeholder.period),
      asOf: placeholder.asOf,
      treeDay: treeDay(placeholder),
      sumsAlone: seesSumsAlone(placeholder.hint.role),
      trendPeriod: placeholder.window.period,
      trendBy: placeholder.window.by,
      dimension: useFirst(placeholder.dimension, `${code} ${writePeriod(placeholder.period)} ${placeholder.asOf} ${language}`),
      language,
    },
  });
  const viewer = learn(data?.viewer);
  const answered = code === null ? data?.viewer?.unit : data?.unit;
  const unit = readFragment(OverviewUnit, answered);
  const busy = fetching || stale;
  // While an answer is on its way the cache gives what it has of it, which may be nothing: it is not shown.
  const isSettled = !busy && Boolean(data?.viewer);
  const settled = useMemo(
    () => (isSettled && choice !== null ? (unit ? { choice, unit } : null) : undefined),
    [isSettled, choice, unit],
  );
  const shown = useLast(settled);
  return {
    choice,
    shown,
    ownUnitId: viewer?.unit.id,
    busy,
    error: error ?? firstError,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/**
 * The dimension that comes with the page is the first one chosen for it. Choosing another asks for that breakdown
 * alone, not for the whole page again.
 */
function useFirst(dimension: Dimension, page: string): Dimension {
  const [first, setFirst] = useState({ page, dimension });
  if (first.page === page) return first.dimension;
  setFirst({ page, dimension });
  return dimension;
}
