import { isRange, isRate } from '@banyan/schema/targets';
import { readTypedAmount } from '@banyan/schema/typed-amount';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { IconButton } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { wholeOf, type EditorData } from './editor-data.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import { Cell } from './Cell.tsx';
import styles from './Editor.module.css';
import type { useWorksheet } from './use-worksheet.ts';
import { balanceOf, isUpsideDown, readRow, type Row } from './worksheet.ts';

export interface WorksheetViewProps {
  readonly data: EditorData;
  readonly work: ReturnType<typeof useWorksheet>;
  /** The rows that are shown. */
  readonly rows: readonly Row[];
  /** What the server says of the rows, by unit. */
  readonly refusals: ReadonlyMap<string, string>;
  readonly onPasteMany: (text: string, from: number) => void;
}

/** Per cent of members that a target is, where it is a number of people for a year. */
export function useRateText(data: EditorData): (row: Row) => { readonly text: string; readonly standing: 'LOW' | 'HIGH' | null } | null {
  const { f } = usePrinting();
  const isYear = /^\d{4}$/.test(data.period) && data.indicator === 'ADMITTED' && data.slice === null;
  return (row) => {
    const read = readRow(row, data.kind);
    if (!isYear || read === null || row.members === 0 || isRate(data.kind)) return null;
    const percent = Math.floor((read.low * 1000) / row.members + 0.5) / 10;
    return { text: f.percent(percent), standing: percent < 3 ? 'LOW' : percent > 4 ? 'HIGH' : null };
  };
}

/** The worksheet for a wide screen: a row for each unit directly below, what helps to decide beside what is typed. */
export function WorksheetTable({ data, work, rows, refusals, onPasteMany }: WorksheetViewProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTargetTexts();
  const e = t.editor;
  const { kind } = data;
  const hints = new Map(data.worksheet.map((row) => [row.unit.id, row]));
  const rateOf = useRateText(data);
  const range = isRange(kind);
  const widest = Math.max(1, ...data.worksheet.map(({ lastYear }) => lastYear ?? 0), ...work.sheet.rows.map((row) => readRow(row, kind)?.low ?? 0));
  const balance = balanceOf(work.sheet, wholeOf(data));
  const print = (value: number) => (isRate(kind) ? f.decimal(value) : f.integer(value));
  return (
    <table className={styles['worksheet']} data-worksheet data-range={range || undefined}>
      <thead>
        <tr>
          <th scope="col">{e.unit}</th>
          <th scope="col" className={styles['number']}>{e.members}</th>
          <th scope="col" className={styles['number']}>{e.lastYear}</th>
          <th scope="col" className={styles['number']}>
            <span title={e.poolHint}>{e.pool}</span>
          </th>
          <th scope="col" className={styles['number']}>{e.now}</th>
          <th scope="col">{range ? e.low : e.target}</th>
          {range ? <th scope="col">{e.high}</th> : null}
          <th scope="col" className={styles['number']}>
            <span title={e.norm}>{e.rate}</span>
          </th>
          <th scope="col" className={styles['against']}>{e.lastYear} → {e.target}</th>
          <th scope="col">{e.note}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const hint = hints.get(row.unit);
          const index = work.sheet.rows.indexOf(row);
          const rate = rateOf(row);
          const low = readTypedAmount(row.low, kind);
          const target = 'value' in low ? (low.value ?? 0) : 0;
          return (
            <tr key={row.unit} data-locked={row.isLocked || undefined}>
              <th scope="row">
                <ProperName>{row.name}</ProperName>
                <span className={styles['muted']}>{hint?.unit.kind.name}</span>
              </th>
              <td className={styles['number']}>{f.integer(row.members)}</td>
              <td className={styles['number']}>{hint?.lastYear === null || hint === undefined ? m.common.none : f.integer(hint.lastYear)}</td>
              <td className={styles['number']}>{f.integer(hint?.pool ?? 0)}</td>
              <td className={styles['number']}>{hint?.current === null || hint === undefined ? m.common.none : hint.current.high === null || hint.current.high === hint.current.low ? print(hint.current.low) : `${print(hint.current.low)}–${print(hint.current.high)}`}</td>
              <td className={styles['typed']}>
                <Cell label={e.amountFor(row.name)} value={row.low} kind={kind} refusal={refusals.get(row.unit)} column="low" index={index} onChange={(next) => work.changeRow(row.unit, { low: next }, `${row.unit} low`)} onPasteMany={onPasteMany} />
                <IconButton
                  className={styles['lock'] ?? ''}
                  label={e.lock(row.name)}
                  aria-pressed={row.isLocked}
                  icon={row.isLocked ? <IconLock size="1.1em" /> : <IconLockOpen size="1.1em" />}
                  onClick={() => work.changeRow(row.unit, { isLocked: !row.isLocked })}
                />
              </td>
              {range ? (
                <td className={styles['typed']}>
                  <Cell label={e.highFor(row.name)} value={row.high} kind={kind} refusal={isUpsideDown(row, kind) ? words.refusals.RANGE_UPSIDE_DOWN : undefined} column="high" index={index} onChange={(next) => work.changeRow(row.unit, { high: next }, `${row.unit} high`)} onPasteMany={onPasteMany} />
                </td>
              ) : null}
              <td className={styles['number']} data-norm={rate?.standing ?? undefined}>
                {rate === null ? m.common.none : <span title={e.norm}>{rate.standing === null ? rate.text : `${rate.standing === 'LOW' ? '▼' : '▲'} ${rate.text}`}</span>}
              </td>
              <td className={styles['against']} aria-hidden="true">
                <span className={styles['past']} style={{ width: `${((hint?.lastYear ?? 0) / widest) * 100}%` }} />
                <span className={styles['asked']} style={{ width: `${(target / widest) * 100}%` }} />
              </td>
              <td className={styles['noted']}>
                <input type="text" aria-label={e.noteFor(row.name)} value={row.note} maxLength={1000} onChange={({ target: field }) => work.changeRow(row.unit, { note: field.value }, `${row.unit} note`)} />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        {balance.elsewhere === 0 ? null : (
          <tr>
            <th scope="row">{e.elsewhereHint}</th>
            <td colSpan={4} />
            <td className={styles['total']}>{print(balance.elsewhere)}</td>
            {range ? <td className={styles['total']}>{balance.elsewhereHigh === null ? null : print(balance.elsewhereHigh)}</td> : null}
            <td colSpan={3} />
          </tr>
        )}
        <tr>
          <th scope="row">{e.sum}</th>
          <td className={styles['number']}>{f.integer(work.sheet.rows.reduce((sum, { members }) => sum + members, 0))}</td>
          <td className={styles['number']}>{f.integer(data.worksheet.reduce((sum, { lastYear }) => sum + (lastYear ?? 0), 0))}</td>
          <td className={styles['number']}>{f.integer(data.worksheet.reduce((sum, { pool }) => sum + pool, 0))}</td>
          <td />
          <td className={styles['total']}>{print(Math.round(balance.allocated * 100) / 100)}</td>
          {range ? <td className={styles['total']}>{balance.allocatedHigh === null ? null : print(balance.allocatedHigh)}</td> : null}
          <td colSpan={3} />
        </tr>
      </tfoot>
    </table>
  );
}
