import { graphql } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';
import { ViewerFields } from '../../access/index.ts';

export const CellFields = graphql(`
  fragment CellFields on Unit {
    id
    code
    name
    kind { code holdsMembers }
    ancestors { id code name }
  }
`);

/** Who adds, and whether the unit of the address, or else their own, is a cell. */
export const AddPageQuery = graphql(
  `
    query AddCandidatePage($code: String!, $withUnit: Boolean!) {
      viewer {
        ...ViewerFields
        unit { ...CellFields viewerCannotAddCandidateBecause }
      }
      unit(code: $code) @include(if: $withUnit) { ...CellFields viewerCannotAddCandidateBecause }
    }
  `,
  [ViewerFields, CellFields],
);

/** Units of the scope that may hold candidates, found by name or code: cells, and grassroots organisations that are one. */
export const CellsQuery = graphql(
  `
    query Cells($under: ID!, $search: String, $orderBy: UnitOrder!) {
      viewer { ...IdentityFields }
      cells: units(filter: { under: $under, search: $search, tier: CELL }, first: 8, orderBy: $orderBy) {
        totalCount
        nodes { ...CellFields }
      }
      grassroots: units(filter: { under: $under, search: $search, tier: GRASSROOTS }, first: 8, orderBy: $orderBy) {
        totalCount
        nodes { ...CellFields }
      }
    }
  `,
  [IdentityFields, CellFields],
);
