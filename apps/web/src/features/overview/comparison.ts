import { graphql, readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { TrendFields } from './trend-values.ts';

export const ComparisonFigures = graphql(`
  fragment ComparisonFigures on Rollup {
    period { from to }
    admitted { value }
    recognised { value }
    members { value }
  }
`);

/** The same period a year before, and the year before of the trend. It comes after the figures and never delays them. */
export const ComparisonQuery = graphql(
  `
    query Comparison(
      $unit: ID!
      $period: Period!
      $comparePeriod: Boolean!
      $trendPeriod: Period!
      $compareTrend: Boolean!
      $trendBy: PeriodType!
      $language: Language!
    ) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        rollup(period: $period) @include(if: $comparePeriod) { ...ComparisonFigures }
        trendRollup: rollup(period: $trendPeriod) @include(if: $compareTrend) { ...TrendFields }
      }
    }
  `,
  [IdentityFields, ComparisonFigures, TrendFields],
);

/** The figures of the same period a year before; `state` says why there are none. */
export type Comparison =
  | { readonly state: 'LOADING' }
  | { readonly state: 'NONE' }
  | {
      readonly state: 'KNOWN';
      readonly year: string;
      readonly admitted: number | null;
      readonly recognised: number | null;
      readonly members: number | null;
    };

type Answer = NonNullable<ResultOf<typeof ComparisonQuery>['unit']>['rollup'];

/** Reads the comparison out of the answer. */
export function readComparison(answer: Answer, wanted: boolean, loading: boolean): Comparison {
  if (!wanted) return { state: 'NONE' };
  if (answer === undefined) return { state: loading ? 'LOADING' : 'NONE' };
  const { period, admitted, recognised, members } = readFragment(ComparisonFigures, answer);
  return {
    state: 'KNOWN',
    year: period.from.slice(0, 4),
    admitted: admitted.value,
    recognised: recognised.value,
    members: members.value,
  };
}
