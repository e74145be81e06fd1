import { useState } from 'react';
import { useClient, type Client } from 'urql';
import type { Cell } from '../../../shared/download/csv.ts';
import { TableDownload } from '../../../shared/download/TableDownload.tsx';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { LetterFields, type Letter } from '../../people/index.ts';
import { LettersQuery } from '../transfer-documents.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { letterCells } from './export-cells.ts';
import type { LetterFilter } from './transfer-tabs.ts';

const pageSize = 100;

/** Fetches all that a filter finds, page by page. Fails where a page cannot be had: half a file is none. */
async function fetchAll(client: Client, filter: LetterFilter, onProgress: (known: number, total: number) => void, known: readonly Letter[] = [], after: string | null = null): Promise<readonly Letter[]> {
  const { data, error } = await client.query(LettersQuery, { ...filter, first: pageSize, after }, { requestPolicy: 'network-only' }).toPromise();
  if (data === undefined) throw error ?? new Error('An answer without data');
  const { nodes, pageInfo, totalCount } = data.transfers;
  const rows = [...known, ...nodes.map((node) => readFragment(LetterFields, node))];
  if (!pageInfo.hasNextPage) return rows;
  onProgress(rows.length, totalCount);
  return await fetchAll(client, filter, onProgress, rows, pageInfo.endCursor);
}

/** All letters that the filter finds, as a file, whatever page is shown. */
export function LetterDownload({ filter, unitCode }: { readonly filter: LetterFilter; readonly unitCode: string }) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const client = useClient();
  const [known, setKnown] = useState<{ readonly count: number; readonly total: number } | null>(null);
  const rows = async (): Promise<Cell[][]> => {
    try {
      const all = await fetchAll(client, filter, (count, total) => setKnown({ count, total }));
      return letterCells(all, { columns: t.columns, yes: t.yes, words, date: f.date });
    } finally {
      setKnown(null);
    }
  };
  return (
    <div className={styles['files']}>
      <p role="status">{known === null ? '' : t.fetched(f.integer(known.count), f.integer(known.total))}</p>
      <TableDownload fileName={`${t.files}-${unitCode}`} sheet={t.title} rows={rows} />
    </div>
  );
}
