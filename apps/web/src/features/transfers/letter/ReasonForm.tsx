import { TextField } from '../../people/index.ts';
import type { ChangeDocument } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { LetterForm, type LetterFormProps } from './LetterForm.tsx';

interface ReasonFormProps extends LetterFormProps<'reason'> {
  readonly document: ChangeDocument<{ readonly transfer: string; readonly expectedVersion: number; readonly reason: string }>;
  readonly texts: { readonly action: string; readonly title: string; readonly reason: string; readonly hint: string };
}

/** Takes a letter back, for a reason. */
export function ReasonForm({ texts, ...form }: ReasonFormProps) {
  const { words } = useTransferTexts();
  return (
    <LetterForm
      {...form}
      act="cancel"
      texts={texts}
      name="reason"
      fresh=""
      read={(reason) => (reason.trim() === '' ? { problem: words.transferRefusals.FACT_MISSING } : { input: { reason } })}
      renderField={(field) => <TextField label={texts.reason} size="lines" required hint={form.letter.claimUntil === null ? undefined : texts.hint} {...field} />}
    />
  );
}
