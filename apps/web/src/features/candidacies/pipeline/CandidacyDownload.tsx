import { useClient } from 'urql';
import { fetchAll } from '../../../shared/download/fetch-all.ts';
import { ListDownload } from '../../../shared/download/ListDownload.tsx';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { exportCells } from './export-cells.ts';
import { ExportQuery } from './pipeline-documents.ts';
import type { CandidacyFilter } from './use-stage-counts.ts';

interface CandidacyDownloadProps {
  readonly filter: CandidacyFilter;
  readonly orderBy: 'DEADLINE' | 'GIVEN_NAME';
  readonly unitCode: string;
  /** What the list is called; candidates where it is not said. */
  readonly list?: { readonly file: string; readonly title: string };
}

/** All that the filter finds, as a file. */
export function CandidacyDownload({ filter, orderBy, unitCode, list }: CandidacyDownloadProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const client = useClient();
  const read = async (after: string | null) => {
    const { data, error } = await client.query(ExportQuery, { filter, orderBy, after }, { requestPolicy: 'network-only' }).toPromise();
    if (data === undefined) throw error ?? new Error('An answer without data');
    const { nodes, pageInfo, totalCount } = data.candidacies;
    return { rows: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null, total: totalCount };
  };
  return (
    <ListDownload
      fileName={`${list?.file ?? t.pipeline.fileName}-${unitCode}`}
      sheet={list?.title ?? t.pipeline.title}
      rows={async (onProgress) => exportCells(await fetchAll(read, onProgress), { columns: t.pipeline.columns, yes: t.pipeline.yes, words, date: f.date })}
    />
  );
}
