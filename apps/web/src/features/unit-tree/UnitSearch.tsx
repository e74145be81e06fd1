import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { SearchBox } from '../../shared/ui/SearchBox.tsx';

/** Long enough that a word is typed, short enough that nobody waits. */
const pause = 150;

/** The box that searches below a unit; the address follows what is typed. */
export function UnitSearch({ value, onChange }: { value: string; onChange: (value: string | undefined) => void }) {
  const { m } = usePrinting();
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((next: string) => {
    const trimmed = next.trim();
    setTold(trimmed);
    onChange(trimmed === '' ? undefined : trimmed);
  }, pause);
  // The address was changed by something else: a link, or the button that clears the filter.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (value !== told) setText(value);
  }
  return (
    <SearchBox
      label={m.tree.search}
      hint={m.children.filterHint}
      value={text}
      onChange={(next) => {
        setText(next);
        tell(next);
      }}
    />
  );
}
