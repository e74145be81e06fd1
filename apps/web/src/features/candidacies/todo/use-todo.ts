import { todoGroups, type TodoGroup } from '@banyan/schema/lifecycle';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePeriodHint } from '../../scope/index.ts';
import { CandidacyRow, type CandidacyRowData } from '../candidacy-documents.ts';
import { TodoItems, TodoQuery } from './todo-documents.ts';

/** One part of what is to be done: how much there is, and the beginning of it. */
export interface TodoPart {
  readonly group: TodoGroup;
  readonly count: number;
  readonly rows: readonly CandidacyRowData[];
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
}

/** What is to be done in the scope of the viewer. What was known stays until the next answer is there. */
export function useTodo() {
  const { learn } = usePeriodHint();
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: TodoQuery });
  const viewer = learn(data?.viewer);
  const busy = fetching || stale;
  const todo = data?.todo;
  const settled = useMemo(() => {
    if (todo === undefined) return undefined;
    const parts = todoGroups.map((group): TodoPart => {
      const { nodes, pageInfo, totalCount } = readFragment(TodoItems, todo[group]);
      const rows = nodes.map((node) => readFragment(CandidacyRow, node));
      return { group, count: totalCount, rows, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    });
    return { today: todo.today, parts, letters: { toAccept: todo.lettersToAccept, overdue: todo.overdueLetters } };
  }, [todo]);
  return { viewer, shown: useLast(settled), busy, error, retry: () => execute({ requestPolicy: 'network-only' }) };
}
