import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';

/** Documents of the register to choose from. */
export const DocumentChoiceQuery = graphql(
  `
    query DocumentChoice($unit: ID, $search: String) {
      viewer { ...IdentityFields }
      documents(unit: $unit, search: $search, first: 20) { nodes { id number issuedOn title issuer unit { id name } } }
    }
  `,
  [IdentityFields],
);
