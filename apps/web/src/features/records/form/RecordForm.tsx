import { useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { readChoice } from '../../documents/index.ts';
import { readTypedDate } from '../../ledger/index.ts';
import { FormFoot, KeptNotice, useFirstProblem } from '../../people/index.ts';
import type { RecordChange } from '../record-documents.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { Field, type FieldOf } from './Field.tsx';
import { useRecordChange } from './use-record-change.ts';

const drafts = new Drafts<Readonly<Record<string, string>>>();

interface RecordFormProps<Name extends string, Input> {
  /** By which what was typed is found again after the form was closed. */
  readonly name: string;
  readonly label: string;
  readonly action: string;
  readonly fields: readonly FieldOf<Name>[];
  /** What stands in the fields at first: what is on record now. Days as they are printed, a tick as "1", a document as `writeChoice` writes it. */
  readonly initial: Readonly<Record<Name, string>>;
  readonly document: RecordChange<Input>;
  /** What is sent, from what was typed: days as the API writes them, a document by its id, nothing as the empty text. */
  readonly input: (typed: Readonly<Record<Name, string>>, key: string) => Input;
  readonly onDone: (id: string) => void;
  readonly onCancel?: (() => void) | undefined;
  /** It was refused, and what is on record now did not come with the answer: asks for it. */
  readonly onConflict?: (() => void) | undefined;
}

/** A form of a record: what was typed stays when it is closed, and is sent once for its key. Where somebody else was quicker, it says what they changed. */
export function RecordForm<Name extends string, Input>({ name, label, action, fields, initial, document, input, onDone, onCancel, onConflict }: RecordFormProps<Name, Input>) {
  const { m } = usePrinting();
  const { t } = useRecordTexts();
  const draft = useDraft<Readonly<Record<string, string>>>(drafts, name, () => initial);
  const [opened] = useState({ initial, fields });
  const { send, isBusy, problems, setProblems, failure, refusal } = useRecordChange(document, fields.map((field) => field.name));
  const form = useFirstProblem(problems);
  const values: Readonly<Record<string, string>> = { ...initial, ...draft.values };
  const change = (field: string, typed: string) => {
    draft.setValues({ ...values, [field]: typed });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([other]) => other !== field)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { typed, wrong } = readTyped(fields, { initial, values }, { missing: t.common.missing, dateWrong: m.scope.dateWrong, documentNeeded: t.documents.needed });
    if (Object.keys(wrong).length > 0) return setProblems(wrong);
    const done = (id: string) => {
      draft.forget();
      onDone(id);
    };
    void send(input(typed, draft.key), done, onConflict);
  };
  const changed = refusal === 'VERSION_CONFLICT' ? fields.filter((field) => opened.initial[field.name] !== initial[field.name]) : [];
  const words = (ways: readonly FieldOf<Name>[], { name: of }: FieldOf<Name>, value: string) => wordOf(ways.filter((way) => way.name === of), value, t.common.yes);
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={label}>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      {fields.map((field) => (
        <Field key={field.name} field={field} value={values[field.name] ?? ''} problem={problems[field.name]} onChange={(typed) => change(field.name, typed)} />
      ))}
      {changed.length === 0 ? null : (
        <Notice tone="warning">
          {t.common.conflict}
          <ul>
            {changed.map((field) => (
              <li key={field.name}>{t.common.conflictLine(field.label, words([...opened.fields, ...fields], field, opened.initial[field.name]), words(fields, field, initial[field.name]))}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FormFoot label={action} busyLabel={t.common.recording} isBusy={isBusy} failure={failure} onCancel={onCancel} />
    </form>
  );
}

/** What a value of a field is called, by the first of some states of the field that has a word for it. */
function wordOf<Name extends string>(states: readonly FieldOf<Name>[], value: string, yes: string): string {
  if (value === '') return '—';
  const words = states.map((field) => {
    if (field.kind === 'tick') return yes;
    if (field.kind === 'document') return readChoice(value).number;
    return field.kind === 'choice' ? field.options.find((option) => option.value === value)?.label : value;
  });
  return words.find((word) => typeof word === 'string') ?? value;
}

interface Typed<Name extends string> {
  readonly initial: Readonly<Record<Name, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** What was typed as it is sent, and what is wrong with it. */
function readTyped<Name extends string>(fields: readonly FieldOf<Name>[], { initial, values }: Typed<Name>, says: { readonly missing: string; readonly dateWrong: string; readonly documentNeeded: string }) {
  const typed: Record<Name, string> = { ...initial };
  const wrong: Record<string, string> = {};
  for (const field of fields) {
    const text = (values[field.name] ?? '').trim();
    const value = field.kind === 'day' && text !== '' ? readTypedDate(text) : field.kind === 'document' && text !== '' ? readChoice(values[field.name] ?? '').id : text;
    if (value === null) wrong[field.name] = field.kind === 'document' ? says.documentNeeded : says.dateWrong;
    else if (value === '' && field.required) wrong[field.name] = says.missing;
    typed[field.name] = value ?? '';
  }
  return { typed, wrong };
}
