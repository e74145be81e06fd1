import { graphql } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';
import { ViewerFields } from '../../access/index.ts';
import { BreadcrumbFields } from '../../organisation/index.ts';
import { FileFields } from '../candidacy-document.ts';
import { PersonFactsFields } from '../PersonFacts.tsx';

export const PersonPageQuery = graphql(
  `
    query PersonPage($id: ID!) {
      viewer { ...ViewerFields }
      person(id: $id) {
        ...PersonFactsFields
        id
        fullName
        birthDate
        state
        admissionDecidedOn
        ceremonyOn
        officialOn
        leftOn
        unit { ...BreadcrumbFields id code name }
        candidacy { ...FileFields }
      }
    }
  `,
  [ViewerFields, PersonFactsFields, BreadcrumbFields, FileFields],
);

/** Official members of a unit, who may help or introduce. */
export const OfficialMembersQuery = graphql(
  `
    query OfficialMembers($filter: PersonFilter!) {
      viewer { ...IdentityFields }
      people(filter: $filter, first: 6) {
        totalCount
        nodes { id fullName birthDate }
      }
    }
  `,
  [IdentityFields],
);
