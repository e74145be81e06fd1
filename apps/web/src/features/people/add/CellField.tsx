import { useId, useState } from 'react';
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

/** A cell: given, or searched for by name. */
export function CellField({ under, label, value, problem, onChange }: CellFieldProps) {
  const { t } = usePeopleTexts();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles['cell']}>
      <p id={id} className={styles['label']}>
        {label ?? t.add.unit}
      </p>
      {value === null ? (
        <Search under={under} problem={problem} onChange={onChange} />
      ) : (
        <div className={styles['chosen']}>
          <p>
            <ProperName>{value.name}</ProperName>
            <Above cell={value} />
          </p>
          {value.id === under ? null : (
            <Button tone="quiet" onClick={() => onChange(null)}>
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
  const known = useLast(fetching || data === undefined ? undefined : data);
  const all = readFragment(CellFields, [...(known?.cells.nodes ?? []), ...(known?.grassroots.nodes ?? [])]).filter(({ kind }) => kind.holdsMembers);
  // A few cells can be read; of many, those that are searched for.
  const found = search === undefined && (known?.cells.totalCount ?? 0) > few ? [] : all;
  return (
    <div data-invalid={problem === undefined ? undefined : ''}>
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

function Above({ cell }: { readonly cell: Cell }) {
  const above = cell.ancestors.at(-1);
  if (above === undefined) return null;
  return (
    <span className={styles['above']}>
      <ProperName>{above.name}</ProperName>
    </span>
  );
}
