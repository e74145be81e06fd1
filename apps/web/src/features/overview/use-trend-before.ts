import { useQuery } from 'urql';
import { answerTo } from '../../shared/graphql/answer-to.ts';
import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { TrendFields } from './trend-values.ts';
import type { OverviewChoice, OverviewUnitData } from './use-overview.ts';

const TrendBeforeQuery = graphql(
  `
    query TrendBefore($unit: ID!, $trendPeriod: Period!, $trendBy: PeriodType!, $language: Language!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        rollup(period: $trendPeriod) { ...TrendFields }
      }
    }
  `,
  [IdentityFields, TrendFields],
);

/** The trend of the year before; null where there is none, or not yet: it comes after the figures and never delays them. */
export function useTrendBefore(unit: OverviewUnitData, { window }: OverviewChoice) {
  const { language } = usePrinting();
  const variables = { unit: unit.id, trendPeriod: window.before ?? 'term', trendBy: window.by, language };
  const [state] = useQuery({ query: TrendBeforeQuery, pause: window.before === null, variables });
  return window.before === null ? null : (answerTo(state, variables)?.unit?.rollup ?? null);
}
