import { graphql } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';
import { ViewerFields } from '../../access/index.ts';
import { BreadcrumbFields } from '../../organisation/index.ts';
import { FileFields } from '../candidacy-document.ts';
import { PersonFactsFields } from '../PersonFacts.tsx';
import { PersonalFields } from '../personal/personal-document.ts';
import { TimelineFields } from '../timeline-document.ts';
import { PersonLettersFields, BeginAgainFields } from '../transfer-document.ts';
import { TakeUpFields } from './TakeUp.tsx';

export const PersonPageQuery = graphql(
  `
    query PersonPage($id: ID!) {
      viewer { ...ViewerFields }
      person(id: $id) {
        ...PersonFactsFields
        ...PersonalFields
        ...PersonLettersFields
        ...TakeUpFields
        ...TimelineFields
        id
        fullName
        birthDate
        state
        admissionDecidedOn
        ceremonyOn
        officialOn
        leftOn
        unit { ...BreadcrumbFields id code name }
        candidacy { ...FileFields ...BeginAgainFields }
      }
      fileLimits { fileBytes }
    }
  `,
  [ViewerFields, PersonFactsFields, PersonalFields, PersonLettersFields, TakeUpFields, TimelineFields, BeginAgainFields, BreadcrumbFields, FileFields],
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

/** The file of a candidacy by itself: what an upload has changed. */
export const FileQuery = graphql(
  `
    query CandidacyFile($candidacy: ID!) {
      viewer { ...IdentityFields }
      candidacy(id: $candidacy) { ...FileFields }
    }
  `,
  [IdentityFields, FileFields],
);

/** What the records know of a member and a candidate. */
export const TogetherQuery = graphql(
  `
    query Together($candidacy: ID!, $member: ID!) {
      viewer { ...IdentityFields }
      candidacy(id: $candidacy) { id togetherSince(member: $member) }
    }
  `,
  [IdentityFields],
);
