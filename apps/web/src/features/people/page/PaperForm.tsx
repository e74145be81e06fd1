import { paperConclusions, type PaperConclusion } from '@banyan/schema/lifecycle';
import { useState, type FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { readTypedDate } from '../../ledger/index.ts';
import { RecordPaper } from '../candidacy-document.ts';
import { DayField } from '../fields/DayField.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import type { Paper } from './Papers.tsx';

interface PaperFormProps {
  readonly paper: Paper;
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

/** That a paper is there, or was asked for: its day and number; where it was made and where it lies are folded. */
export function PaperForm({ paper, candidacy, today, onClose, onSaved }: PaperFormProps) {
  const { m, f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const [values, setValues] = useState<Values>(() => ({
    isThere: true,
    madeOn: f.date(paper.state === 'THERE' && paper.madeOn !== null ? paper.madeOn : today),
    number: paper.number ?? '',
    body: paper.body ?? '',
    conclusion: paper.conclusion ?? '',
    reference: paper.reference ?? '',
  }));
  const { send, isBusy, problems, setProblems, failure } = useChange(RecordPaper, ['madeOn', 'number', 'body', 'reference']);
  const form = useFirstProblem(problems);
  const change = (typed: Partial<Values>) => setValues({ ...values, ...typed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const madeOn = readTypedDate(values.madeOn);
    if (madeOn === null) return setProblems({ madeOn: m.scope.dateWrong });
    const { isThere, number, body, conclusion, reference } = values;
    void send({ candidacy, kind: paper.kind, isThere, madeOn, number, body, reference, conclusion: conclusion === '' ? null : conclusion }, onSaved);
  };
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={t.papers.recordOf(words.papers[paper.kind])}>
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
      <FormFoot label={t.papers.save} busyLabel={t.step.recording} isBusy={isBusy} failure={failure} onCancel={onClose} />
    </form>
  );
}
