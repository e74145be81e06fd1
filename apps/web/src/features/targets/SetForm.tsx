import { writePeriod } from '@banyan/schema/period';
import { indicators } from '@banyan/schema/targets';
import type { FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../shared/ui/drafts.ts';
import { readTypedDate } from '../ledger/index.ts';
import { DayField, FormFoot, KeptNotice, SelectField, TextField, useFirstProblem } from '../people/index.ts';
import { DocumentField, noDocument, sentDocument, type DocumentChoice } from '../documents/index.ts';
import { LimitFields, noLimits, useReadLimits, type TypedLimits } from './LimitFields.tsx';
import { SetTarget } from './target-documents.ts';
import styles from './Targets.module.css';
import { TermsFields, useReadTerms, type TypedTerms } from './TermsFields.tsx';
import { useTargetChange } from './use-target-change.ts';
import { useTargetTexts } from './use-target-texts.ts';

interface Typed {
  readonly indicator: string;
  readonly period: string;
  readonly limits: TypedLimits;
  readonly terms: TypedTerms;
  readonly document: DocumentChoice;
  readonly day: string;
  readonly note: string;
}

const drafts = new Drafts<Typed>();

interface SetFormProps {
  readonly unit: string;
  /** The periods that can be chosen, with their names; the first one is proposed. */
  readonly periods: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A target that a unit sets for itself, or gives to a unit below without dividing its own. */
export function SetForm({ unit, periods, onClose, onDone }: SetFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = useTargetTexts();
  const { values, key, isKept, setValues, settle, forget } = useDraft<Typed>(drafts, `set ${unit}`, () => ({
    indicator: 'ADMITTED',
    period: periods[0]?.value ?? '',
    limits: noLimits,
    terms: { kind: 'EXACT', low: '', high: '', base: 'STOCK_AT_YEAR_START', baseNumber: '' },
    document: noDocument,
    day: '',
    note: '',
  }));
  const readTerms = useReadTerms();
  const readLimits = useReadLimits();
  const { send, isBusy, problems, setProblems, failure } = useTargetChange(SetTarget, ['indicator', 'slice', 'period', 'kind', 'low', 'high', 'base', 'baseNumber', 'document', 'documentNumber', 'issuedOn', 'note']);
  const form = useFirstProblem(problems);
  const indicator = indicators.find((one) => one === values.indicator) ?? 'ADMITTED';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTerms(values.terms);
    const limited = readLimits(indicator, values.limits, values.period);
    const issuedOn = readTypedDate(values.day);
    const missing = { ...('problems' in read ? read.problems : {}), ...('problems' in limited ? limited.problems : {}), ...(issuedOn === null ? { issuedOn: values.day.trim() === '' ? t.missing : m.scope.dateWrong } : {}) };
    if ('problems' in read || 'problems' in limited || issuedOn === null) return setProblems(missing);
    const { document, note } = values;
    const empty = (typed: string) => (typed.trim() === '' ? null : typed);
    void send({ unit, indicator, ...limited.limits, ...read.terms, ...sentDocument(document), note: empty(note), issuedOn, idempotencyKey: key }, () => {
      settle();
      onDone();
    });
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.set}>
      <KeptNotice isKept={isKept} onForget={forget} />
      <SelectField
        label={t.fields.indicator}
        value={indicator}
        problem={problems['indicator']}
        onChange={(value) => setValues({ ...values, indicator: value, terms: { ...values.terms, kind: value === 'PLACES_WITHOUT_CELL' ? 'REDUCE_TO' : values.terms.kind === 'REDUCE_TO' ? 'EXACT' : values.terms.kind } })}
        options={indicators.map((value) => ({ value, label: words.indicators[value] }))}
      />
      <SelectField label={t.fields.period} value={values.period} problem={problems['period']} onChange={(period) => setValues({ ...values, period })} options={periods} />
      <LimitFields indicator={indicator} typed={values.limits} problems={problems} onChange={(limits) => setValues({ ...values, limits })} />
      <TermsFields indicator={indicator} typed={values.terms} problems={problems} onChange={(terms) => setValues({ ...values, terms })} />
      <DocumentField
        label={t.fields.document}
        value={values.document}
        problem={problems['documentNumber'] ?? problems['document']}
        onChange={(document, issuedOn) => setValues({ ...values, document, ...(issuedOn === null ? {} : { day: f.date(issuedOn) }) })}
      />
      <DayField label={t.fields.issuedOn} required hint={m.scope.dateHint} value={values.day} problem={problems['issuedOn']} onChange={(day) => setValues({ ...values, day })} />
      <TextField label={t.fields.note} value={values.note} problem={problems['note']} onChange={(note) => setValues({ ...values, note })} />
      <FormFoot label={t.record} busyLabel={t.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}

/** The periods that a target is usually set for: the one that is looked at, this year, the next one, and the term. */
export function usualPeriods(chosen: string, today: string): string[] {
  const year = Number(today.slice(0, 4));
  return [...new Set([chosen, writePeriod({ form: 'YEAR', year }), writePeriod({ form: 'YEAR', year: year + 1 }), 'term'])];
}
