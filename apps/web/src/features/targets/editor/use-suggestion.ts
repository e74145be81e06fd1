import type { SplitWay } from '@banyan/schema/targets';
import { useClient } from 'urql';
import { SuggestionQuery } from '../target-documents.ts';
import type { EditorData } from './editor-data.ts';
import type { useWorksheet } from './use-worksheet.ts';
import { cellText, readRow } from './worksheet.ts';

/** Asks how a target would be divided by a way, and fills the rows that are not locked; the first cell takes the focus, so that it is mended by keys alone. */
export function useSuggestion({ id, kind }: EditorData, { sheet, change }: ReturnType<typeof useWorksheet>) {
  const client = useClient();
  return async (way: SplitWay): Promise<void> => {
    const locked = sheet.rows.flatMap((row) => {
      const amount = row.isLocked ? readRow(row, kind) : null;
      return amount === null ? [] : [{ unit: row.unit, ...amount }];
    });
    const reserve = sheet.rule === 'WITH_RESERVE' ? readRow({ low: sheet.reserve, high: sheet.reserveHigh }, kind) : null;
    const { data } = await client.query(SuggestionQuery, { target: id, way, reserve, locked }, { requestPolicy: 'network-only' }).toPromise();
    const lines = new Map(data?.target?.suggestion.map((line) => [line.unit, line]) ?? []);
    if (lines.size === 0) return;
    change({
      rows: sheet.rows.map((row) => {
        const line = lines.get(row.unit);
        return line === undefined || row.isLocked ? row : { ...row, low: cellText(line.low, kind), high: cellText(line.high, kind) };
      }),
    });
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-worksheet] input[data-column=low]')?.focus());
  };
}
