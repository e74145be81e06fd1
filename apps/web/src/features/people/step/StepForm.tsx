import type { StepFact } from '@banyan/schema/lifecycle';
import type { FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { DayField } from '../fields/DayField.tsx';
import { FoldedFields } from '../fields/FoldedFields.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { VoteField } from '../fields/VoteField.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './StepPanel.module.css';
import { fieldOf, type StepProblems, type StepValues } from './step-values.ts';
import type { StepChoice, StepFile } from './use-recording.ts';

interface StepFormProps {
  readonly file: StepFile;
  readonly option: StepChoice;
  readonly values: StepValues;
  readonly problems: StepProblems;
  /** What went wrong with the whole of it. */
  readonly failure: string | null;
  readonly isBusy: boolean;
  readonly onChange: (change: Partial<StepValues>) => void;
  readonly onSubmit: () => void;
  readonly onOthers: () => void;
}

/** Asks what a step is recorded with, and nothing else: what it may be recorded with is folded. */
export function StepForm({ file, option, values, problems, failure, isBusy, onChange, onSubmit, onOthers }: StepFormProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const fact = (name: StepFact, required: boolean) => (
    <Fact key={name} name={name} option={option} exempt={file.exemptInCell} required={required} values={values} problems={problems} onChange={onChange} />
  );
  const isWanted = option.optionalFacts.some((name) => problems[fieldOf[name]] !== undefined);
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate aria-label={words.steps[option.step]}>
      <div className={styles['formHead']}>
        <h3>{words.steps[option.step]}</h3>
        {file.steps.length > 1 ? (
          <Button tone="quiet" onClick={onOthers}>
            {t.step.others}
          </Button>
        ) : null}
      </div>
      <DayField
        label={t.step.date}
        required
        value={values.on}
        problem={problems.on}
        hint={option.possibleFrom === null ? undefined : t.step.from(f.date(option.possibleFrom))}
        onChange={(on) => onChange({ on })}
      />
      {option.facts.map((name) => fact(name, true))}
      {option.warnings.length === 0 ? null : <Notice>{option.warnings.map((warning) => words.stepWarnings[warning]).join(' ')}</Notice>}
      {option.optionalFacts.length === 0 ? null : (
        <FoldedFields summary={t.step.more} isWanted={isWanted}>
          {option.optionalFacts.map((name) => fact(name, false))}
        </FoldedFields>
      )}
      {failure === null ? null : (
        <Notice tone="danger" action={<Button onClick={onSubmit}>{t.failed.retry}</Button>}>
          {failure}
        </Notice>
      )}
      <div className={styles['foot']}>
        <Button tone="primary" type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? t.step.recording : words.actions[option.step]}
        </Button>
      </div>
    </form>
  );
}

interface FactProps {
  readonly name: StepFact;
  readonly option: StepChoice;
  readonly exempt: number;
  readonly required: boolean;
  readonly values: StepValues;
  readonly problems: StepProblems;
  readonly onChange: (change: Partial<StepValues>) => void;
}

function Fact({ name, option, exempt, required, values, problems, onChange }: FactProps) {
  const { words } = usePeopleTexts();
  const label = words.facts[name];
  const problem = problems[fieldOf[name]];
  switch (name) {
    case 'VOTE':
      return <VoteField by={option.by} exempt={exempt} values={values} problems={problems} required={required} onChange={onChange} />;
    case 'RECEIVED_ON':
      return <DayField label={label} required={required} value={values.receivedOn} problem={problem} onChange={(receivedOn) => onChange({ receivedOn })} />;
    case 'REASON':
      return <TextField label={label} size="lines" required={required} value={values.reason} problem={problem} onChange={(reason) => onChange({ reason })} />;
    case 'REMOVAL_GROUND':
      return (
        <SelectField
          label={label}
          value={values.removalGround}
          problem={problem}
          options={[{ value: '', label: '—' }, ...option.removalGrounds.map((ground) => ({ value: ground, label: words.removalGrounds[ground] }))]}
          onChange={(removalGround) => onChange({ removalGround })}
        />
      );
    case 'DOCUMENT_NUMBER':
    case 'CERTIFICATE_NUMBER':
    case 'PROVINCE_CONSENT_NUMBER':
    case 'UPPER_CONSENT_NUMBER':
      return <TextField label={label} required={required} value={values[fieldOf[name]]} problem={problem} onChange={(text) => onChange({ [fieldOf[name]]: text })} />;
  }
}
