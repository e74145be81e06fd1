import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';
import { ScopeUnit } from '../scope/index.ts';
import { UnitRowFields } from './unit-row.ts';

/** The unit from which the tree hangs, as the head and the first row show it. */
export const TreeRoot = graphql(
  `
    fragment TreeRoot on Unit {
      ...ScopeUnit
      ...UnitRowFields
      id
      code
      name
      counts(asOf: $treeDay) { children }
      rollup(period: $period, asOf: $asOf) {
        period { text label(language: $language) from to complete }
      }
    }
  `,
  [ScopeUnit, UnitRowFields],
);

/** The head of the page. Without a code it answers for the viewer's own unit. */
export const TreeQuery = graphql(
  `
    query UnitTree($code: String, $own: Boolean!, $period: Period!, $asOf: Date, $treeDay: Date, $language: Language!) {
      viewer {
        ...ViewerFields
        own: unit @include(if: $own) { ...TreeRoot }
      }
      unit(code: $code) @skip(if: $own) { ...TreeRoot }
    }
  `,
  [ViewerFields, TreeRoot],
);

/** The units directly below one, a page of them. */
export const UnitsBelowQuery = graphql(
  `
    query UnitsBelow($unit: ID!, $period: Period!, $asOf: Date, $treeDay: Date, $after: String, $language: Language!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        children(asOf: $treeDay, first: 500, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...UnitRowFields }
        }
      }
    }
  `,
  [IdentityFields, UnitRowFields],
);

/** The units directly below each of several, the first page of them. The product of the two sizes may not be larger than 10.000. */
export const UnitsBelowEachQuery = graphql(
  `
    query UnitsBelowEach($ids: [ID!]!, $first: Int!, $period: Period!, $asOf: Date, $treeDay: Date, $language: Language!) {
      viewer { ...IdentityFields }
      nodes(ids: $ids) {
        __typename
        ... on Unit {
          id
          children(asOf: $treeDay, first: $first) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { ...UnitRowFields }
          }
        }
      }
    }
  `,
  [IdentityFields, UnitRowFields],
);

/** Units anywhere below one whose name or code holds a text, with the way to each. */
export const UnitSearchQuery = graphql(
  `
    query UnitSearch($under: ID!, $search: String!, $period: Period!, $asOf: Date, $treeDay: Date, $language: Language!) {
      viewer { ...IdentityFields }
      units(asOf: $treeDay, filter: { under: $under, search: $search }, first: 100) {
        totalCount
        nodes {
          ...UnitRowFields
          id
          ancestors(asOf: $treeDay) { id code name tier kind { code name(language: $language) } }
        }
      }
    }
  `,
  [IdentityFields, UnitRowFields],
);

/** The figures of units that are known by name. */
export const UnitRowsQuery = graphql(
  `
    query UnitRows($ids: [ID!]!, $period: Period!, $asOf: Date, $treeDay: Date, $language: Language!) {
      viewer { ...IdentityFields }
      nodes(ids: $ids) {
        __typename
        ... on Unit { ...UnitRowFields }
      }
    }
  `,
  [IdentityFields, UnitRowFields],
);
