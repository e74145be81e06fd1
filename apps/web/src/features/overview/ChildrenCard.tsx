import { lazy, Suspense, useMemo, useState } from 'react';
import { TableDownload } from '../../shared/download/TableDownload.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { SearchBox } from '../../shared/ui/SearchBox.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { usePaper } from '../../shared/ui/use-paper.ts';
import { usePhone } from '../../shared/ui/use-phone.ts';
import {
  countFewer,
  countStandings,
  fewerAlone,
  isCompared,
  matchRows,
  readSorting,
  sortRows,
  usualSorting,
  whyUnjudged,
  writeSorting,
  type ChildRow,
  type SinceGone,
  type Sorting,
} from './child-row.ts';
import styles from './ChildrenCard.module.css';
import { isBehind, useStandingWord } from '../ledger/index.ts';
import { useChildrenWords } from './against.ts';
import { ChildrenList } from './ChildrenList.tsx';
import { ChildrenTable, type Totals } from './ChildrenTable.tsx';
import type { OverviewSearch } from './overview-search.ts';
import { ProgressLegend } from './ProgressLegend.tsx';
import { ProgressList } from './ProgressList.tsx';
import { isCounted, progressScale } from './ProgressMark.tsx';
import { ProgressTable } from './ProgressTable.tsx';
import { selectShown } from './shown-rows.ts';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

interface KindCount {
  readonly count: number;
  readonly kind: { readonly code: string; readonly name: string };
}

interface ChildrenCardProps {
  /** Code of the unit above them, and the period as the address writes it: for the name of a file. */
  readonly code: string;
  readonly period: string;
  readonly rows: readonly ChildRow[];
  readonly kinds: readonly KindCount[];
  readonly totals: Totals;
  readonly sinceGone: SinceGone | null;
  readonly periodLabel: string;
  readonly baseLabel: string;
  /** How they are sorted, and which of them are shown. */
  readonly search: OverviewSearch;
  readonly onSearch: (change: OverviewSearch, replace?: boolean) => void;
}

/** More rows than these stand in two columns on paper. */
const manyOnPaper = 40;
const ManyChildren = lazy(async () => ({ default: (await loadPatiently(async () => await import('./ManyChildren.tsx'))).ManyChildren }));

/** Among more units than this a table of bars shows no whole. */
const mostInTable = 24;
const shownAtFirst = { desktop: 15, phone: 8 };

