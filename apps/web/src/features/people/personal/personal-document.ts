import { graphql } from '../../../shared/graphql/graphql.ts';
import { PersonFactsFields } from '../PersonFacts.tsx';
import { TimelineFields } from '../timeline-document.ts';

/** What is kept of one person, with what was corrected and noted of it. */
export const PersonalFields = graphql(
  `
    fragment PersonalFields on Person {
      ...PersonFactsFields
      id
      version
      state
      fullName
      birthDate
      gender
      occupation
      enterpriseRelation
      education
      youthUnion
      lastingMark
      viewerCanCorrect
      viewerCanMark
      viewerCanMarkLasting
      viewerCannotMarkLastingBecause
      viewerCannotUnlockBecause
      viewerCanRecordSensitive
      ageWarnings { on code }
      corrections {
        id
        since
        reason
        recordedAt
        recordedBy
        changes { field before after }
      }
      marks { id kind title on until body documentNumber reason recordedBy }
    }
  `,
  [PersonFactsFields],
);

export const PersonRefusedFields = graphql(
  `
    fragment PersonRefusedFields on PersonRefused {
      code
      field
      message(language: $language)
      current { ...PersonalFields }
    }
  `,
  [PersonalFields],
);

export const CorrectedFields = graphql(
  `
    fragment CorrectedFields on PersonCorrected {
      isWritten
      person { ...PersonalFields ...TimelineFields }
      changes { measure dimension before after count since }
      warnings { on code }
    }
  `,
  [PersonalFields, TimelineFields],
);

export const CorrectPerson = graphql(
  `
    mutation CorrectPerson($input: CorrectPersonInput!, $language: Language!) {
      answer: correctPerson(input: $input) {
        __typename
        ...CorrectedFields
        ...PersonRefusedFields
      }
    }
  `,
  [CorrectedFields, PersonRefusedFields],
);

export const MarkedFields = graphql(
  `
    fragment MarkedFields on PersonMarked {
      person { ...PersonalFields }
    }
  `,
  [PersonalFields],
);

export const RecordMark = graphql(
  `
    mutation RecordMark($input: RecordMarkInput!, $language: Language!) {
      answer: recordMark(input: $input) {
        __typename
        ...MarkedFields
        ...PersonRefusedFields
      }
    }
  `,
  [MarkedFields, PersonRefusedFields],
);

export const TakeBackMark = graphql(
  `
    mutation TakeBackMark($input: TakeBackMarkInput!, $language: Language!) {
      answer: takeBackMark(input: $input) {
        __typename
        ...MarkedFields
        ...PersonRefusedFields
      }
    }
  `,
  [MarkedFields, PersonRefusedFields],
);
