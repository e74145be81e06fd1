import { useClient } from 'urql';
import { fetchAll } from '../../../shared/download/fetch-all.ts';
import { ListDownload } from '../../../shared/download/ListDownload.tsx';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { LetterFields } from '../../people/index.ts';
import { LettersQuery } from '../transfer-documents.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { letterCells } from './export-cells.ts';
import type { LetterFilter } from './transfer-tabs.ts';

const pageSize = 100;

/** All letters that the filter finds, as a file. */
export function LetterDownload({ filter, unitCode }: { readonly filter: LetterFilter; readonly unitCode: string }) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const client = useClient();
  const read = async (after: string | null) => {
    const { data, error } = await client.query(LettersQuery, { ...filter, first: pageSize, after }, { requestPolicy: 'network-only' }).toPromise();
    if (data === undefined) throw error ?? new Error('An answer without data');
    const { nodes, pageInfo, totalCount } = data.transfers;
    return { rows: nodes.map((node) => readFragment(LetterFields, node)), next: pageInfo.hasNextPage ? pageInfo.endCursor : null, total: totalCount };
  };
  return (
    <div className={styles['files']}>
      <ListDownload fileName={`${t.files}-${unitCode}`} sheet={t.title} rows={async (onProgress) => letterCells(await fetchAll(read, onProgress), { columns: t.columns, yes: t.yes, words, date: f.date })} />
    </div>
  );
}
