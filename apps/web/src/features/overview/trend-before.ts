import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { TrendFields } from './trend-values.ts';

/** The trend of the year before. It comes after the figures and never delays them. */
export const TrendBeforeQuery = graphql(
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
