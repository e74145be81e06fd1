import { isLasting, markKinds, type MarkKind } from '@banyan/schema/personal';
import type { FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { readTypedDate } from '../../ledger/index.ts';
import { DayField } from '../fields/DayField.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import lists from '../page/Lists.module.css';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { RecordMark, TakeBackMark } from './personal-document.ts';
import { useAnswer } from './use-answer.ts';
import type { Personal } from './use-correction.ts';

export type Mark = Personal['marks'][number];

interface MarkFormProps {
  readonly person: string;
  /** Whether it is about exemption and suspension; else about achievements. */
  readonly lasting: boolean;
  /** The mark that is put right or ended; null for a new one. */
  readonly mark: Mark | null;
  readonly today: string;
  readonly onClose: () => void;
  readonly onSaved: (kind: MarkKind) => void;
}

/** A mark as it is typed. */
type MarkValues = { readonly kind: MarkKind } & Readonly<Record<'title' | 'on' | 'until' | 'body' | 'documentNumber' | 'reason', string>>;

const drafts = new Drafts<MarkValues>();

const fields = ['kind', 'title', 'on', 'until', 'body', 'documentNumber', 'reason'];

/** Notes an achievement, an exemption or a suspension; or puts one right, for a reason. */
export function MarkForm({ person, lasting, mark, today, onClose, onSaved }: MarkFormProps) {
  const { m, f } = usePrinting();
  const { t } = usePeopleTexts();
  const { p, kept } = usePersonalTexts();
  const kinds = markKinds.filter((kind) => isLasting(kind) === lasting);
  const draft = useDraft(drafts, `${person} ${mark?.id ?? String(lasting)}`, (): MarkValues => ({
    kind: mark?.kind ?? (lasting ? 'EXEMPTION' : 'AWARD'),
    title: mark?.title ?? '',
    on: f.date(mark?.on ?? today),
    until: mark?.until ? f.date(mark.until) : '',
    body: mark?.body ?? '',
    documentNumber: mark?.documentNumber ?? '',
    reason: '',
  }));
  const { values, setValues } = draft;
  const { send, isBusy, problems, setProblems, failure } = useAnswer(RecordMark, fields);
  const form = useFirstProblem(problems);
  const change = (typed: Partial<MarkValues>) => {
    setValues({ ...values, ...typed });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in typed))));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const on = readTypedDate(values.on);
    const until = values.until.trim() === '' ? null : readTypedDate(values.until);
    const isWrong = on === null || (until === null && values.until.trim() !== '');
    if (isWrong) return setProblems({ [on === null ? 'on' : 'until']: m.scope.dateWrong });
    void send({ ...values, person, on, until, replaces: mark?.id ?? null, idempotencyKey: draft.key }, () => {
      draft.settle();
      onSaved(values.kind);
    });
  };
  return (
    <form ref={form} className={lists['form']} onSubmit={submit} noValidate aria-label={mark === null ? (lasting ? p.marks.addLasting : p.marks.add) : p.marks.changeOf(kept.marks[mark.kind])}>
      <KeptNotice isKept={draft.isKept} onForget={draft.forget} />
      <SelectField label={p.marks.kind} value={values.kind} problem={problems['kind']} options={kinds.map((value) => ({ value, label: kept.marks[value] }))} onChange={(kind) => change({ kind })} />
      {lasting ? null : <TextField label={p.marks.name} required value={values.title} problem={problems['title']} onChange={(title) => change({ title })} />}
      <DayField label={lasting ? p.marks.from : p.marks.on} required value={values.on} problem={problems['on']} onChange={(on) => change({ on })} />
      {lasting ? <DayField label={p.marks.until} hint={p.marks.untilHint} value={values.until} problem={problems['until']} onChange={(until) => change({ until })} /> : null}
      <TextField label={lasting ? p.marks.decidedBy : p.marks.body} value={values.body} problem={problems['body']} onChange={(body) => change({ body })} />
      <TextField label={p.marks.number} required={lasting} value={values.documentNumber} problem={problems['documentNumber']} onChange={(documentNumber) => change({ documentNumber })} />
      {mark === null ? null : <TextField label={p.marks.reason} required value={values.reason} problem={problems['reason']} onChange={(reason) => change({ reason })} />}
      <FormFoot label={p.marks.save} busyLabel={t.step.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}

interface TakeBackFormProps {
  readonly person: string;
  readonly mark: Mark;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const takeBackDrafts = new Drafts<string>();

/** Takes a mark back, for a reason; that it stood stays on record. */
export function TakeBackForm({ person, mark, onClose, onSaved }: TakeBackFormProps) {
  const { t } = usePeopleTexts();
  const { p, kept } = usePersonalTexts();
  const { values: reason, isKept, setValues: setReason, settle, forget } = useDraft(takeBackDrafts, mark.id, () => '');
  const { send, isBusy, problems, failure } = useAnswer(TakeBackMark, ['reason']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({ person, mark: mark.id, reason }, () => {
      settle();
      onSaved();
    });
  };
  return (
    <form ref={form} className={lists['form']} onSubmit={submit} noValidate aria-label={p.marks.takeBackOf(mark.title ?? kept.marks[mark.kind])}>
      <KeptNotice isKept={isKept} onForget={forget} />
      <TextField label={p.marks.takeBackReason} required value={reason} problem={problems['reason']} onChange={setReason} />
      <FormFoot label={p.marks.takeBack} busyLabel={t.step.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}
