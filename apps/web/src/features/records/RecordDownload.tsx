import { useState } from 'react';
import type { Cell } from '../../shared/download/csv.ts';
import { TableDownload } from '../../shared/download/TableDownload.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import styles from './Records.module.css';
import { useRecordTexts } from './use-record-texts.ts';

/** A page of a list as it is fetched. */
export interface FetchedPage<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number;
  /** Where the next page begins; null after the last one. */
  readonly next: string | null;
}

interface RecordDownloadProps<Row> {
  readonly fileName: string;
  readonly sheet: string;
  readonly columns: readonly string[];
  /** Fetches a page of a hundred, or fails: half a file is none. */
  readonly fetchPage: (after: string | null) => Promise<FetchedPage<Row>>;
  readonly cells: (row: Row) => Cell[];
}

async function fetchAll<Row>(fetchPage: RecordDownloadProps<Row>['fetchPage'], onProgress: (known: number, total: number) => void, known: readonly Row[] = [], after: string | null = null): Promise<readonly Row[]> {
  const { rows, totalCount, next } = await fetchPage(after);
  const all = [...known, ...rows];
  if (next === null) return all;
  onProgress(all.length, totalCount);
  return await fetchAll(fetchPage, onProgress, all, next);
}

/** A whole list as a file, whatever page is shown. */
export function RecordDownload<Row>({ fileName, sheet, columns, fetchPage, cells }: RecordDownloadProps<Row>) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const [known, setKnown] = useState<{ readonly count: number; readonly total: number } | null>(null);
  const rows = async (): Promise<Cell[][]> => {
    try {
      return [[...columns], ...(await fetchAll(fetchPage, (count, total) => setKnown({ count, total }))).map(cells)];
    } finally {
      setKnown(null);
    }
  };
  return (
    <div className={styles['files']}>
      <p role="status">{known === null ? '' : t.common.fetched(f.integer(known.count), f.integer(known.total))}</p>
      <TableDownload fileName={fileName} sheet={sheet} rows={rows} />
    </div>
  );
}
