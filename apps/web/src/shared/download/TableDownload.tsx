import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import type { Cell } from './csv.ts';
import styles from './TableDownload.module.css';

type Rows = readonly (readonly Cell[])[];

interface TableDownloadProps {
  /** Name of the file, without its ending. */
  readonly fileName: string;
  readonly sheet: string;
  /** The table with its heading, made when it is asked for. */
  readonly rows: () => Rows | Promise<Rows>;
}

/** A table as a file: for a spreadsheet, or as plain text for a program. */
export function TableDownload({ fileName, sheet, rows }: TableDownloadProps) {
  const { m } = usePrinting();
  const [failed, setFailed] = useState(false);
  const save = async (form: 'saveWorkbook' | 'saveText') => {
    try {
      const files = await import('./save-table.ts');
      await files[form]({ fileName, sheet, rows: await rows() });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles['files']}>
      {failed ? <p role="alert">{m.files.failed}</p> : null}
      <Button tone="quiet" icon={<IconFileSpreadsheet size="1.2em" aria-hidden="true" />} onClick={() => void save('saveWorkbook')}>
        {m.files.workbook}
      </Button>
      <Button tone="quiet" icon={<IconDownload size="1.2em" aria-hidden="true" />} onClick={() => void save('saveText')}>
        {m.files.csv}
      </Button>
    </div>
  );
}
