import { ViewerFields } from '../access/index.ts';
import { ScopeUnit } from '../scope/index.ts';
import { graphql } from '../../shared/graphql/graphql.ts';
import { BreakdownFields } from './breakdown-fields.ts';
import { ChildFields, SinceGoneFields } from './child-row.ts';
import { GroupTargetFields } from './group-target-fields.ts';
import { KeyFigureFields } from './KeyFigures.tsx';
import { MovementFields } from './MovementCard.tsx';
import { TrendFields } from './trend-values.ts';

/** Everything that the overview of one unit shows, read in one transaction, so that all its figures agree. */
export const OverviewUnit = graphql(
  `
    fragment OverviewUnit on Unit {
      ...ScopeUnit
      ...GroupTargetFields
      id
      code
      name
      foundedOn
      closedOn
      lastDataOn
      kind { code name(language: $language) holdsMembers }
      counts(asOf: $treeDay) {
        children
        childrenByKind { count kind { code name(language: $language) } }
      }
      rollup(period: $period, asOf: $asOf) {
        period { text label(language: $language) from to complete }
        ...KeyFigureFields
        ...MovementFields
        admitted { ...BreakdownFields }
      }
      trendRollup: rollup(period: $trendPeriod, asOf: $asOf) {
        ...TrendFields
      }
      children(asOf: $treeDay, first: 500) {
        totalCount
        nodes { ...ChildFields }
      }
      # Of the same day as the children: who had gone by then.
      treeRollup: rollup(period: $period, asOf: $treeDay) @skip(if: $sumsAlone) { ...SinceGoneFields }
    }
  `,
  [ScopeUnit, GroupTargetFields, KeyFigureFields, MovementFields, BreakdownFields, TrendFields, ChildFields, SinceGoneFields],
);

/** The one request of the page. Without a code it answers for the viewer's own unit. */
export const OverviewQuery = graphql(
  `
    query Overview(
      $code: String
      $own: Boolean!
      $period: Period!
      $asOf: Date
      $treeDay: Date
      $sumsAlone: Boolean!
      $trendPeriod: Period!
      $trendBy: PeriodType!
      $dimension: Dimension!
      $language: Language!
    ) {
      viewer {
        ...ViewerFields
        own: unit @include(if: $own) { ...OverviewUnit }
      }
      unit(code: $code) @skip(if: $own) { ...OverviewUnit }
    }
  `,
  [ViewerFields, OverviewUnit],
);
