import { sliceKeys } from '@banyan/schema/enums';
import type { FormEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { DayField } from '../fields/DayField.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { changesInLife, changesOf, livingFields } from './correction-values.ts';
import styles from './Personal.module.css';
import type { useCorrection } from './use-correction.ts';
import { fieldOf, useFieldWords } from './use-field-words.ts';

/** What is kept of a person, to be typed over. Under what differs stands what is on record. */
export function CorrectionForm({ correction }: { readonly correction: ReturnType<typeof useCorrection> }) {
  const { m } = usePrinting();
  const { p } = usePersonalTexts();
  const { label, show } = useFieldWords();
  const { standing, typed, change, problems, failure, isBusy, look, isKept, forget } = correction;
  const form = useFirstProblem(problems);
  const changes = changesOf(standing, typed.over);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look();
  };
  const onRecord = (field: keyof typeof standing) => (changes[field] === undefined ? undefined : `${p.correct.current} ${show(field, standing[field])}`);
  const select = (field: 'gender' | (typeof livingFields)[number]) => (
    <SelectField
      key={field}
      label={label(field)}
      value={typed.over[field] ?? standing[field]}
      problem={problems[field]}
      hint={onRecord(field)}
      options={sliceKeys[fieldOf[field]].map((value: string) => ({ value, label: show(field, value) }))}
      onChange={(value) => change({ over: { [field]: value } })}
    />
  );
  return (
    <form ref={form} className={styles['section']} onSubmit={submit} noValidate aria-label={p.correct.title}>
      <KeptNotice isKept={isKept} onForget={forget} />
      <TextField label={label('fullName')} required value={typed.over.fullName ?? standing.fullName} problem={problems['fullName']} hint={onRecord('fullName')} onChange={(fullName) => change({ over: { fullName } })} />
      <DayField label={label('birthDate')} required value={typed.over.birthDate ?? standing.birthDate} problem={problems['birthDate']} hint={onRecord('birthDate') ?? m.scope.dateHint} onChange={(birthDate) => change({ over: { birthDate } })} />
      {select('gender')}
      {livingFields.map(select)}
      {changesInLife(changes) ? (
        <div className={styles['how']}>
          <p aria-hidden="true">{p.correct.how}</p>
          <Segmented
            label={p.correct.how}
            value={typed.how}
            segments={[
              { value: 'WRONG', label: p.correct.wrong },
              { value: 'CHANGED', label: p.correct.changed },
            ]}
            onChange={(how) => change({ how })}
          />
          <p className={styles['muted']}>{typed.how === 'WRONG' ? p.correct.wrongHint : p.correct.changedHint}</p>
          {typed.how === 'CHANGED' ? <DayField label={p.correct.since} required value={typed.since} problem={problems['since']} onChange={(since) => change({ since })} /> : null}
        </div>
      ) : null}
      <TextField label={p.number} numeric value={typed.personalNumber} problem={problems['personalNumber']} hint={p.correct.numberHint} onChange={(personalNumber) => change({ personalNumber })} />
      <TextField label={p.correct.reason} size="lines" required value={typed.reason} problem={problems['reason']} onChange={(reason) => change({ reason })} />
      <FormFoot label={p.correct.preview} busyLabel={p.correct.previewing} isBusy={isBusy} failure={failure} />
    </form>
  );
}
