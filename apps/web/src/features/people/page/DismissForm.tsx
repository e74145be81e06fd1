import type { FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { readTypedDate } from '../../ledger/index.ts';
import { DismissParticipant } from '../candidacy-document.ts';
import { DayField } from '../fields/DayField.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import type { Participant } from './Involved.tsx';
import styles from './Lists.module.css';

interface DismissFormProps {
  readonly one: Participant;
  readonly candidacy: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const drafts = new Drafts<string>();

/** Ends somebody's part in a candidacy; that it was theirs stays on record. */
export function DismissForm({ one, candidacy, today, onClose, onSaved }: DismissFormProps) {
  const { m, f } = usePrinting();
  const { t } = usePeopleTexts();
  const { values: on, isKept, setValues: setOn, forget } = useDraft(drafts, one.id, () => f.date(today));
  const { send, isBusy, problems, setProblems, failure } = useChange(DismissParticipant, ['on']);
  const form = useFirstProblem(problems);
  const cancel = () => {
    forget();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readTypedDate(on);
    if (day === null) return setProblems({ on: m.scope.dateWrong });
    void send({ candidacy, participant: one.id, expectedVersion: one.version, on: day }, () => {
      forget();
      onSaved();
    });
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.involved.endOf(one.name)}>
      <KeptNotice isKept={isKept} onForget={forget} />
      <DayField label={t.involved.until} required value={on} problem={problems['on']} onChange={setOn} />
      <FormFoot label={t.involved.end} busyLabel={t.step.recording} isBusy={isBusy} failure={failure} onCancel={cancel} />
    </form>
  );
}
