import type { ReactNode } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { TextField } from './TextField.tsx';

interface DayFieldProps {
  readonly label: string;
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly autoComplete?: string;
}

/** A day, typed as people write it; it is tidied when it is left, and a day that does not exist is said to be none. */
export function DayField({ value, onChange, problem, ...rest }: DayFieldProps) {
  const { m, f } = usePrinting();
  const read = readTypedDate(value);
  const tidy = () => {
    if (read !== null) onChange(f.date(read));
  };
  // Long enough to be a day, and none: said at once. What is still being typed is left alone.
  const impossible = read === null && value.trim().length >= 10 ? m.scope.dateWrong : undefined;
  return <TextField {...rest} size="day" numeric value={value} onChange={onChange} onBlur={tidy} problem={problem ?? impossible} />;
}
