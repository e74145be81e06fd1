import { graphql, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';

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
    query Watch($list: WatchList!, $parameters: WatchParameters, $first: Int!, $after: String) {
      viewer { ...ViewerFields }
      watchCounts(parameters: $parameters) { list count base othersPercent }
      watchList(list: $list, parameters: $parameters, first: $first, after: $after) { ...WatchRows }
    }
  `,
  [ViewerFields, WatchRows],
);

/** A page of one list alone. */
export const WatchFileQuery = graphql(
  `
    query WatchFile($list: WatchList!, $parameters: WatchParameters, $after: String) {
      viewer { ...IdentityFields }
      watchList(list: $list, parameters: $parameters, first: 100, after: $after) { ...WatchRows }
    }
  `,
  [IdentityFields, WatchRows],
);
