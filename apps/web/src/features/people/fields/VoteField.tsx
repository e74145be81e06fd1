import type { ActingBody } from '@banyan/schema/lifecycle';
import { useId } from 'react';
import { usePeopleTexts } from '../use-people-texts.ts';
import type { StepValues } from '../step/step-values.ts';
import styles from './Field.module.css';
import { Problem } from './Problem.tsx';

interface VoteFieldProps {
  readonly by: ActingBody;
  readonly values: StepValues;
  readonly onChange: (change: Partial<StepValues>) => void;
  readonly problem: string | undefined;
  readonly required: boolean;
}

/** The result of a vote as three whole numbers. Whether it is enough, the server says. */
export function VoteField({ by, values, onChange, problem, required }: VoteFieldProps) {
  const { t, words } = usePeopleTexts();
  const id = useId();
  const fields = [
    ['base', t.step.base[by]],
    ['present', t.step.present],
    ['inFavour', t.step.inFavour],
  ] as const;
  const isTyped = [values.base, values.inFavour].every((text) => /^\d+$/.test(text.trim()));
  return (
    <fieldset className={styles['vote']} aria-describedby={`${id}-hint ${id}-problem`}>
      <legend>
        {words.facts.VOTE} {required ? null : <span className={styles['note']}>({t.step.optional})</span>}
      </legend>
      <div className={styles['numbers']}>
        {fields.map(([field, label]) => (
          <div key={field} className={styles['field']}>
            <label htmlFor={`${id}-${field}`}>{label}</label>
            <input
              id={`${id}-${field}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={values[field]}
              aria-invalid={problem !== undefined}
              aria-required={required}
              aria-describedby={`${id}-problem`}
              onChange={({ target }) => onChange({ [field]: target.value })}
            />
          </div>
        ))}
      </div>
      <p id={`${id}-hint`} className={styles['hint']}>
        {t.step.base[by]}: {t.step.baseHint[by].charAt(0).toLowerCase() + t.step.baseHint[by].slice(1)}.
      </p>
      {isTyped && problem === undefined ? <p className={styles['verdict']}>{t.step.vote(values.inFavour.trim(), values.base.trim())}</p> : null}
      <Problem id={`${id}-problem`}>{problem !== undefined && isTyped ? `${values.inFavour.trim()}/${values.base.trim()} – ${problem}` : problem}</Problem>
    </fieldset>
  );
}
