import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { SearchBox } from '../../../shared/ui/SearchBox.tsx';
import { Problem } from '../fields/Problem.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { CellFields, CellsQuery } from './add-document.ts';
import styles from './AddCandidate.module.css';

export type Cell = ResultOf<typeof CellFields>;

/** So many cells are offered before anything is searched for. */
const few = 8;

interface CellFieldProps {
  /** The unit below which is searched; where it is the cell itself, there is no other. */
  readonly under: string;
  /** What the cell is to the form; the one that found somebody where it is left out. */
  readonly label?: string;
  readonly value: Cell | null;
  readonly problem: string | undefined;
  readonly onChange: (cell: Cell | null) => void;
}

/** A cell: given, or searched for by name. The focus stays with it when it is chosen, and when another is to be. */
export function CellField({ under, label, value, problem, onChange }: CellFieldProps) {
  const { t } = usePeopleTexts();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const change = (cell: Cell | null) => {
    flushSync(() => onChange(cell));
    group.current?.querySelector<HTMLElement>('input, button')?.focus();
  };
  return (
    <div ref={group} role="group" aria-labelledby={id} className={styles['cell']}>
      <p id={id} className={styles['label']}>
        {label ?? t.add.unit}
      </p>
      {value === null ? (
        <Search under={under} problem={problem} onChange={change} />
      ) : (
        <div className={styles['chosen']}>
          <p>
            <ProperName>{value.name}</ProperName>
            <Above cell={value} />
          </p>
          {value.id === under ? null : (
            <Button tone="quiet" onClick={() => change(null)}>
              {t.add.change}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Search({ under, problem, onChange }: Omit<CellFieldProps, 'value' | 'label'>) {
  const { t } = usePeopleTexts();
  const { m } = usePrinting();
  const id = useId();
  const [search, setSearch] = useState<string>();
  const variables = { under, search: search ?? null, orderBy: search === undefined ? ('TREE' as const) : ('RELEVANCE' as const) };
  const [{ data, fetching, error }, ask] = useQuery({ query: CellsQuery, variables });
  const answered = fetching ? undefined : data;
  const all = useLast(search === undefined ? answered : undefined);
  const searched = useLast(search === undefined ? undefined : answered);
  // A few cells can be read; of many, those that are searched for.
  const offered = all === undefined || all.cells.totalCount > few ? undefined : all;
  const shown = search === undefined ? offered : (searched ?? offered);
  const found = readFragment(CellFields, [...(shown?.cells.nodes ?? []), ...(shown?.grassroots.nodes ?? [])]).filter(({ kind }) => kind.holdsMembers);
  const isSettled = (typed: string) => !fetching && error === undefined && typed.trim() === (search ?? '');
  return (
    <div role="presentation" data-invalid={problem === undefined ? undefined : ''} onKeyDown={(event) => walk(event, isSettled)}>
      <SearchBox label={t.add.find} hint={t.add.unitHint} value={search} onChange={setSearch} />
      <Problem id={`${id}-problem`}>{problem}</Problem>
      {error === undefined ? null : <QueryFailure error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {found.length === 0 ? (
        <p className={styles['lead']} role="status">
          {search === undefined || fetching ? t.add.unitHint : t.add.unitNone}
        </p>
      ) : (
        <ul className={styles['found']} aria-busy={fetching} aria-label={m.palette.results}>
          {found.map((cell) => (
            <li key={cell.id}>
              <button type="button" onClick={() => onChange(cell)}>
                <ProperName>{cell.name}</ProperName>
                <Above cell={cell} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Arrows walk from the search to what is found and back; Enter in the search chooses the only one, or goes to the first of many. It never sends the form. */
function walk(event: KeyboardEvent<HTMLElement>, isSettled: (typed: string) => boolean): void {
  // A word that an input method is still putting together is not finished by Enter.
  if (event.nativeEvent.isComposing) return;
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('li > button')];
  const at = hits.findIndex((hit) => hit === event.target);
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    event.preventDefault();
    if (!isSettled(event.target.value)) return;
    if (hits.length === 1) hits[0]?.click();
    else hits[0]?.focus();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? hits[at + 1] : at > 0 ? hits[at - 1] : event.currentTarget.querySelector('input');
    next?.focus();
  }
}

function Above({ cell }: { readonly cell: Cell }) {
  const above = cell.ancestors.at(-1);
  if (above === undefined) return null;
  return (
    <span className={styles['above']}>
      <ProperName>{above.name}</ProperName>
    </span>
  );
}
