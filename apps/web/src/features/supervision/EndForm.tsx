import type { FormEvent } from 'react';
import { Drafts, useDraft } from '../../shared/ui/drafts.ts';
import { FormFoot, KeptNotice, TextField, useFirstProblem } from '../people/index.ts';
import { EndSupervision, type SupervisionData } from './supervision-documents.ts';
import styles from './Supervision.module.css';
import { useSupervisionChange } from './use-supervision-change.ts';
import { useSupervisionTexts } from './use-supervision-texts.ts';

const drafts = new Drafts<{ readonly reason: string }>();

/** Ends an assignment before its last day, with the reason. */
export function EndForm({ supervision: { id, version, personName }, onClose, onDone }: { readonly supervision: SupervisionData; readonly onClose: () => void; readonly onDone: () => void }) {
  const { t } = useSupervisionTexts();
  const { values, isKept, setValues, settle, forget } = useDraft(drafts, `end ${id}`, () => ({ reason: '' }));
  const { send, isBusy, problems, failure } = useSupervisionChange(EndSupervision, ['reason']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({ supervision: id, expectedVersion: version, reason: values.reason }, () => {
      settle();
      onDone();
    });
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.endTitle(personName)}>
      <h3>{t.endTitle(personName)}</h3>
      <KeptNotice isKept={isKept} onForget={forget} />
      <p>{t.endBody}</p>
      <TextField label={t.fields.reason} required size="lines" value={values.reason} problem={problems['reason']} onChange={(reason) => setValues({ reason })} />
      <FormFoot label={t.record} busyLabel={t.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}
