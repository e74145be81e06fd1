import { graphql, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';
import { CandidacyRow } from '../candidacy-documents.ts';

/** What a card and a row of the candidates say. */
export const PipelineRow = graphql(
  `
    fragment PipelineRow on Candidacy {
      ...CandidacyRow
      id
      certificateUsableUntil
      papersThere
      papersNeeded
      participants { id kind name }
    }
  `,
  [CandidacyRow],
);

/** How many stand at each stage. */
export const StageCountsQuery = graphql(
  `
    query StageCounts($filter: CandidacyFilter!) {
      viewer { ...IdentityFields }
      stageCounts(filter: $filter) { stage count overdue medianDays }
    }
  `,
  [IdentityFields],
);
export type StageCountData = ResultOf<typeof StageCountsQuery>['stageCounts'][number];

/** Candidates, a page of them. */
export const PipelineQuery = graphql(
  `
    query Pipeline($filter: CandidacyFilter!, $orderBy: CandidacyOrder!, $after: String) {
      viewer { ...IdentityFields }
      candidacies(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PipelineRow }
      }
    }
  `,
  [IdentityFields, PipelineRow],
);

/** Candidates as a file has them. */
export const ExportQuery = graphql(
  `
    query PipelineExport($filter: CandidacyFilter!, $orderBy: CandidacyOrder!, $after: String) {
      viewer { ...IdentityFields }
      candidacies(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          state
          stage
          beganOn
          lastStepOn
          certificateUsableUntil
          papersThere
          papersNeeded
          person { id fullName }
          unit { id name parent { id name } }
          deadline { kind dueOn isOverdue }
          participants { id kind name }
        }
      }
    }
  `,
  [IdentityFields],
);
export type ExportRow = ResultOf<typeof ExportQuery>['candidacies']['nodes'][number];
