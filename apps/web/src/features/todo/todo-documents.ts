import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';
import { CandidacyRow, type CandidacyRowData } from '../candidacies/index.ts';
import { LetterFields, type Letter } from '../people/index.ts';

/** A page of one part of what is to be done. */
const TodoItems = graphql(
  `
    fragment TodoItems on TodoItemConnection {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        candidacy { ...CandidacyRow }
        letter { ...LetterFields }
      }
    }
  `,
  [CandidacyRow, LetterFields],
);

/** What is to be done: how much of each part, on which days limits run out, and the beginning of each part. */
export const TodoQuery = graphql(
  `
    query Todo {
      viewer { ...ViewerFields }
      todo {
        today
        days { day count }
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

/** One thing to do: a candidacy on which somebody has to act, or a letter of transfer. */
export type TodoThing = { readonly kind: 'candidacy'; readonly row: CandidacyRowData } | { readonly kind: 'letter'; readonly row: Letter };

/** A page of a part: its things, and where the next page begins; null where there is none. */
export interface TodoPage {
  readonly things: readonly TodoThing[];
  readonly next: string | null;
  readonly total: number;
}

/** The page of an answer. */
export function readTodoPage(items: FragmentOf<typeof TodoItems>): TodoPage {
  const { nodes, pageInfo, totalCount } = readFragment(TodoItems, items);
  const things = nodes.flatMap(({ candidacy, letter }): TodoThing[] => [
    ...(candidacy === null ? [] : [{ kind: 'candidacy' as const, row: readFragment(CandidacyRow, candidacy) }]),
    ...(letter === null ? [] : [{ kind: 'letter' as const, row: readFragment(LetterFields, letter) }]),
  ]);
  return { things, next: pageInfo.hasNextPage ? pageInfo.endCursor : null, total: totalCount };
}

/** The letters among things to do. */
export function lettersOf(things: readonly TodoThing[]): Letter[] {
  return things.flatMap(({ kind, row }) => (kind === 'letter' ? [row] : []));
}
