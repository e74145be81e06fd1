import { useState } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import type { Cell } from './csv.ts';
import type { OnProgress } from './fetch-all.ts';
import { TableDownload } from './TableDownload.tsx';
import styles from './TableDownload.module.css';

interface ListDownloadProps {
  readonly fileName: string;
  readonly sheet: string;
  /** All rows with their heading, fetched when they are asked for. */
  readonly rows: (onProgress: OnProgress) => Promise<readonly (readonly Cell[])[]>;
}

/** All of a list as a file, whatever page is shown; what takes long says how far it is. */
export function ListDownload({ fileName, sheet, rows }: ListDownloadProps) {
  const { m, f } = usePrinting();
  const [known, setKnown] = useState<{ readonly count: number; readonly total: number } | null>(null);
  const fetched = async () => {
    try {
      return await rows((count, total) => setKnown({ count, total }));
    } finally {
      setKnown(null);
    }
  };
  return (
    <div className={styles['list']}>
      <p role="status">{known === null ? '' : m.files.fetched(f.integer(known.count), f.integer(known.total))}</p>
      <TableDownload fileName={fileName} sheet={sheet} rows={fetched} />
    </div>
  );
}
