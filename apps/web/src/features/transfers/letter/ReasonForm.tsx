import { useState, type FormEvent } from 'react';
import { FormFoot, TextField, useFirstProblem, type Letter } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useLetterChange, type ChangeDocument } from '../use-letter-change.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { LetterConflict } from './LetterConflict.tsx';
import { useSeen } from './use-seen.ts';

interface ReasonFormProps {
  readonly document: ChangeDocument<{ transfer: string; expectedVersion: number; reason: string }>;
  readonly letter: Letter;
  readonly texts: { readonly action: string; readonly title: string; readonly reason: string; readonly hint: string };
  readonly onLatest: (letter: Letter) => void;
  readonly onReview: (letter: Letter) => void;
  readonly onDone: () => void;
}

/** Takes a letter back, for a reason. */
export function ReasonForm({ document, letter, texts, onLatest, onReview, onDone }: ReasonFormProps) {
  const { t, words } = useTransferTexts();
  const [reason, setReason] = useState('');
  const { send, isBusy, problems, setProblems, failure, setFailure } = useLetterChange(document, ['reason'], onLatest);
  const { seen, isConflict, review } = useSeen(letter, isBusy);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setProblems({ reason: words.transferRefusals.FACT_MISSING });
    void send({ transfer: letter.id, expectedVersion: seen.version, reason }, ({ letter: now }) => {
      onLatest(now);
      onDone();
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
      <TextField
        label={texts.reason}
        size="lines"
        required
        hint={letter.claimUntil === null ? undefined : texts.hint}
        value={reason}
        problem={problems['reason']}
        onChange={(typed) => {
          setReason(typed);
          setProblems({});
        }}
      />
      <FormFoot label={texts.action} busyLabel={t.sending} isBusy={isBusy} failure={failure} />
    </form>
  );
}
