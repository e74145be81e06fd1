import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { DayField } from '../../people/index.ts';
import type { ChangeDocument } from '../use-letter-change.ts';
import { LetterForm, type LetterFormProps } from './LetterForm.tsx';

interface DayFormProps extends LetterFormProps<'on'> {
  readonly act: 'accept' | 'end';
  readonly document: ChangeDocument<{ readonly transfer: string; readonly expectedVersion: number; readonly on: string }>;
  readonly today: string;
  readonly texts: { readonly action: string; readonly title: string; readonly on: string; readonly hint?: string };
}

/** Signs a letter, or ends what it began, on a day. */
export function DayForm({ today, texts, ...form }: DayFormProps) {
  const { m, f } = usePrinting();
  return (
    <LetterForm
      {...form}
      texts={texts}
      name="on"
      fresh={f.date(today)}
      read={(typed) => {
        const on = readTypedDate(typed);
        return on === null ? { problem: m.scope.dateWrong } : { input: { on } };
      }}
      renderField={(field) => <DayField label={texts.on} required hint={texts.hint} {...field} />}
    />
  );
}
