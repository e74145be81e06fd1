import { graphql } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';

/** The day and the unit of a list. */
export const WalkUnitQuery = graphql(
  `
    query WalkUnit($code: String, $own: Boolean!) {
      viewer { ...IdentityFields today unit { id } }
      unit(code: $code) @skip(if: $own) { id }
    }
  `,
  [IdentityFields],
);

export const WalkCandidaciesQuery = graphql(
  `
    query WalkCandidacies($filter: CandidacyFilter!, $orderBy: CandidacyOrder!, $after: String) {
      viewer { ...IdentityFields }
      candidacies(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id person { id } }
      }
    }
  `,
  [IdentityFields],
);

export const WalkTodoQuery = graphql(
  `
    query WalkTodo($group: TodoGroup!, $after: String) {
      viewer { ...IdentityFields }
      todo {
        today
        items(group: $group, first: 100, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            candidacy { id person { id } }
          }
        }
      }
    }
  `,
  [IdentityFields],
);

export const WalkPeopleQuery = graphql(
  `
    query WalkPeople($filter: PersonFilter!, $orderBy: PersonOrder!, $after: String) {
      viewer { ...IdentityFields }
      people(filter: $filter, orderBy: $orderBy, first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id }
      }
    }
  `,
  [IdentityFields],
);
