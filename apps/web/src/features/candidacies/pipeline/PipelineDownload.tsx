import { useState } from 'react';
import { useClient } from 'urql';
import type { Cell } from '../../../shared/download/csv.ts';
import { TableDownload } from '../../../shared/download/TableDownload.tsx';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { exportCells } from './export-cells.ts';
import { fetchExport } from './fetch-export.ts';
import styles from './Pipeline.module.css';
import type { CandidacyFilter } from './use-stage-counts.ts';

interface PipelineDownloadProps {
  readonly filter: CandidacyFilter;
  readonly orderBy: 'DEADLINE' | 'GIVEN_NAME';
  readonly unitCode: string;
}

/** All that the filter finds, as a file: page by page, whatever is shown. */
export function PipelineDownload({ filter, orderBy, unitCode }: PipelineDownloadProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const client = useClient();
  const [known, setKnown] = useState<{ readonly count: number; readonly total: number } | null>(null);
  const rows = async (): Promise<Cell[][]> => {
    try {
      const all = await fetchExport(client, { filter, orderBy }, (count, total) => setKnown({ count, total }));
      return exportCells(all, { columns: t.pipeline.columns, yes: t.pipeline.yes, words, date: f.date });
    } finally {
      setKnown(null);
    }
  };
  return (
    <>
      <p role="status" className={styles['fetched']}>
        {known === null ? '' : t.pipeline.fetched(f.integer(known.count), f.integer(known.total))}
      </p>
      <TableDownload fileName={`${t.pipeline.fileName}-${unitCode}`} sheet={t.pipeline.title} rows={rows} />
    </>
  );
}
