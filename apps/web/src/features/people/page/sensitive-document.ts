import { graphql } from '../../../shared/graphql/graphql.ts';

export const SensitiveFields = graphql(`
  fragment SensitiveFields on SensitiveUnlocked {
    until
    facts {
      ethnicGroup
      religion
      personalNumber
      version
      formerVersions { ethnicGroup religion personalNumber changedAt changedBy }
    }
  }
`);

export const SensitiveRefusedFields = graphql(`
  fragment SensitiveRefusedFields on SensitiveRefused {
    code
    field
    message(language: $language)
    current {
      ethnicGroup
      religion
      personalNumber
      version
      formerVersions { ethnicGroup religion personalNumber changedAt changedBy }
    }
  }
`);

export const UnlockSensitive = graphql(
  `
    mutation UnlockSensitive($input: UnlockSensitiveInput!, $language: Language!) {
      answer: unlockSensitive(input: $input) {
        __typename
        ...SensitiveFields
        ...SensitiveRefusedFields
      }
    }
  `,
  [SensitiveFields, SensitiveRefusedFields],
);

export const RecordSensitive = graphql(
  `
    mutation RecordSensitive($input: RecordSensitiveInput!, $language: Language!) {
      answer: recordSensitive(input: $input) {
        __typename
        ...SensitiveFields
        ...SensitiveRefusedFields
      }
    }
  `,
  [SensitiveFields, SensitiveRefusedFields],
);
