import type { TodoGroup } from '@banyan/schema/lifecycle';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { CandidacyRow, type CandidacyRowData } from '../candidacy-documents.ts';
import { TodoItems, TodoMoreQuery } from './todo-documents.ts';
import { todoColumns, TodoRow } from './TodoTable.tsx';

/** What is listed behind a cursor, and where the next page begins. */
export interface FurtherPage {
  readonly rows: readonly CandidacyRowData[];
  readonly next: string | null;
}

interface FurtherRowsProps {
  readonly group: TodoGroup;
  readonly after: string;
  readonly onOpen: (candidacy: string) => void;
  readonly onPage: (after: string, page: FurtherPage) => void;
}

/** A further page of a group, asked by itself: it is asked again when a step is recorded, as the beginning is. */
export function FurtherRows({ group, after, onOpen, onPage }: FurtherRowsProps) {
  const [{ data, error }, execute] = useQuery({ query: TodoMoreQuery, variables: { group, after } });
  const items = data?.todo.items;
  const page = useMemo((): FurtherPage | undefined => {
    if (items === undefined) return undefined;
    const { nodes, pageInfo } = readFragment(TodoItems, items);
    return { rows: nodes.map((node) => readFragment(CandidacyRow, node)), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  }, [items]);
  const tell = useEffectEvent((known: FurtherPage) => onPage(after, known));
  useEffect(() => {
    if (page !== undefined) tell(page);
  }, [page]);
  if (page !== undefined) return page.rows.map((row) => <TodoRow key={row.id} group={group} row={row} onOpen={onOpen} />);
  return (
    <tr>
      <td colSpan={todoColumns}>{error === undefined ? <Skeleton height="3rem" /> : <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />}</td>
    </tr>
  );
}
