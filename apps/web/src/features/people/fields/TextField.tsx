import { useId, type ComponentProps, type ReactNode } from 'react';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Field.module.css';
import { Problem } from './Problem.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly numeric?: boolean;
  /** How much is expected: a day, a number, a line, or several lines. */
  readonly size?: 'day' | 'number' | 'line' | 'lines';
  readonly autoComplete?: string;
  readonly onBlur?: () => void;
  /** What makes it a combobox: its list, and the keys that walk through it. */
  readonly combobox?: Pick<ComponentProps<'input'>, 'role' | 'placeholder' | 'aria-autocomplete' | 'aria-expanded' | 'aria-controls' | 'aria-activedescendant' | 'onKeyDown' | 'onClick'>;
}

/** A field to type in: label above, hint and what is wrong below. */
export function TextField({ label, value, onChange, problem, hint, required = false, numeric = false, size = 'line', autoComplete = 'off', onBlur, combobox }: TextFieldProps) {
  const { t } = usePeopleTexts();
  const id = useId();
  const shared = {
    id,
    value,
    autoComplete,
    'aria-invalid': problem !== undefined,
    'aria-required': required,
    'aria-describedby': `${hint === undefined ? '' : `${id}-hint `}${id}-problem`,
    onBlur,
  };
  return (
    <div className={styles['field']} data-width={size}>
      <label htmlFor={id} className={styles['label']}>
        {label} {required ? null : <span className={styles['note']}>({t.step.optional})</span>}
      </label>
      {size === 'lines' ? (
        <textarea {...shared} rows={2} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} {...combobox} type="text" inputMode={numeric ? 'numeric' : undefined} onChange={({ target }) => onChange(target.value)} />
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      <Problem id={`${id}-problem`}>{problem}</Problem>
    </div>
  );
}
