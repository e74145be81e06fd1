import { graphql } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';

/** How many limits run out in each of six weeks, and how many have run out: exact, whatever their number. */
export const WeekCountsQuery = graphql(
  `
    query WeekCounts(
      $overdue: CandidacyFilter!
      $w1: CandidacyFilter!
      $w2: CandidacyFilter!
      $w3: CandidacyFilter!
      $w4: CandidacyFilter!
      $w5: CandidacyFilter!
      $w6: CandidacyFilter!
    ) {
      viewer { ...IdentityFields }
      overdue: candidacies(filter: $overdue, first: 1) { totalCount }
      w1: candidacies(filter: $w1, first: 1) { totalCount }
      w2: candidacies(filter: $w2, first: 1) { totalCount }
      w3: candidacies(filter: $w3, first: 1) { totalCount }
      w4: candidacies(filter: $w4, first: 1) { totalCount }
      w5: candidacies(filter: $w5, first: 1) { totalCount }
      w6: candidacies(filter: $w6, first: 1) { totalCount }
    }
  `,
  [IdentityFields],
);
