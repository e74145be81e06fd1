import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  /** Spoken, and shown in the box while it is empty. */
  readonly label: string;
  /** Spoken after the label: how to search. */
  readonly hint: string;
  /** What the address says. */
  readonly value: string | undefined;
  /** Told once typing pauses or ends, without spaces around it; undefined for nothing. */
  readonly onChange: (value: string | undefined) => void;
}

/** Long enough that a word is typed, short enough that nobody waits. In milliseconds. */
const pause = 150;

/** A box to search in what the page shows; the address follows what is typed. */
export function SearchBox({ label, hint, value = '', onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((typed: string) => {
    const next = typed.trim();
    setTold(next);
    onChange(next === '' ? undefined : next);
  }, pause);
  // The address was changed by something else: a link, or the button that clears the filter.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (value !== told) setText(value);
  }
  return (
    <div className={styles['box']}>
      <IconSearch size="1.15em" aria-hidden="true" />
      <input
        type="search"
        aria-label={`${label}. ${hint}`}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          tell(target.value);
        }}
        onBlur={tell.flush}
      />
    </div>
  );
}
