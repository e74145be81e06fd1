import { graphql, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';
import { CandidacyRow } from '../candidacy-documents.ts';

/** What a row of admission and probation says: the days, and what is missing. */
export const AdmissionRow = graphql(
  `
    fragment AdmissionRow on Candidacy {
      ...CandidacyRow
      id
      version
      isRecognitionDue
      admissionDecidedOn
      probationEndsOn
      officialOn
      recognitionDecidedOn
      deadline { kind runsFrom dueOn }
      papers { kind state }
    }
  `,
  [CandidacyRow],
);
export type AdmissionRowData = ResultOf<typeof AdmissionRow>;

/** How many each part of the page has. */
export const AdmissionCountsQuery = graphql(
  `
    query AdmissionCounts($ceremony: CandidacyFilter!, $probation: CandidacyFilter!, $overdue: CandidacyFilter!, $recognised: CandidacyFilter!) {
      viewer { ...IdentityFields }
      ceremony: candidacies(filter: $ceremony, first: 1) { totalCount }
      probation: candidacies(filter: $probation, first: 1) { totalCount }
      overdue: candidacies(filter: $overdue, first: 1) { totalCount }
      recognised: candidacies(filter: $recognised, first: 1) { totalCount }
    }
  `,
  [IdentityFields],
);

/** The people of one part, a page of them. */
export const AdmissionsQuery = graphql(
  `
    query Admissions($filter: CandidacyFilter!, $orderBy: CandidacyOrder!, $after: String) {
      viewer { ...IdentityFields }
      candidacies(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...AdmissionRow }
      }
    }
  `,
  [IdentityFields, AdmissionRow],
);
