import type { ReactNode } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
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
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  const read = readTypedDate(value);
  const tidy = () => {
    if (read !== null) onChange(f.date(read));
  };
  const text = value.trim();
  // Long enough to be a day, and none: said at once. What is still being typed is left alone.
  const isNone = read === null && text !== '' && (problem !== undefined || text.length >= 10);
  return <TextField {...rest} size="day" numeric value={value} onChange={onChange} onBlur={tidy} problem={isNone ? t.noDay(text) : problem} />;
}
