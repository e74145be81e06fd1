import type { Client } from 'urql';
import type { VariablesOf } from '../../../shared/graphql/graphql.ts';
import { ExportQuery, type ExportRow } from './pipeline-documents.ts';

/** What takes longer than this says how far it is. In milliseconds. */
const patience = 1000;

/** Fetches all that a filter finds, page by page; what takes long tells how far it is. Fails where a page cannot be had: half a file is none. */
export async function fetchExport(
  client: Client,
  variables: Omit<VariablesOf<typeof ExportQuery>, 'after'>,
  onProgress: (known: number, total: number) => void,
): Promise<readonly ExportRow[]> {
  const begun = performance.now();
  const rows: ExportRow[] = [];
  const fetchFrom = async (after: string | null): Promise<readonly ExportRow[]> => {
    const { data, error } = await client.query(ExportQuery, { ...variables, after }, { requestPolicy: 'network-only' }).toPromise();
    if (data === undefined) throw error ?? new Error('An answer without data');
    const { nodes, pageInfo, totalCount } = data.candidacies;
    rows.push(...nodes);
    if (performance.now() - begun > patience) onProgress(rows.length, totalCount);
    return pageInfo.hasNextPage ? await fetchFrom(pageInfo.endCursor) : rows;
  };
  return await fetchFrom(null);
}
