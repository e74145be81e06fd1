import { IconSearch } from '@tabler/icons-react';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  /** Spoken, and shown in the box while it is empty. */
  readonly label: string;
  /** Spoken after the label: how to search. */
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A box to search in what the page shows. */
export function SearchBox({ label, hint, value, onChange }: SearchBoxProps) {
  return (
    <div className={styles['box']}>
      <IconSearch size="1.15em" aria-hidden="true" />
      <input
        type="search"
        aria-label={hint === undefined ? label : `${label}. ${hint}`}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
