import { supervisionKinds, type SupervisionKind } from '@banyan/schema/supervision';
import type { FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../shared/ui/drafts.ts';
import { readTypedDate } from '../ledger/index.ts';
import { DayField, FormFoot, KeptNotice, SelectField, TextField, useFirstProblem, type Problems } from '../people/index.ts';
import { DocumentField, noDocument, type DocumentChoice } from '../documents/index.ts';
import { AccountField } from './AccountField.tsx';
import { AssignSupervision, ChangeSupervision, type SupervisionData } from './supervision-documents.ts';
import styles from './Supervision.module.css';
import { useSupervisionChange } from './use-supervision-change.ts';
import { useSupervisionTexts } from './use-supervision-texts.ts';

interface Typed {
  readonly account: string;
  readonly kind: SupervisionKind;
  readonly post: string;
  readonly from: string;
  readonly until: string;
  readonly document: DocumentChoice;
  readonly documentDay: string;
  readonly reason: string;
}

const drafts = new Drafts<Typed>();
const fields = ['account', 'post', 'from', 'until', 'document', 'documentNumber', 'documentIssuedOn', 'reason'];

interface FormProps {
  /** Where somebody is newly assigned, the unit; where an assignment is changed, that. */
  readonly subject: { readonly unit: string } | { readonly supervision: SupervisionData };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What is read of the days that were typed, or what is wrong with them. */
function useReadDays() {
  const { m } = usePrinting();
  const { t } = useSupervisionTexts();
  return ({ from, until, documentDay }: Typed): { from: string; until: string | null; documentIssuedOn: string } | { problems: Problems } => {
    const read = { from: readTypedDate(from), until: readTypedDate(until), documentIssuedOn: readTypedDate(documentDay) };
    const wrong = (typed: string) => (typed.trim() === '' ? t.missing : m.scope.dateWrong);
    const problems = {
      ...(read.from === null ? { from: wrong(from) } : {}),
      ...(read.until === null && until.trim() !== '' ? { until: m.scope.dateWrong } : {}),
      ...(read.documentIssuedOn === null ? { documentIssuedOn: wrong(documentDay) } : {}),
    };
    return read.from === null || read.documentIssuedOn === null || Object.keys(problems).length > 0 ? { problems } : { from: read.from, until: read.until, documentIssuedOn: read.documentIssuedOn };
  };
}

/** Puts somebody in charge of a unit, or decides otherwise about an assignment. */
export function TermsForm({ subject, onClose, onDone }: FormProps) {
  const { m, f } = usePrinting();
  const { t, words } = useSupervisionTexts();
  const old = 'supervision' in subject ? subject.supervision : null;
  const { values, key, isKept, setValues, settle, forget } = useDraft<Typed>(drafts, 'unit' in subject ? `assign ${subject.unit}` : `change ${subject.supervision.id} ${subject.supervision.version}`, () => ({
    account: '',
    kind: old?.kind ?? 'IN_CHARGE',
    post: old?.post ?? '',
    from: old === null ? '' : f.date(old.from),
    until: old === null || old.until === null ? '' : f.date(old.until),
    document: noDocument,
    documentDay: '',
    reason: '',
  }));
  const readDays = useReadDays();
  const assigning = useSupervisionChange(AssignSupervision, fields);
  const changing = useSupervisionChange(ChangeSupervision, fields);
  const { isBusy, problems, setProblems, failure } = old === null ? assigning : changing;
  const form = useFirstProblem(problems);
  const change = (patch: Partial<Typed>) => setValues({ ...values, ...patch });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days = readDays(values);
    if ('problems' in days) return setProblems(days.problems);
    const { kind, post, document, account, reason } = values;
    const terms = { kind, post, document: document.id, documentNumber: document.number, ...days };
    const done = () => {
      settle();
      onDone();
    };
    if ('unit' in subject) return void assigning.send({ ...terms, unit: subject.unit, account: account.trim(), idempotencyKey: key }, done);
    const { id, version } = subject.supervision;
    void changing.send({ ...terms, supervision: id, expectedVersion: version, reason }, done);
  };
  const label = old === null ? t.assign : t.changeTitle(old.personName);
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={label}>
      <h3>{label}</h3>
      <KeptNotice isKept={isKept} onForget={forget} />
      {old === null ? <AccountField value={values.account} problem={problems['account']} onChange={(account) => change({ account })} /> : null}
      <SelectField label={t.fields.kind} value={values.kind} options={supervisionKinds.map((value) => ({ value, label: words.kinds[value] }))} onChange={(kind) => change({ kind })} />
      <TextField label={t.fields.post} required value={values.post} problem={problems['post']} onChange={(post) => change({ post })} />
      <div className={styles['pair']}>
        <DayField label={t.fields.from} required hint={m.scope.dateHint} value={values.from} problem={problems['from']} onChange={(from) => change({ from })} />
        <DayField label={t.fields.until} hint={t.fields.untilHint} value={values.until} problem={problems['until']} onChange={(until) => change({ until })} />
      </div>
      <div className={styles['pair']}>
        <DocumentField
          label={t.fields.document}
          required
          value={values.document}
          problem={problems['documentNumber'] ?? problems['document']}
          onChange={(document, issuedOn) => change({ document, ...(issuedOn === null ? {} : { documentDay: f.date(issuedOn) }) })}
        />
        <DayField label={t.fields.documentDay} required hint={m.scope.dateHint} value={values.documentDay} problem={problems['documentIssuedOn']} onChange={(documentDay) => change({ documentDay })} />
      </div>
      {old === null ? <p className={styles['muted']}>{t.gives}</p> : <TextField label={t.fields.reason} required size="lines" value={values.reason} problem={problems['reason']} onChange={(reason) => change({ reason })} />}
      <FormFoot label={t.record} busyLabel={t.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}
