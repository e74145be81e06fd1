import type { UnitKindCode } from '@banyan/schema/enums';
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

/** How many units of each kind there are below one. One question may ask for ten things, so these are two. */
export const HigherKindsQuery = graphql(
  `
    query HigherKinds($under: ID!, $treeDay: Date) {
      viewer { ...IdentityFields }
      PROVINCIAL_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "PROVINCIAL_PARTY" }, first: 1) { totalCount }
      DISTRICT_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "DISTRICT_PARTY" }, first: 1) { totalCount }
      BLOC_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "BLOC_PARTY" }, first: 1) { totalCount }
      PROV_PARTY_AGENCIES: units(asOf: $treeDay, filter: { under: $under, kind: "PROV_PARTY_AGENCIES" }, first: 1) { totalCount }
      PROV_GOV_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "PROV_GOV_PARTY" }, first: 1) { totalCount }
      MILITARY_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "MILITARY_PARTY" }, first: 1) { totalCount }
      POLICE_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "POLICE_PARTY" }, first: 1) { totalCount }
      BORDER_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "BORDER_PARTY" }, first: 1) { totalCount }
    }
  `,
  [IdentityFields],
);

export const LowerKindsQuery = graphql(
  `
    query LowerKinds($under: ID!, $treeDay: Date) {
      viewer { ...IdentityFields }
      NEW_COMMUNE_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "NEW_COMMUNE_PARTY" }, first: 1) { totalCount }
      COMMUNE_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "COMMUNE_PARTY" }, first: 1) { totalCount }
      GRASSROOTS_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "GRASSROOTS_PARTY" }, first: 1) { totalCount }
      DELEGATED_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "DELEGATED_PARTY" }, first: 1) { totalCount }
      GRASSROOTS_CELL: units(asOf: $treeDay, filter: { under: $under, kind: "GRASSROOTS_CELL" }, first: 1) { totalCount }
      SECTION_PARTY: units(asOf: $treeDay, filter: { under: $under, kind: "SECTION_PARTY" }, first: 1) { totalCount }
      CELL: units(asOf: $treeDay, filter: { under: $under, kind: "CELL" }, first: 1) { totalCount }
      PARTY_GROUP: units(asOf: $treeDay, filter: { under: $under, kind: "PARTY_GROUP" }, first: 1) { totalCount }
    }
  `,
  [IdentityFields],
);

/** A kind of which there are units. */
export interface KindCount {
  readonly code: UnitKindCode;
  readonly count: number;
}

type Counted = { readonly [kind in UnitKindCode]?: { readonly totalCount: number } };

/** The kinds that occur, in the order of the list of kinds. */
export function readKinds(kinds: readonly UnitKindCode[], counted: Counted): KindCount[] {
  return kinds.map((code) => ({ code, count: counted[code]?.totalCount ?? 0 })).filter(({ count }) => count > 0);
}
