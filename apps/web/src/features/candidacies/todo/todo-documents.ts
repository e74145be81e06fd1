import { graphql } from '../../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../../shared/graphql/identity.ts';
import { ViewerFields } from '../../access/index.ts';
import { CandidacyRow } from '../candidacy-documents.ts';

/** A page of one part of what is to be done. */
export const TodoItems = graphql(
  `
    fragment TodoItems on CandidacyConnection {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...CandidacyRow }
    }
  `,
  [CandidacyRow],
);

/** What is to be done: how much of each part, and the beginning of each. */
export const TodoQuery = graphql(
  `
    query Todo {
      viewer { ...ViewerFields }
      todo {
        today
        counts { group count }
        lettersToAccept
        overdueLetters
        OVERDUE: items(group: OVERDUE, first: 50) { ...TodoItems }
        THIS_WEEK: items(group: THIS_WEEK, first: 50) { ...TodoItems }
        RETURNED: items(group: RETURNED, first: 50) { ...TodoItems }
        WAITING_FOR_ME: items(group: WAITING_FOR_ME, first: 50) { ...TodoItems }
        COMING: items(group: COMING, first: 50) { ...TodoItems }
      }
    }
  `,
  [ViewerFields, TodoItems],
);

/** A further page of one part. */
export const TodoMoreQuery = graphql(
  `
    query TodoMore($group: TodoGroup!, $after: String!) {
      viewer { ...IdentityFields }
      todo {
        today
        items(group: $group, first: 50, after: $after) { ...TodoItems }
      }
    }
  `,
  [IdentityFields, TodoItems],
);
