import { graphql } from '../../../shared/graphql/graphql.ts';
import { RefusedFields } from '../candidacy-document.ts';

export const SensitiveFields = graphql(`
  fragment SensitiveFields on SensitiveUnlocked {
    until
    facts {
      ethnicGroup
      religion
      personalNumber
    }
  }
`);

export const UnlockSensitive = graphql(
  `
    mutation UnlockSensitive($input: UnlockSensitiveInput!, $language: Language!) {
      answer: unlockSensitive(input: $input) {
        __typename
        ...SensitiveFields
        ...RefusedFields
      }
    }
  `,
  [SensitiveFields, RefusedFields],
);

export const RecordSensitive = graphql(
  `
    mutation RecordSensitive($input: RecordSensitiveInput!, $language: Language!) {
      answer: recordSensitive(input: $input) {
        __typename
        ...SensitiveFields
        ...RefusedFields
      }
    }
  `,
  [SensitiveFields, RefusedFields],
);
