import type { TargetKind } from '@banyan/schema/targets';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';
import { problemOf } from './worksheet.ts';

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly kind: TargetKind;
  /** What is wrong with it where it is a number: beside another one, or by what the server says of it. */
  readonly refusal?: string | undefined;
  readonly column: 'low' | 'high';
  readonly index: number;
  readonly onChange: (value: string) => void;
  /** More than one cell was pasted. */
  readonly onPasteMany: (text: string, from: number) => void;
}

/** Goes to the cell above or below in the same column, as in a spreadsheet. */
function go(event: KeyboardEvent<HTMLInputElement>, by: number): void {
  const { column, index } = event.currentTarget.dataset;
  const next = event.currentTarget.closest('[data-worksheet]')?.querySelector<HTMLInputElement>(`input[data-column="${column ?? ''}"][data-index="${Number(index) + by}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** A cell of the worksheet: a number as it is typed, and below it what is wrong. */
export function Cell({ label, value, kind, refusal, column, index, onChange, onPasteMany }: CellProps) {
  const { t } = useTargetTexts();
  const problem = problemOf(value, kind);
  const told = problem === undefined ? refusal : t.amountProblems[problem];
  const id = `cell-${column}-${index}`;
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPasteMany(text, index);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') go(event, 1);
    if (event.key === 'ArrowUp') go(event, -1);
  };
  return (
    <span className={styles['cell']}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={told !== undefined}
        aria-describedby={told === undefined ? undefined : id}
        data-column={column}
        data-index={index}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onPaste={paste}
        onKeyDown={press}
      />
      {told === undefined ? null : (
        <span id={id} className={styles['problem']}>
          {told}
        </span>
      )}
    </span>
  );
}
