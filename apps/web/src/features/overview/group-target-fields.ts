import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';

/** The targets of the period, for those that are limited to a group. */
export const GroupTargetFields = graphql(`
  fragment GroupTargetFields on Unit {
    groupTargets: targets(period: $period) {
      id
      indicator
      slice { dimension key }
      progress(asOf: $asOf) { actual low high percentOfLow remainingLow shortOfPace standing }
    }
  }
`);

export type GroupTarget = ResultOf<typeof GroupTargetFields>['groupTargets'][number];
