import { paperConclusions, type PaperConclusion, type PaperKind } from '@banyan/schema/lifecycle';
import { useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { ChangePaper, RecordPaper } from '../candidacy-document.ts';
import { ConflictBox } from '../fields/ConflictBox.tsx';
import { DayField } from '../fields/DayField.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import type { Paper } from './Papers.tsx';

interface PaperFormProps {
  readonly kind: PaperKind;
  /** The paper that is changed; null where one is put there. */
  readonly paper: Paper | null;
  readonly candidacy: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Values {
  readonly isThere: boolean;
  readonly madeOn: string;
  readonly number: string;
  readonly body: string;
  readonly conclusion: PaperConclusion | '';
  readonly reference: string;
}

const drafts = new Drafts<Values>();
const fields = ['madeOn', 'number', 'body', 'reference'] as const;

/** That a paper is there, or was asked for: its day and number; where it was made and where it lies are folded. */
export function PaperForm({ kind, paper, candidacy, today, onClose, onSaved }: PaperFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const stored = (): Values => ({
    isThere: paper?.isThere ?? true,
    madeOn: f.date(paper?.madeOn ?? today),
    number: paper?.number ?? '',
    body: paper?.body ?? '',
    conclusion: paper?.conclusion ?? '',
    reference: paper?.reference ?? '',
  });
  const { values, key, isKept, setValues, forget } = useDraft(drafts, `${candidacy} ${paper?.id ?? kind}`, stored);
  const [seen, setSeen] = useState(paper);
  const record = useChange(RecordPaper, fields);
  const alter = useChange(ChangePaper, fields);
  const { isBusy, problems, setProblems, failure, refusal, setFailure } = paper === null ? record : alter;
  const form = useFirstProblem(problems);
  const change = (typed: Partial<Values>) => setValues({ ...values, ...typed });
  const done = () => {
    forget();
    onSaved();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const madeOn = readTypedDate(values.madeOn);
    if (madeOn === null) return setProblems({ madeOn: m.scope.dateWrong });
    const { isThere, number, body, conclusion, reference } = values;
    const facts = { candidacy, isThere, madeOn, number, body, reference, conclusion: conclusion === '' ? null : conclusion };
    if (seen === null) void record.send({ ...facts, kind, idempotencyKey: key }, done);
    else void alter.send({ ...facts, paper: seen.id, expectedVersion: seen.version }, done);
  };
  const settle = (theirs: boolean) => {
    setSeen(paper);
    setFailure(null);
    if (theirs) forget();
  };
  const isConflict = !isBusy && paper !== null && seen !== null && paper.version !== seen.version;
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.papers.recordOf(words.papers[kind])}>
      <KeptNotice isKept={isKept} onForget={forget} />
      {isConflict ? (
        <Conflict stored={stored()} typed={values} onSettle={settle} />
      ) : (
        <>
          <Segmented
            label={t.papers.isThere}
            value={values.isThere ? 'THERE' : 'ASKED'}
            segments={[
              { value: 'THERE', label: t.papers.there },
              { value: 'ASKED', label: t.papers.asked },
            ]}
            onChange={(value) => change({ isThere: value === 'THERE' })}
          />
          <DayField
            label={values.isThere ? t.papers.madeOn : t.papers.askedOn}
            required
            value={values.madeOn}
            problem={problems['madeOn']}
            onChange={(madeOn) => change({ madeOn })}
          />
          <TextField label={t.papers.number} value={values.number} problem={problems['number']} onChange={(number) => change({ number })} />
          <details className={styles['more']}>
            <summary>{t.step.more}</summary>
            <div className={styles['fields']}>
              <SelectField
                label={t.papers.conclusion}
                value={values.conclusion}
                hint={t.papers.conclusionHint}
                options={[{ value: '', label: t.papers.noConclusion }, ...paperConclusions.map((value) => ({ value, label: words.paperConclusions[value] }))]}
                onChange={(conclusion) => change({ conclusion })}
              />
              <TextField label={t.papers.body} value={values.body} problem={problems['body']} onChange={(body) => change({ body })} />
              <TextField label={t.papers.reference} value={values.reference} problem={problems['reference']} onChange={(reference) => change({ reference })} />
            </div>
          </details>
          <FormFoot
            label={t.papers.save}
            busyLabel={t.step.recording}
            isBusy={isBusy}
            failure={refusal === 'VERSION_CONFLICT' ? null : failure}
            onCancel={() => {
              forget();
              onClose();
            }}
          />
        </>
      )}
    </form>
  );
}

interface ConflictProps {
  readonly stored: Values;
  readonly typed: Values;
  readonly onSettle: (theirs: boolean) => void;
}

/** Somebody else was quicker: what is kept and what was typed, and which of them it shall be. */
function Conflict({ stored, typed, onSettle }: ConflictProps) {
  const { t, words } = usePeopleTexts();
  const told = ({ isThere, madeOn, number, body, conclusion, reference }: Values) =>
    [isThere ? t.papers.there : t.papers.asked, madeOn, number, body, conclusion === '' ? '' : words.paperConclusions[conclusion], reference].filter((text) => text !== '').join(' · ');
  return (
    <ConflictBox
      lead={t.papers.conflict}
      versions={[
        [t.papers.stored, told(stored)],
        [t.papers.typed, told(typed)],
      ]}
    >
      <Button tone="primary" onClick={() => onSettle(false)}>
        {t.papers.keepMine}
      </Button>
      <Button onClick={() => onSettle(true)}>{t.papers.takeTheirs}</Button>
    </ConflictBox>
  );
}
