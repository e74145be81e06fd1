import type { ActingBody } from '@banyan/schema/lifecycle';
import { useId } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import type { StepProblems, StepValues } from '../step/step-values.ts';
import styles from './Field.module.css';
import { Problem } from './Problem.tsx';

interface VoteFieldProps {
  readonly by: ActingBody;
  readonly values: StepValues;
  readonly onChange: (change: Partial<StepValues>) => void;
  /** What is wrong with the vote, or with one of its numbers. */
  readonly problems: StepProblems;
  readonly required: boolean;
  /** How many official members of the cell are exempt or suspended. */
  readonly exempt: number;
}

/** The result of a vote as three whole numbers. Whether it is enough, the server says. */
export function VoteField({ by, values, onChange, problems, required, exempt }: VoteFieldProps) {
  const { t, words } = usePeopleTexts();
  const { f } = usePrinting();
  const { p } = usePersonalTexts();
  const id = useId();
  const fields = [
    ['base', t.step.base[by]],
    ['present', t.step.present],
    ['inFavour', t.step.inFavour],
  ] as const;
  const problem = problems.vote ?? problems.base ?? problems.present ?? problems.inFavour;
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
              aria-invalid={problems.vote !== undefined || problems[field] !== undefined}
              aria-required={required}
              aria-describedby={`${id}-problem`}
              onChange={({ target }) => onChange({ [field]: target.value })}
            />
          </div>
        ))}
      </div>
      <p id={`${id}-hint`} className={styles['hint']}>
        {t.step.base[by]}: {t.step.baseHint[by].charAt(0).toLowerCase() + t.step.baseHint[by].slice(1)}.{by === 'CELL' && exempt > 0 ? ` ${p.marks.exempt(f.integer(exempt))}` : null}
      </p>
      {isTyped && problem === undefined ? <p className={styles['verdict']}>{t.step.vote(values.inFavour.trim(), values.base.trim())}</p> : null}
      <Problem id={`${id}-problem`}>{problem}</Problem>
    </fieldset>
  );
}
