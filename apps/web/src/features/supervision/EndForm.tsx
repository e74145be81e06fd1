import type { FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../shared/ui/drafts.ts';
import { readTypedDate } from '../ledger/index.ts';
import { DayField, FormFoot, KeptNotice, TextField, useFirstProblem } from '../people/index.ts';
import { EndSupervision, type SupervisionData } from './supervision-documents.ts';
import styles from './Supervision.module.css';
import { useSupervisionChange } from './use-supervision-change.ts';
import { useSupervisionTexts } from './use-supervision-texts.ts';

interface Typed {
  readonly until: string;
  readonly reason: string;
}

const drafts = new Drafts<Typed>();

/** Ends an assignment before its last day, with the reason: at once, or with a day that is still to come. */
export function EndForm({ supervision: { id, version, personName }, onClose, onDone }: { readonly supervision: SupervisionData; readonly onClose: () => void; readonly onDone: () => void }) {
  const { m } = usePrinting();
  const { t } = useSupervisionTexts();
  const { values, isKept, setValues, settle, forget } = useDraft<Typed>(drafts, `end ${id}`, () => ({ until: '', reason: '' }));
  const { send, isBusy, problems, setProblems, failure } = useSupervisionChange(EndSupervision, ['until', 'reason']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = values.until.trim() === '' ? null : readTypedDate(values.until);
    if (until === null && values.until.trim() !== '') return setProblems({ until: m.scope.dateWrong });
    void send({ supervision: id, expectedVersion: version, until, reason: values.reason }, () => {
      settle();
      onDone();
    });
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.endTitle(personName)}>
      <h3>{t.endTitle(personName)}</h3>
      <KeptNotice isKept={isKept} onForget={forget} />
      <p>{t.endBody}</p>
      <DayField label={t.fields.until} hint={t.endHint} value={values.until} problem={problems['until']} onChange={(until) => setValues({ ...values, until })} />
      <TextField label={t.fields.reason} required size="lines" value={values.reason} problem={problems['reason']} onChange={(reason) => setValues({ ...values, reason })} />
      <FormFoot label={t.record} busyLabel={t.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}
