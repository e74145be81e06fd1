import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import { QueryFailure, type QueryFailureProps } from './QueryFailure.tsx';
import styles from './SearchDialog.module.css';
import { useModal } from './use-modal.ts';

/** One hit. */
export interface SearchOption {
  readonly key: string;
  readonly icon: ReactNode;
  readonly title: ReactNode;
  /** Where it stands, in small text. */
  readonly detail?: ReactNode;
}

/** Hits of one sort under their heading. */
export interface SearchGroup {
  readonly key: string;
  readonly title: string;
  /** Beside the heading, such as how many there are in all. */
  readonly note?: string | undefined;
  readonly options: readonly SearchOption[];
}

interface SearchDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly groups: readonly SearchGroup[];
  /** Whether the hits are still those of earlier words. */
  readonly busy: boolean;
  /** Why the hits of the last words are not known; Enter asks again, and opens the first one that comes. */
  readonly failure?: QueryFailureProps | undefined;
  /** Whether Enter was pressed before the field was there. */
  readonly entered?: boolean;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}

/** A field to search in and its hits, over the page: the focus stays in the field, the arrow keys walk through the hits. */
export function SearchDialog({ title, label, hint, words, onWords, groups, busy, failure, entered = false, onChoose, onClose }: SearchDialogProps) {
  const { m, f } = usePrinting();
  const modal = useModal({ onClose, closable: true });
  const id = useId();
  const options = groups.flatMap((group) => group.options);
  const { active, setActive, onKeyDown } = useHits({ options, busy, failure, entered, onChoose, onClose });
  const nothing = options.length === 0 && !busy && failure === undefined && words.trim().length > 1;
  return (
    <dialog {...modal} aria-label={title} className={styles['dialog']}>
      <div className={styles['field']}>
        <IconSearch size="1.4em" stroke={1.7} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
          aria-describedby={`${id}-hint`}
          placeholder={label}
          value={words}
          onChange={(event) => {
            setActive(undefined);
            onWords(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton label={m.common.close} icon={<IconX size="1.35em" />} onClick={onClose} />
      </div>
      <div className={styles['hits']} data-busy={busy || undefined}>
        <div id={`${id}-list`} role="listbox" aria-label={m.palette.results}>
          {groups.map((group) => (
            <Group key={group.key} id={id} group={group} active={active} onActive={setActive} onChoose={onChoose} />
          ))}
        </div>
        {failure === undefined ? null : <QueryFailure {...failure} />}
        {nothing ? <p className={styles['none']}>{m.palette.none(words.trim())}</p> : null}
      </div>
      <div className={styles['foot']}>
        <p id={`${id}-hint`}>{hint}</p>
        <p className={styles['keys']} aria-hidden="true">
          {m.palette.howTo}
        </p>
        <p role="status" className={styles['status']}>
          {busy || nothing || failure !== undefined ? '' : m.palette.found(f.integer(options.length))}
        </p>
      </div>
    </dialog>
  );
}

interface Hits {
  readonly options: readonly SearchOption[];
  readonly busy: boolean;
  readonly failure: QueryFailureProps | undefined;
  readonly entered: boolean;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}

/** Which hit Enter opens, and the keys. Enter pressed before the hits of the last words are there waits for them. */
function useHits({ options, busy, failure, entered, onChoose, onClose }: Hits) {
  const [pointed, setPointed] = useState<string>();
  const waiting = useRef(entered);
  const active = options.some(({ key }) => key === pointed) ? pointed : options[0]?.key;
  useEffect(() => {
    if (!waiting.current || busy || failure !== undefined) return;
    waiting.current = false;
    if (active !== undefined) onChoose(active);
  }, [busy, failure, active, onChoose]);
  const move = (step: number) => {
    const index = options.findIndex(({ key }) => key === active);
    setPointed(options[(index + step + options.length) % options.length]?.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A word that an input method is still putting together is not finished by Enter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length > 0) move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (busy || failure !== undefined) waiting.current = true;
      if (failure !== undefined) failure.onRetry();
      else if (!busy && active !== undefined) onChoose(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  const setActive = (key: string | undefined) => {
    waiting.current = false;
    setPointed(key);
  };
  return { active, setActive, onKeyDown };
}

function keepInSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

interface GroupProps {
  readonly id: string;
  readonly group: SearchGroup;
  readonly active: string | undefined;
  readonly onActive: (key: string) => void;
  readonly onChoose: (key: string) => void;
}

function Group({ id, group, active, onActive, onChoose }: GroupProps) {
  if (group.options.length === 0) return null;
  return (
    <div role="group" aria-labelledby={`${id}-${group.key}`} className={styles['group']}>
      <p id={`${id}-${group.key}`} className={styles['heading']}>
        {group.title}
        {group.note === undefined ? null : <span>{group.note}</span>}
      </p>
      {group.options.map(({ key, icon, title, detail }) => (
        // The field keeps the focus and has the keys; a hit answers to the pointer.
        <button
          key={key}
          ref={key === active ? keepInSight : undefined}
          type="button"
          id={`${id}-${key}`}
          role="option"
          tabIndex={-1}
          aria-selected={key === active}
          className={styles['option']}
          onPointerMove={() => onActive(key)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(key)}
        >
          {icon}
          <span>
            {title}
            {detail === undefined ? null : <small>{detail}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}
