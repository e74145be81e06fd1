import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState, type KeyboardEvent } from 'react';
import { useQuery } from 'urql';
import type { ResultOf } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { TextField } from '../people/index.ts';
import type { DocumentChoice } from './document-choice.ts';
import { DocumentChoiceQuery } from './document-query.ts';
import styles from './DocumentField.module.css';
import { useDocumentTexts } from './use-document-texts.ts';

type Offered = ResultOf<typeof DocumentChoiceQuery>['documents']['nodes'][number];

export interface DocumentFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly problem: string | undefined;
  readonly value: DocumentChoice;
  /** Told with the day of issue where one of the register was chosen. */
  readonly onChange: (value: DocumentChoice, issuedOn: string | null) => void;
  /** The unit whose register is searched; that of the acting grant where it is left out. */
  readonly unit?: string | undefined;
}

/** A document, by its number: while a number or words of a title are typed, the register offers what matches. What is typed on after a choice lets go of it. */
export function DocumentField({ label, hint, required = false, problem, value, onChange, unit }: DocumentFieldProps) {
  const { f } = usePrinting();
  const says = useDocumentTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { offered, isSettled, isFailed } = useOffered(value.number, unit, isOpen);
  const choose = (document: Offered) => {
    setOpen(false);
    onChange({ id: document.id, number: document.number, title: document.title }, document.issuedOn);
  };
  const { active, setActive, onKeyDown } = useKeys({ offered, isOpen, setOpen, onChoose: choose });
  const isListed = isOpen && offered.length > 0;
  const nothing = !isOpen || isListed ? '' : isFailed ? says.failed : isSettled && value.number.trim() !== '' ? says.none : '';
  return (
    <div className={styles['place']}>
      <TextField
        label={label}
        hint={
          value.id === null ? (
            hint
          ) : (
            <>
              {says.inRegister} <ProperName>{value.title}</ProperName>
            </>
          )
        }
        required={required}
        problem={problem}
        value={value.number}
        onBlur={() => setOpen(false)}
        onChange={(number) => {
          setOpen(number.trim() !== '');
          setActive(undefined);
          onChange({ id: null, number, title: '' }, null);
        }}
        combobox={{
          role: 'combobox',
          placeholder: says.placeholder,
          'aria-autocomplete': 'list',
          'aria-expanded': isListed,
          'aria-controls': isListed ? `${id}-list` : undefined,
          'aria-activedescendant': isListed && active !== undefined ? `${id}-${active.id}` : undefined,
          onKeyDown,
          onClick: () => setOpen(true),
        }}
      />
      {isListed ? (
        <div id={`${id}-list`} role="listbox" aria-label={says.list} className={styles['list']} ref={layOut}>
          {offered.map((document) => (
            <OfferedDocument key={document.id} id={`${id}-${document.id}`} document={document} isActive={document === active} onActive={setActive} onChoose={choose} />
          ))}
        </div>
      ) : null}
      {nothing === '' ? null : <p className={styles['nothing']}>{nothing}</p>}
      <VisuallyHidden>
        <span role="status">{isListed ? says.found(f.integer(offered.length)) : nothing === '' && value.id !== null && !isOpen ? says.chosen(value.number) : nothing}</span>
      </VisuallyHidden>
    </div>
  );
}

/** Long enough that a number is typed, short enough that nobody waits. In milliseconds. */
const pause = 150;

/** What the register offers for what is typed, the latest first. What was offered for earlier words stays until the answer is there. */
function useOffered(typed: string, unit: string | undefined, isOpen: boolean) {
  const wanted = typed.trim().slice(0, 100);
  const [search] = useDebouncedValue(wanted, pause);
  const [{ data, error, fetching, stale }] = useQuery({ query: DocumentChoiceQuery, variables: { unit: unit ?? null, search: search === '' ? null : search }, pause: !isOpen });
  const offered = useLast(data)?.documents.nodes ?? [];
  const isSettled = !fetching && !stale && search === wanted;
  return { offered, isSettled: isSettled && error === undefined, isFailed: isSettled && error !== undefined };
}

interface KeysInput {
  readonly offered: readonly Offered[];
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly onChoose: (document: Offered) => void;
}

/** Arrows walk through what is offered, Enter chooses it, Escape closes it and leaves what was typed. */
function useKeys({ offered, isOpen, setOpen, onChoose }: KeysInput) {
  const [pointed, setPointed] = useState<string>();
  const active = offered.find(({ id }) => id === pointed);
  const move = (step: number) => {
    const from = active === undefined ? (step > 0 ? -1 : 0) : offered.indexOf(active);
    setPointed(offered[(from + step + offered.length) % offered.length]?.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A word that an input method is still putting together is not finished by Enter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else if (offered.length > 0) move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isOpen && active !== undefined) {
      event.preventDefault();
      onChoose(active);
    } else if (event.key === 'Escape' && isOpen) {
      // The list alone is closed, not the panel that the form stands in.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return { active, setActive: (document: Offered | undefined) => setPointed(document?.id), onKeyDown };
}

function keepInSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** What lies over the page at its upper and its lower edge, in pixels. */
const bars = 72;

/** Lays the list where there is room: below the field or above it, from its left edge or to its right one. */
function layOut(list: HTMLElement | null): void {
  if (list?.parentElement == null) return;
  const [{ right, bottom, height }, field] = [list.getBoundingClientRect(), list.parentElement.getBoundingClientRect()];
  if (right > document.documentElement.clientWidth) list.dataset['to'] = 'right';
  if (bottom > window.innerHeight - bars && field.top - bars > height) list.dataset['side'] = 'above';
  keepInSight(list);
}

interface OfferedDocumentProps {
  readonly id: string;
  readonly document: Offered;
  readonly isActive: boolean;
  readonly onActive: (document: Offered) => void;
  readonly onChoose: (document: Offered) => void;
}

/** One document that is offered. The field keeps the focus and has the keys; this answers to the pointer. */
function OfferedDocument({ id, document, isActive, onActive, onChoose }: OfferedDocumentProps) {
  const { f } = usePrinting();
  const { number, title, issuedOn, issuer, unit } = document;
  return (
    <button
      ref={isActive ? keepInSight : undefined}
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles['option']}
      onPointerMove={() => onActive(document)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(document)}
    >
      <strong>
        <ProperName>{number}</ProperName>
      </strong>{' '}
      <ProperName>{title}</ProperName>
      <small>
        {f.date(issuedOn)} · <ProperName>{issuer ?? unit?.name ?? ''}</ProperName>
      </small>
    </button>
  );
}
