import type { ReactNode } from 'react';
import { Bar } from '../../shared/charts/Bar.tsx';
import { largest } from '../../shared/charts/scales.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { FigureLink } from '../ledger/index.ts';
import { UnitLink } from '../organisation/index.ts';
import type { Comparison } from './against.ts';
import type { ChildRow, SinceGone, Sorting } from './child-row.ts';
import styles from './ChildrenTable.module.css';
import type { Gap } from './shown-rows.ts';
import { SortHeader } from './SortHeader.tsx';

/** The same columns for the whole unit, which is not the sum of the rows where something was reorganised. */
export interface Totals {
  readonly admitted: number | null;
  readonly members: number | null;
  readonly rate: number | null;
  readonly comparison: Comparison;
}

export interface ChildrenViewProps {
  readonly rows: readonly ChildRow[];
  /** All rows, shown or not: the scale of the bars does not change with a filter. */
  readonly scaleRows: readonly ChildRow[];
  readonly totals: Totals;
  /** Null where there is nothing to show. */
  readonly sinceGone: SinceGone | null;
  readonly baseLabel: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly withKinds: boolean;
  /** Whether the table has half a sheet of paper and keeps to its first columns. */
  readonly narrow: boolean;
  /** Null where no row is left out. */
  readonly gap: Gap | null;
}

/** The largest value of each column, which is the end of its scale. */
export function columnScales(rows: readonly ChildRow[]): Record<'admitted' | 'members' | 'rate', number> {
  return {
    admitted: largest(rows.map(({ admitted }) => admitted)),
    members: largest(rows.map(({ members }) => members)),
    rate: largest(rows.map(({ rate }) => rate)),
  };
}

/** The word for a kind that fits a column; the whole name where the catalogue has no shorter one. */
export function useShortKind(): (row: ChildRow) => string {
  const { texts } = usePrinting();
  const short: Readonly<Record<string, string>> = texts.unitKindsShort;
  return ({ kind, kindName }) => short[kind] ?? kindName;
}

/** The table for a wide screen: numbers in a column of fixed width, bars of one scale beside them. */
export function ChildrenTable({ rows, gap, scaleRows, totals, sinceGone, baseLabel, sorting, onSort, withKinds }: ChildrenViewProps) {
  const { m, f } = usePrinting();
  const shortKind = useShortKind();
  const scales = columnScales(scaleRows);
  const rate = (value: number | null) => (value === null ? m.common.none : f.decimal(value));
  const head = { sorting, onSort };
  return (
    <table className={styles['table']} data-kinds={withKinds || undefined}>
      <thead>
        <tr>
          <SortHeader {...head} column="name" className={styles['name']}>
            {m.children.unit}
          </SortHeader>
          {withKinds ? (
            <SortHeader {...head} column="kind" className={styles['kind']}>
              {m.children.kind}
            </SortHeader>
          ) : null}
          <SortHeader {...head} column="admitted" className={styles['admitted']}>
            {m.children.admitted}
          </SortHeader>
          <SortHeader {...head} column="members">
            {m.children.members}
          </SortHeader>
          <SortHeader {...head} column="rate">
            {m.children.rateHeader(baseLabel)}
          </SortHeader>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => [
          index === gap?.after ? <GapRow key="gap" count={gap.count} /> : null,
          <tr key={row.id}>
            <th scope="row">
              <ChildLink row={row} />
            </th>
            {withKinds ? <td className={styles['kind']} title={row.kindName}>{shortKind(row)}</td> : null}
            <Measured bar={<Bar value={row.admitted} max={scales.admitted} />}>
              <FigureLink measure="ADMITTED" value={row.admitted} unitCode={row.code} />
            </Measured>
            <Measured bar={<Bar value={row.members} max={scales.members} tone="grey" />}>
              <FigureLink measure="MEMBERS" value={row.members} unitCode={row.code} />
            </Measured>
            <Measured bar={row.rateHidden || row.rate !== null ? <Bar value={row.rate} max={scales.rate} tone="soft" /> : null}>
              {row.rateHidden ? m.common.hidden : rate(row.rate)}
            </Measured>
          </tr>,
        ])}
      </tbody>
      <tfoot>
        {sinceGone === null ? null : (
          <tr className={styles['gone']}>
            <th scope="row" colSpan={withKinds ? 2 : 1}>
              {m.children.sinceGone}
            </th>
            <Measured>{f.difference(sinceGone.admitted)}</Measured>
            <Measured>{f.difference(sinceGone.members)}</Measured>
            <Measured>{m.common.none}</Measured>
          </tr>
        )}
        <tr>
          <th scope="row" colSpan={withKinds ? 2 : 1}>
            {m.children.sum}
          </th>
          <Measured>{totals.admitted === null ? m.common.hidden : f.integer(totals.admitted)}</Measured>
          <Measured>{totals.members === null ? m.common.hidden : f.integer(totals.members)}</Measured>
          <Measured>{rate(totals.rate)}</Measured>
        </tr>
      </tfoot>
    </table>
  );
}

/** Stands in the place of rows that are left out. */
export function GapRow({ count }: { count: number }) {
  const { m, f } = usePrinting();
  return (
    <tr>
      <td colSpan={7} className={styles['gap']}>
        {m.children.between(f.integer(count))}
      </td>
    </tr>
  );
}

/** The name of a unit below; opens its overview with the same period and view. */
export function ChildLink({ row }: { row: ChildRow }) {
  return (
    <UnitLink page="/tong-quan" code={row.code} className={styles['link']}>
      <ProperName>{row.name}</ProperName>
    </UnitLink>
  );
}

function Measured({ bar, children }: { bar?: ReactNode; children: ReactNode }) {
  return (
    <td>
      <div className={styles['measured']}>
        <span className={styles['number']}>{children}</span>
        <span className={styles['bar']}>{bar}</span>
      </div>
    </td>
  );
}
