import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { csvOf, type Cell } from './csv.ts';
import { saveFile } from './save-file.ts';
import styles from './TableDownload.module.css';

interface TableDownloadProps {
  /** Name of the file, without its ending. */
  readonly fileName: string;
  readonly sheet: string;
  /** The table with its heading, made when it is asked for. */
  readonly rows: () => readonly (readonly Cell[])[];
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table as a file: for a spreadsheet, or as plain text for a program. */
export function TableDownload({ fileName, sheet, rows }: TableDownloadProps) {
  const { m } = usePrinting();
  const saveWorkbook = async () => {
    const { xlsxOf } = await import('./xlsx.ts');
    saveFile({ name: `${fileName}.xlsx`, content: xlsxOf({ name: sheet, rows: rows() }), type: spreadsheet });
  };
  return (
    <div className={styles['files']}>
      <Button tone="quiet" icon={<IconFileSpreadsheet size="1.2em" aria-hidden="true" />} onClick={() => void saveWorkbook()}>
        {m.files.workbook}
      </Button>
      <Button
        tone="quiet"
        icon={<IconDownload size="1.2em" aria-hidden="true" />}
        onClick={() => saveFile({ name: `${fileName}.csv`, content: csvOf(rows()), type: 'text/csv;charset=utf-8' })}
      >
        {m.files.csv}
      </Button>
    </div>
  );
}
