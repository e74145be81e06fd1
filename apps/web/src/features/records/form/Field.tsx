import { useId } from 'react';
import { DocumentField, readChoice, writeChoice } from '../../documents/index.ts';
import { DayField, Problem, SelectField, TextField } from '../../people/index.ts';
import styles from '../Records.module.css';

/** One of several to choose from; `lang` where its label is a text of the data. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
}

interface Described<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

/** A field of a form: a line, several lines, a day, a choice of some, a tick, or a document of the register that concerns a unit. */
export type FieldOf<Name extends string> = Described<Name> &
  (
    | { readonly kind: 'line' | 'lines' | 'day' | 'tick' }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'document'; readonly unit: string }
  );

interface FieldProps<Name extends string> {
  readonly field: FieldOf<Name>;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One field of a form, by its kind. */
export function Field<Name extends string>({ field, value, problem, onChange }: FieldProps<Name>) {
  const { label, hint, required = false } = field;
  const shared = { label, hint, value, problem, onChange };
  switch (field.kind) {
    case 'day':
      return <DayField {...shared} required={required} />;
    case 'choice':
      return <SelectField {...shared} options={field.options} />;
    case 'tick':
      return <Tick {...shared} />;
    case 'document':
      return <DocumentField {...shared} value={readChoice(value)} onChange={(choice) => onChange(writeChoice(choice))} unit={field.unit} />;
    case 'line':
    case 'lines':
      return <TextField {...shared} required={required} size={field.kind} />;
  }
}

function Tick({ label, hint, value, problem, onChange }: { readonly label: string; readonly hint: string | undefined; readonly value: string; readonly problem: string | undefined; readonly onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div>
      <label className={styles['tick']}>
        <input type="checkbox" checked={value === '1'} aria-describedby={`${id}-hint ${id}-problem`} onChange={({ target }) => onChange(target.checked ? '1' : '')} />
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles['muted']}>
          {hint}
        </p>
      )}
      <Problem id={`${id}-problem`}>{problem}</Problem>
    </div>
  );
}
