import { graphql, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';
import { RecordAnswer } from '../record-documents.ts';

export const LocalityFields = graphql(`
  fragment LocalityFields on Locality {
    id
    version
    name
    since
    ownCellSince
    sharedCellSince
    memberSince
    endedOn
    endReason
    recordedBy
    recordedAt
    viewerCanChange
  }
`);
export type LocalityData = ResultOf<typeof LocalityFields>;

/** The hamlets and quarters of a unit. */
export const LocalitiesQuery = graphql(
  `
    query Localities($unit: ID!) {
      viewer { ...IdentityFields }
      unit(id: $unit) { id unitType kind { code holdsMembers } viewerCanKeepLocalities localities { ...LocalityFields } }
    }
  `,
  [IdentityFields, LocalityFields],
);

export const RecordLocality = graphql(`mutation RecordLocality($input: RecordLocalityInput!, $language: Language!) { change: recordLocality(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);
export const ChangeLocality = graphql(`mutation ChangeLocality($input: ChangeLocalityInput!, $language: Language!) { change: changeLocality(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...LocalityFields } } } }`, [RecordAnswer, LocalityFields]);
export const EndLocality = graphql(`mutation EndLocality($input: EndLocalityInput!, $language: Language!) { change: endLocality(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...LocalityFields } } } }`, [RecordAnswer, LocalityFields]);
