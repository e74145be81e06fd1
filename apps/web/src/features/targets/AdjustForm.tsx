import type { FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Drafts, keyOf, useDraft } from '../../shared/ui/drafts.ts';
import { readTypedDate } from '../ledger/index.ts';
import { DayField, FormFoot, KeptNotice, TextField, useFirstProblem } from '../people/index.ts';
import { DocumentField, noDocument, sentDocument, type DocumentChoice } from '../documents/index.ts';
import { AdjustTarget, type TargetData } from './target-documents.ts';
import styles from './Targets.module.css';
import { TermsFields, useReadTerms, type TypedTerms } from './TermsFields.tsx';
import { useTargetChange } from './use-target-change.ts';
import { useTargetTexts } from './use-target-texts.ts';

interface Typed {
  readonly terms: TypedTerms;
  readonly document: DocumentChoice;
  readonly day: string;
  readonly reason: string;
}

const drafts = new Drafts<Typed>();
const text = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));

/** A further version of a target: how much it is to be, by which paper and why. */
export function AdjustForm({ target, onClose, onDone }: { readonly target: TargetData; readonly onClose: () => void; readonly onDone: () => void }) {
  const { m, f } = usePrinting();
  const { t, words } = useTargetTexts();
  const { values, isKept, setValues, settle, forget } = useDraft<Typed>(drafts, `adjust ${target.id}`, () => ({
    terms: { kind: target.kind, low: text(target.low), high: text(target.high), base: target.base ?? 'STOCK_AT_YEAR_START', baseNumber: text(target.baseNumber) },
    document: noDocument,
    day: '',
    reason: '',
  }));
  const readTerms = useReadTerms();
  const { send, isBusy, problems, setProblems, failure } = useTargetChange(AdjustTarget, ['kind', 'low', 'high', 'base', 'baseNumber', 'document', 'documentNumber', 'issuedOn', 'reason']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTerms(values.terms);
    const issuedOn = readTypedDate(values.day);
    const missing = { ...('problems' in read ? read.problems : {}), ...(issuedOn === null ? { issuedOn: values.day.trim() === '' ? t.missing : m.scope.dateWrong } : {}), ...(values.document.number.trim() === '' ? { documentNumber: words.refusals.DOCUMENT_MISSING } : {}), ...(values.reason.trim() === '' ? { reason: t.missing } : {}) };
    if ('problems' in read || issuedOn === null || Object.keys(missing).length > 0) return setProblems(missing);
    const { document, reason } = values;
    const input = { target: target.id, expectedVersion: target.number, ...read.terms, ...sentDocument(document), issuedOn, reason };
    void send({ ...input, idempotencyKey: keyOf(input) }, () => {
      settle();
      onDone();
    });
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.adjust}>
      <KeptNotice isKept={isKept} onForget={forget} />
      <TermsFields indicator={target.indicator} typed={values.terms} problems={problems} onChange={(terms) => setValues({ ...values, terms })} />
      <DocumentField
        label={t.fields.document}
        required
        value={values.document}
        problem={problems['documentNumber'] ?? problems['document']}
        onChange={(document, issuedOn) => setValues({ ...values, document, ...(issuedOn === null ? {} : { day: f.date(issuedOn) }) })}
      />
      <DayField label={t.fields.issuedOn} required hint={m.scope.dateHint} value={values.day} problem={problems['issuedOn']} onChange={(day) => setValues({ ...values, day })} />
      <TextField label={t.fields.reason} required size="lines" value={values.reason} problem={problems['reason']} onChange={(reason) => setValues({ ...values, reason })} />
      <FormFoot label={t.record} busyLabel={t.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}
