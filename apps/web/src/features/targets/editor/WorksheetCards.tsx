import { isRange, isRate } from '@banyan/schema/targets';
import { readTypedAmount } from '@banyan/schema/typed-amount';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { IconButton } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { useTargetTexts } from '../use-target-texts.ts';
import { Cell } from './Cell.tsx';
import styles from './Editor.module.css';
import { cellText, isUpsideDown } from './worksheet.ts';
import type { WorksheetViewProps } from './WorksheetTable.tsx';

/** The worksheet for a phone: a card for each unit, with a step up and down. */
export function WorksheetCards({ data, work, rows, refusals, onPasteMany }: WorksheetViewProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTargetTexts();
  const e = t.editor;
  const { kind } = data;
  const hints = new Map(data.worksheet.map((row) => [row.unit.id, row]));
  const move = (unit: string, text: string, by: number) => {
    const read = readTypedAmount(text, kind);
    const now = 'value' in read ? (read.value ?? 0) : 0;
    work.changeRow(unit, { low: cellText(Math.max(0, Math.round((now + by) * 100) / 100), kind) }, `${unit} step`);
  };
  const by = isRate(kind) ? 0.1 : 1;
  return (
    <ul className={styles['cards']} data-worksheet>
      {rows.map((row) => {
        const hint = hints.get(row.unit);
        const index = work.sheet.rows.indexOf(row);
        const facts = [`${f.integer(row.members)} ${e.members.toLowerCase()}`, `${e.lastYear.toLowerCase()} ${hint?.lastYear === null || hint === undefined ? m.common.none : f.integer(hint.lastYear)}`, `${e.pool.toLowerCase()} ${f.integer(hint?.pool ?? 0)}`];
        return (
          <li key={row.unit}>
            <p className={styles['cardName']}>
              <ProperName>{row.name}</ProperName>
            </p>
            <p className={styles['muted']}>{facts.join(' · ')}</p>
            <div className={styles['stepper']}>
              <IconButton bordered label={e.less(row.name)} icon={<IconMinus size="1.3em" />} onClick={() => move(row.unit, row.low, -by)} />
              <Cell label={e.amountFor(row.name)} value={row.low} kind={kind} refusal={refusals.get(row.unit)} column="low" index={index} onChange={(next) => work.changeRow(row.unit, { low: next }, `${row.unit} low`)} onPasteMany={onPasteMany} />
              {isRange(kind) ? (
                <Cell label={e.highFor(row.name)} value={row.high} kind={kind} refusal={isUpsideDown(row, kind) ? words.refusals.RANGE_UPSIDE_DOWN : undefined} column="high" index={index} onChange={(next) => work.changeRow(row.unit, { high: next }, `${row.unit} high`)} onPasteMany={onPasteMany} />
              ) : null}
              <IconButton bordered label={e.more(row.name)} icon={<IconPlus size="1.3em" />} onClick={() => move(row.unit, row.low, by)} />
            </div>
            {row.note !== '' || (readsZero(row.low) && kind !== 'REDUCE_TO') ? (
              <label className={styles['noteField']}>
                {e.note}
                <input type="text" aria-label={e.noteFor(row.name)} value={row.note} maxLength={1000} onChange={({ target }) => work.changeRow(row.unit, { note: target.value }, `${row.unit} note`)} />
              </label>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function readsZero(text: string): boolean {
  return text.trim() !== '' && Number(text.replace(',', '.')) === 0;
}
