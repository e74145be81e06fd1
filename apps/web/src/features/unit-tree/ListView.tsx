import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { Pages, useTurnedPages } from '../../shared/ui/Pages.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import type { ScopeQuestion } from '../scope/index.ts';
import { KindsQuery, UnitListQuery } from './list-documents.ts';
import styles from './ListView.module.css';
import { RowSkeleton } from './RowSkeleton.tsx';
import type { TreeSearch } from './tree-search.ts';
import { readUnitRow } from './unit-row.ts';
import { UnitTable } from './UnitTable.tsx';

interface ListViewProps {
  readonly unitId: string;
  readonly question: ScopeQuestion;
  /** What is searched for. */
  readonly text: string;
  /** The box that searches. */
  readonly box: ReactNode;
  readonly search: TreeSearch;
  readonly onSearch: (patch: TreeSearch, replace?: boolean) => void;
}

const orders = { ten: 'NAME', ma: 'CODE' } as const;

function readOrder(text: string | undefined): 'NAME' | 'CODE' | 'TREE' {
  return text === 'ten' || text === 'ma' ? orders[text] : 'TREE';
}

/** All units below one, in one list. */
export function ListView({ unitId, question, text, box, search, onSearch }: ListViewProps) {
  const kind = search.loai ?? null;
  const orderBy = readOrder(search.xep);
  return (
    <>
      <Filters unitId={unitId} treeDay={question.treeDay} kind={kind} box={box} search={search} onSearch={onSearch} />
      <ListOfUnits
        key={`${unitId} ${text} ${kind} ${orderBy} ${question.period} ${question.asOf}`}
        filter={{ under: unitId, search: text === '' ? null : text, kind }}
        orderBy={orderBy}
        text={text}
        question={question}
        onClear={() => onSearch({ tim: undefined, loai: undefined }, true)}
      />
    </>
  );
}

interface FiltersProps extends Pick<ListViewProps, 'unitId' | 'box' | 'search' | 'onSearch'> {
  readonly treeDay: string | null;
  readonly kind: string | null;
}

function Filters({ unitId, treeDay, kind, box, search, onSearch }: FiltersProps) {
  const { m, f, language } = usePrinting();
  const u = useUnitTexts();
  const [{ data }] = useQuery({ query: KindsQuery, variables: { unit: unitId, treeDay, language } });
  const kindName = data?.unit?.counts.unitsByKind.find((counted) => counted.kind.code === kind)?.kind.name;
  const narrowed = [...(kindName === undefined ? [] : [kindName]), ...(search.tim === undefined ? [] : [`“${search.tim}”`])];
  return (
    <>
      {narrowed.length === 0 ? null : <p className={styles['narrowed']}>{u.tree.narrowed(narrowed.join(' · '))}</p>}
      <div className={styles['filters']}>
        {box}
        <select aria-label={m.children.kind} value={kind ?? ''} onChange={(event) => onSearch({ loai: event.target.value || undefined })}>
          <option value="">{u.tree.allKinds}</option>
          {data?.unit?.counts.unitsByKind.map(({ count, kind: { code, name } }) => (
            <option key={code} value={code}>
              {name} ({f.integer(count)})
            </option>
          ))}
        </select>
        <label className={styles['order']}>
          {m.children.sortBy}
          <select value={search.xep ?? ''} onChange={(event) => onSearch({ xep: event.target.value || undefined })}>
            <option value="">{u.tree.order.tree}</option>
            <option value="ten">{u.tree.order.name}</option>
            <option value="ma">{u.tree.order.code}</option>
          </select>
        </label>
      </div>
    </>
  );
}

interface ListOfUnitsProps {
  readonly filter: { readonly under: string; readonly search: string | null; readonly kind: string | null };
  readonly orderBy: 'NAME' | 'CODE' | 'TREE';
  readonly text: string;
  readonly question: ScopeQuestion;
  readonly onClear: () => void;
}

function ListOfUnits({ filter, orderBy, text, question, onClear }: ListOfUnitsProps) {
  const { m, language } = usePrinting();
  const u = useUnitTexts();
  const pages = useTurnedPages(100);
  const [{ data, error, fetching }, execute] = useQuery({
    query: UnitListQuery,
    variables: { filter, orderBy, after: pages.after, language, ...question },
  });
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <RowSkeleton />;
  const { nodes, totalCount } = data.units;
  if (totalCount === 0) return <Message title={m.children.noMatch} action={<Button onClick={onClear}>{m.children.clearFilter}</Button>} />;
  return (
    <Pages pages={pages} page={data.units} fetching={fetching} said={u.tree.shown}>
      <UnitTable
        label={u.tree.listTitle}
        search={text}
        rows={nodes.map((node) => ({ ...readUnitRow(node), above: node.parent?.name ?? null }))}
      />
    </Pages>
  );
}
