import type { CombinedError } from 'urql';
import type { FetchedPage } from './RecordDownload.tsx';

interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** An answer as a page of a file; fails where there is none. */
export function fetchedPage<Data, Node, Row>({ data, error }: { readonly data?: Data | undefined; readonly error?: CombinedError | undefined }, list: (data: Data) => Connection<Node>, row: (node: Node) => Row): FetchedPage<Row> {
  if (data === undefined) throw error ?? new Error('An answer without data');
  const { nodes, totalCount, pageInfo } = list(data);
  return { rows: nodes.map(row), totalCount, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