/** The units directly below, on one scale, each of which opens its own overview. */
export function ChildrenCard({ code, period, rows, kinds, totals, sinceGone, periodLabel, baseLabel, search, onSearch }: ChildrenCardProps) {
  const { m, f } = usePrinting();
  const words = useChildrenWords(rows[0]?.against ?? 'LAST_YEAR');
  const [all, setAll] = useState(false);
  const paper = usePaper();
  const phone = usePhone() && !paper;
  const compared = isCompared(rows);
  const usual = usualSorting(compared);
  const sorting = readSorting(search.xep, usual);
  const { xep, loc, tim, loai } = search;
  const matching = useMemo(() => sortRows(matchRows(rows, { loc, tim, loai }), readSorting(xep, usualSorting(isCompared(rows)))), [rows, xep, loc, tim, loai]);
  // So many stand in one table, as long as there is a screen to show it.
  const whole = !phone && rows.length <= mostInTable;
  const limit = phone ? shownAtFirst.phone : shownAtFirst.desktop;
  const shown = selectShown(matching, { all: all || paper || whole, first: limit });
  const columns = paper && matching.length > manyOnPaper;
  const sort = (next: Sorting) => onSearch({ xep: writeSorting(next, usual) }, true);
  const view = { ...shown, scaleRows: rows, totals, sinceGone, baseLabel, sorting, onSort: sort, withKinds: kinds.length > 1 && !columns, narrow: columns };
  const clear = () => onSearch({ loc: undefined, tim: undefined, loai: undefined });
  const [Table, List] = compared ? [ProgressTable, ProgressList] : [ChildrenTable, ChildrenList];
  return (
    <Card
      title={
        <>
          {m.children.title} <span className={styles['count']}>{f.integer(rows.length)}</span>
        </>
      }
      tools={
        <Filters rows={rows.length} kinds={kinds} search={search} onSearch={onSearch} />
      }
    >
      <p className={styles['finding']}>{useFinding(rows, periodLabel)}</p>
      {compared && !paper && rows.length > mostInTable ? <Suspense fallback={<Skeleton height="16rem" />}><ManyChildren rows={rows} /></Suspense> : null}
      {compared ? (
        <ProgressLegend rows={matching} counted={isCounted(progressScale(rows))}>
          <label className={styles['only']}>
            <input type="checkbox" checked={search.loc === fewerAlone} onChange={(event) => onSearch({ loc: event.target.checked ? fewerAlone : undefined })} />
            {words.onlyFewer}
          </label>
        </ProgressLegend>
      ) : null}
      {matching.length === 0 ? (
        <Message title={m.children.noMatch} action={<Button onClick={clear}>{m.children.clearFilter}</Button>} />
      ) : phone ? (
        <List {...view} />
      ) : (
        <div className={styles['sheet']} data-many={columns || undefined}>
          <Table {...view} />
        </div>
      )}
      {matching.some(({ admitted, members, rateHidden }) => admitted === null || members === null || rateHidden) ? (
        <p className={styles['why']}>{m.common.hiddenWhy}</p>
      ) : null}
      <div className={styles['actions']}>
        {matching.length > limit && !whole ? (
          <Button onClick={() => setAll(!all)}>{all ? m.children.showFewer : m.children.showAll(f.integer(matching.length))}</Button>
        ) : null}
        {matching.length === 0 ? null : (
          // All that matches, in the order that is shown, whether or not it is opened.
          <TableDownload
            fileName={m.children.fileName(code, period.replaceAll('/', '_'))}
            sheet={m.children.title}
            rows={async () => (await loadPatiently(async () => await import('./children-cells.ts'))).childrenCells(matching, { m, periodLabel, baseLabel })}
          />
        )}
      </div>
    </Card>
  );
}

function useFinding(rows: readonly ChildRow[], periodLabel: string): string {
  const { m, f } = usePrinting();
  const word = useStandingWord();
  const words = useChildrenWords(rows[0]?.against ?? 'LAST_YEAR');
  if (rows.some(({ admitted }) => admitted === null)) return '';
  if (isCompared(rows)) {
    const counts = countStandings(rows);
    const { fewer, all } = countFewer(counts);
    if (all === 0) return `${word(whyUnjudged(counts))}.`;
    const worst = rows.reduce<ChildRow | undefined>((found, row) => (isBehind(row.standing) && (row.difference ?? 0) < (found?.difference ?? 0) ? row : found), undefined);
    if (worst?.difference === undefined || worst.difference === null) return words.nobodyFewer(f.integer(all));
    return words.fewerFinding(f.integer(fewer), f.integer(all), worst.name, f.integer(-worst.difference));
  }
  const most = rows.reduce<ChildRow | undefined>((best, row) => ((row.admitted ?? 0) > (best?.admitted ?? 0) ? row : best), undefined);
  if (most === undefined || most.admitted === null) return m.children.none;
  return m.children.finding(most.name, f.integer(most.admitted), f.inSentence(periodLabel));
}

interface FiltersProps extends Pick<ChildrenCardProps, 'kinds' | 'search' | 'onSearch'> {
  readonly rows: number;
}

function Filters({ rows, kinds, search: { tim, loai }, onSearch }: FiltersProps) {
  const { m, f } = usePrinting();
  return (
    <>
      {kinds.length < 2 && loai === undefined ? null : (
        <select
          className={styles['select']}
          aria-label={m.children.kind}
          value={loai ?? ''}
          onChange={(event) => onSearch({ loai: event.target.value || undefined })}
        >
          <option value="">
            {m.children.allKinds} ({f.integer(rows)})
          </option>
          {kinds.map(({ count, kind: { code, name } }) => (
            <option key={code} value={code}>
              {name} ({f.integer(count)})
            </option>
          ))}
        </select>
      )}
      {rows <= shownAtFirst.desktop && tim === undefined ? null : (
        <SearchBox label={m.children.filter} hint={m.children.filterHint} value={tim} onChange={(next) => onSearch({ tim: next }, true)} />
      )}
    </>
  );
}
