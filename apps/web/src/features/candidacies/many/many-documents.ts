import { graphql } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';

/** Those of whom the same step is awaited: whom one document can cover. */
export const ChoosableQuery = graphql(
  `
    query Choosable($filter: CandidacyFilter!) {
      viewer { ...IdentityFields }
      candidacies(filter: $filter, orderBy: DEADLINE, first: 100) {
        nodes {
          id
          version
          state
          probationEndsOn
          person { id fullName }
          unit { id name parent { id name } }
          steps { step isAwaited viewerCan facts }
        }
      }
    }
  `,
  [IdentityFields],
);

export const RecordSteps = graphql(`
  mutation RecordSteps($input: RecordStepsInput!, $language: Language!) {
    recordSteps(input: $input) {
      __typename
      ... on RecordStepsDone {
        isWritten
        lines {
          index
          refused {
            code
            field
            message(language: $language)
            current { id version state }
          }
        }
      }
      ... on CandidacyRefused {
        code
        field
        message(language: $language)
      }
    }
  }
`);
