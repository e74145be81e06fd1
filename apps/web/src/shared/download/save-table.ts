import { csvOf, type Cell } from './csv.ts';
import { saveFile } from './save-file.ts';

/** A table with its heading, and the name of its file without an ending. */
export interface SavedTable {
  readonly fileName: string;
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** For a spreadsheet. */
export async function saveWorkbook({ fileName, sheet, rows }: SavedTable): Promise<void> {
  const { xlsxOf } = await import('./xlsx.ts');
  saveFile({ name: `${fileName}.xlsx`, content: xlsxOf({ name: sheet, rows }), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** As plain text, for a program. */
export function saveText({ fileName, rows }: SavedTable): void {
  saveFile({ name: `${fileName}.csv`, content: csvOf(rows), type: 'text/csv;charset=utf-8' });
}
