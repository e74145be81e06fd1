import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';
import { Problem } from './Problem.tsx';

interface SelectFieldProps<V extends string> {
  readonly label: string;
  readonly value: V;
  /** `lang` where the label is a text of the data. */
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: V) => void;
  readonly problem?: string | undefined;
  readonly hint?: ReactNode;
}

/** A choice of many, in the browser's own list. */
export function SelectField<V extends string>({ label, value, options, onChange, problem, hint }: SelectFieldProps<V>) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${hint === undefined ? '' : `${id}-hint `}${id}-problem`}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      <Problem id={`${id}-problem`}>{problem}</Problem>
    </div>
  );
}
