import type { TodoGroup } from '@banyan/schema/lifecycle';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useQuery } from 'urql';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { readTodoPage, TodoMoreQuery, type TodoPage } from './todo-documents.ts';
import { todoColumns, TodoRow, type Opening } from './TodoTable.tsx';

interface FurtherRowsProps {
  readonly group: TodoGroup;
  readonly after: string;
  readonly onOpen: Opening;
  readonly onPage: (after: string, page: TodoPage) => void;
}

/** A further page of a group, asked by itself: it is asked again when a step is recorded, as the beginning is. */
export function FurtherRows({ group, after, onOpen, onPage }: FurtherRowsProps) {
  const [{ data, error }, execute] = useQuery({ query: TodoMoreQuery, variables: { group, after } });
  const items = data?.todo.items;
  const page = useMemo(() => items && readTodoPage(items), [items]);
  const tell = useEffectEvent((known: TodoPage) => onPage(after, known));
  useEffect(() => {
    if (page !== undefined) tell(page);
  }, [page]);
  if (page !== undefined) return page.things.map((thing) => <TodoRow key={thing.row.id} group={group} thing={thing} onOpen={onOpen} />);
  return (
    <tr>
      <td colSpan={todoColumns}>{error === undefined ? <Skeleton height="3rem" /> : <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />}</td>
    </tr>
  );
}
