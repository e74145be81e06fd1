import type { Dimension } from '@banyan/schema/enums';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { trendWindow, type TrendWindow } from '../../shared/period/period-arithmetic.ts';
import type { ScopeChoice } from '../../shared/period/scope-choice.ts';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { readDimension } from '../../shared/url/slugs.ts';
import { usePageAnswer, useScope, type Answered, type PageState } from '../scope/index.ts';
import { OverviewQuery, OverviewUnit } from './overview-document.ts';
import type { OverviewSearch } from './overview-search.ts';

/** The choices of the address, made whole. */
export interface OverviewChoice extends ScopeChoice {
  readonly window: TrendWindow;
  readonly dimension: Dimension;
}

export type OverviewUnitData = ResultOf<typeof OverviewUnit>;

/** A unit together with the choices that its figures answer. */
export type AnsweredOverview = Answered<OverviewUnitData, OverviewChoice>;

/** What the overview needs beside the unit, the period and the day. */
export function chooseOverview(choice: ScopeChoice, search: OverviewSearch): OverviewChoice {
  return { ...choice, window: trendWindow(choice.period, choice.hint.role), dimension: readDimension(search['phan-tich']) ?? 'GENDER' };
}

/** Asks for the overview of the address. */
export function useOverview(search: OverviewSearch): PageState<OverviewUnitData, OverviewChoice> {
  const { language } = usePrinting();
  const scope = useScope(search);
  const choice = useMemo(() => chooseOverview(scope.choice, search), [scope.choice, search]);
  const code = search['don-vi'] ?? null;
  const { period, asOf } = scope.question;
  const query = useQuery({
    query: OverviewQuery,
    pause: !scope.isKnown,
    variables: {
      code,
      own: code === null,
      sumsAlone: seesSumsAlone(choice.hint.role),
      trendPeriod: choice.window.period,
      trendBy: choice.window.by,
      dimension: useFirst(choice.dimension, `${code} ${period} ${asOf} ${language}`),
      language,
      ...scope.question,
    },
  });
  const { data } = query[0];
  return usePageAnswer({ scope, choice, query, unit: readFragment(OverviewUnit, code === null ? data?.viewer?.own : data?.unit) });
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
