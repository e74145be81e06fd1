import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { UnitRowFields } from './unit-row.ts';

/** Units anywhere below one, a page of them. */
export const UnitListQuery = graphql(
  `
    query UnitList(
      $filter: UnitFilter!
      $orderBy: UnitOrder!
      $after: String
      $period: Period!
      $asOf: Date
      $treeDay: Date
      $language: Language!
    ) {
      viewer { ...IdentityFields }
      units(asOf: $treeDay, filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          ...UnitRowFields
          id
          parent(asOf: $treeDay) { id name }
        }
      }
    }
  `,
  [IdentityFields, UnitRowFields],
);

/** How many units of each kind there are in the subtree, the unit itself included. */
export const KindsQuery = graphql(
  `
    query KindsOfUnits($unit: ID!, $treeDay: Date, $language: Language!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        counts(asOf: $treeDay) { unitsByKind { count kind { code name(language: $language) tier tierLabel(language: $language) } } }
      }
    }
  `,
  [IdentityFields],
);
