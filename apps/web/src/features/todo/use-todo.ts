import { todoGroups, type TodoGroup } from '@banyan/schema/lifecycle';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePeriodHint } from '../scope/index.ts';
import { readTodoPage, TodoQuery, type TodoPage } from './todo-documents.ts';

/** One part of what is to be done: how much there is, and the beginning of it. */
export interface TodoPart extends TodoPage {
  readonly group: TodoGroup;
}

/** What is to be done in the scope of the viewer. What was known stays until the next answer is there. */
export function useTodo() {
  const { learn } = usePeriodHint();
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: TodoQuery });
  const viewer = learn(data?.viewer);
  const busy = fetching || stale;
  const todo = data?.todo;
  const settled = useMemo(
    () => todo && { today: todo.today, days: todo.days, parts: todoGroups.map((group): TodoPart => ({ group, ...readTodoPage(todo[group]) })) },
    [todo],
  );
  return { viewer, shown: useLast(settled), busy, error, retry: () => execute({ requestPolicy: 'network-only' }) };
}
