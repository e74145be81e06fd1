import { graphql, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';

/** A page of a watch list. */
export const WatchRows = graphql(`
  fragment WatchRows on WatchRowConnection {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      since
      count
      percent
      name
      unit { id code name parent { name } }
      candidacy { id person { id fullName } }
    }
  }
`);
export type WatchRowsData = FragmentOf<typeof WatchRows>;
export type WatchRowData = ResultOf<typeof WatchRows>['nodes'][number];

/** One list, with how long all of them are. */
export const WatchQuery = graphql(
  `
    query Watch($unit: ID, $list: WatchList!, $parameters: WatchParameters, $first: Int!, $after: String) {
      viewer { ...IdentityFields }
      watchCounts(unit: $unit, parameters: $parameters) { list count base }
      watchList(unit: $unit, list: $list, parameters: $parameters, first: $first, after: $after) { ...WatchRows }
    }
  `,
  [IdentityFields, WatchRows],
);

/** A page of one list alone. */
export const WatchFileQuery = graphql(
  `
    query WatchFile($unit: ID, $list: WatchList!, $parameters: WatchParameters, $after: String) {
      viewer { ...IdentityFields }
      watchList(unit: $unit, list: $list, parameters: $parameters, first: 100, after: $after) { ...WatchRows }
    }
  `,
  [IdentityFields, WatchRows],
);
