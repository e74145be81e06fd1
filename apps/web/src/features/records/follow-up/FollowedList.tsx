import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { Pages, type useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { RowSkeleton } from '../../unit-tree/index.ts';

interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface FollowedListProps<Node> {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly list: Connection<Node> | undefined;
  readonly error: CombinedError | undefined;
  readonly fetching: boolean;
  readonly pages: ReturnType<typeof useTurnedPages>;
  readonly said: (from: string, to: string, total: string) => string;
  readonly empty: string;
  readonly emptyNext: string;
  readonly onRetry: () => void;
  readonly download: ReactNode;
  /** The rows of the page. */
  readonly children: ReactNode;
}

/** A list of what is followed up, a page at a time: loading, failed, empty with the next step, or there. */
export function FollowedList<Node>({ title, tools, list, error, fetching, pages, said, empty, emptyNext, onRetry, download, children }: FollowedListProps<Node>) {
  if (list === undefined) return error === undefined ? <RowSkeleton /> : <QueryFailure error={error} onRetry={onRetry} />;
  return (
    <Card title={title} tools={tools} busy={fetching}>
      {list.totalCount === 0 ? (
        <Message title={empty}>{emptyNext}</Message>
      ) : (
        <>
          <Pages pages={pages} page={list} fetching={fetching} said={said}>
            {children}
          </Pages>
          {download}
        </>
      )}
    </Card>
  );
}
