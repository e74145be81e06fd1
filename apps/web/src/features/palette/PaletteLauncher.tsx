import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { remember, type Hit } from './hits.ts';
import type { Palette, PalettePage, Typed } from './Palette.tsx';
import styles from './PaletteLauncher.module.css';

interface PaletteLauncherProps {
  readonly pages: readonly PalettePage[];
  readonly withPeople: boolean;
}

/** The button in the header and Ctrl+K. What was opened is kept here, in memory of this sign-in alone. */
export function PaletteLauncher({ pages, withPeople }: PaletteLauncherProps) {
  const { m } = usePrinting();
  const [opened, setOpened] = useState(false);
  const [recent, setRecent] = useState<readonly Hit[]>([]);
  const { Loaded, load } = useLoaded();
  const typed = useRef<Typed>({ words: '', entered: false });
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        // A question that must be answered, such as the password of a session that ended, stays in front.
        if (document.querySelector('dialog[open]') !== null) return;
        load();
        setOpened(true);
      } else if (opened && Loaded === null && !event.ctrlKey && !event.metaKey) {
        // Typed before the field was there.
        const { words } = typed.current;
        if (event.key === 'Enter') typed.current = { words, entered: true };
        else if (event.key.length === 1) typed.current = { words: words + event.key, entered: false };
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [opened, Loaded, load]);
  return (
    <>
      <button type="button" className={styles['button']} aria-keyshortcuts="Control+K Meta+K" onClick={() => {
          load();
          setOpened(true);
        }}>
        <IconSearch size="1.3em" stroke={1.7} aria-hidden="true" />
        <span className={styles['text']}>{withPeople ? m.palette.open : m.palette.openUnits}</span>
        <kbd className={styles['keys']} aria-hidden="true">
          {m.palette.keys}
        </kbd>
      </button>
      {opened && Loaded !== null ? (
        <Loaded
          pages={pages}
          withPeople={withPeople}
          takeTyped={() => typed.current}
          recent={recent}
          onOpened={(hit) => setRecent(remember(recent, hit))}
          onClose={() => {
            typed.current = { words: '', entered: false };
            setOpened(false);
          }}
        />
      ) : null}
    </>
  );
}

/** Fetches the dialog once the page is quiet, so that it opens at once. Not `lazy`: that shows nothing for a moment even then, and letters typed in it would be lost. */
function useLoaded() {
  const [Loaded, setLoaded] = useState<typeof Palette | null>(null);
  const [load] = useState(() => () => {
    import('./Palette.tsx').then(
      ({ Palette: loaded }) => setLoaded(() => loaded),
      () => undefined,
    );
  });
  useEffect(() => {
    const timer = setTimeout(load, 1500);
    return () => clearTimeout(timer);
  }, [load]);
  return { Loaded, load };
}
