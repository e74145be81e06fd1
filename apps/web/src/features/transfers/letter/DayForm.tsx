import { useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { DayField, FormFoot, useFirstProblem, type Letter } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useLetterChange, type ChangeDocument } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { LetterConflict } from './LetterConflict.tsx';
import { useSeen } from './use-seen.ts';

interface DayFormProps {
  readonly document: ChangeDocument<{ transfer: string; expectedVersion: number; on: string }>;
  readonly letter: Letter;
  readonly today: string;
  readonly texts: { readonly action: string; readonly title: string; readonly on: string; readonly hint?: string };
  readonly onLatest: (letter: Letter) => void;
  readonly onReview: (letter: Letter) => void;
  /** Told the day. */
  readonly onDone: (on: string) => void;
}

/** Signs a letter, or ends what it began, on a day. */
export function DayForm({ document, letter, today, texts, onLatest, onReview, onDone }: DayFormProps) {
  const { m, f } = usePrinting();
  const { t } = useTransferTexts();
  const [day, setDay] = useState(f.date(today));
  const { send, isBusy, problems, setProblems, failure, setFailure } = useLetterChange(document, ['on'], onLatest);
  const { seen, isConflict, review } = useSeen(letter, isBusy);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const on = readTypedDate(day);
    if (on === null) return setProblems({ on: m.scope.dateWrong });
    void send({ transfer: letter.id, expectedVersion: seen.version, on }, ({ letter: now }) => {
      onLatest(now);
      onDone(on);
    });
  };
  if (isConflict) {
    return (
      <LetterConflict
        before={seen}
        now={letter}
        onReview={() => {
          setFailure(null);
          review();
          onReview(letter);
        }}
      />
    );
  }
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={texts.title}>
      <h3>{texts.title}</h3>
      <DayField
        label={texts.on}
        required
        hint={texts.hint}
        value={day}
        problem={problems['on']}
        onChange={(typed) => {
          setDay(typed);
          setProblems({});
        }}
      />
      <FormFoot label={texts.action} busyLabel={t.sending} isBusy={isBusy} failure={failure} />
    </form>
  );
}
