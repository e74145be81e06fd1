import type { PeriodParts } from '@banyan/schema/period';
import { useId, useState, type FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import styles from './DateRangeForm.module.css';
import { readTypedDate } from './period-dates.ts';

interface DateRangeFormProps {
  readonly range: { readonly from: string; readonly to: string };
  readonly onChoose: (period: PeriodParts) => void;
}

/** Two days, typed as people write them; both belong to the range. */
export function DateRangeForm({ range, onChoose }: DateRangeFormProps) {
  const { m, f } = usePrinting();
  const [from, setFrom] = useState(f.date(range.from));
  const [to, setTo] = useState(f.date(range.to));
  const [problems, setProblems] = useState<{ readonly from?: string; readonly to?: string }>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const first = readTypedDate(from);
    const last = readTypedDate(to);
    if (first !== null && last !== null && first <= last) {
      onChoose({ form: 'RANGE', from: first, to: last });
      return;
    }
    setProblems({
      ...(first === null ? { from: m.scope.dateWrong } : {}),
      ...(last === null ? { to: m.scope.dateWrong } : {}),
      ...(first !== null && last !== null ? { to: m.scope.dateOrder } : {}),
    });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <DayField label={m.scope.from} value={from} problem={problems.from} onChange={setFrom} />
      <DayField label={m.scope.to} value={to} problem={problems.to} onChange={setTo} />
      <p className={styles['hint']}>{m.scope.dateHint}</p>
      <Button tone="primary" type="submit">
        {m.common.apply}
      </Button>
    </form>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

function DayField({ label, value, problem, onChange }: DayFieldProps) {
  const { f } = usePrinting();
  const id = useId();
  const tidy = () => {
    const date = readTypedDate(value);
    if (date !== null) onChange(f.date(date));
  };
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={tidy}
      />
      <p id={`${id}-problem`} className={styles['problem']}>
        {problem}
      </p>
    </div>
  );
}
