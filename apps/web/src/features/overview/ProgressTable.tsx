import type { ReactNode } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { FigureLink, StandingDifference } from '../ledger/index.ts';
import { useChildrenWords } from './against.ts';
import { BelowStrip, widestBelow } from './BelowStrip.tsx';
import { ChildLink, GapRow, type ChildrenViewProps } from './ChildrenTable.tsx';
import { isCounted, ProgressMark, progressScale } from './ProgressMark.tsx';
import styles from './ProgressTable.module.css';
import { SortHeader } from './SortHeader.tsx';

/**
 * Who is behind the target or the same period of the year before, by how many people, and whether it is so everywhere below or with a few. Of numbers
 * that are counted one by one no percentage is shown.
 */
export function ProgressTable({ rows, gap, scaleRows, totals, sinceGone, baseLabel, sorting, onSort, narrow }: ChildrenViewProps) {
  const { m, f } = usePrinting();
  const words = useChildrenWords(scaleRows[0]?.against ?? 'LAST_YEAR');
  const max = progressScale(scaleRows);
  const counted = isCounted(max);
  const widest = widestBelow(scaleRows);
  const decimal = (value: number | null) => (value === null ? m.common.none : f.decimal(value));
  const percent = (value: number | null) => (value === null ? m.common.none : f.percent(value));
  const head = { sorting, onSort };
  return (
    <table className={styles['table']} data-against={scaleRows[0]?.against} data-narrow={narrow || undefined} data-strips={widest > 0 || undefined} data-counted={counted || undefined}>
      <thead>
        <tr>
          <SortHeader {...head} column="name" className={styles['name']}>
            {m.children.unit}
          </SortHeader>
          <SortHeader {...head} column="admitted" className={styles['bar']}>
            {m.children.admitted}
          </SortHeader>
          <SortHeader {...head} column="before" className={styles['number']}>
            {words.before}
          </SortHeader>
          <SortHeader {...head} column="difference" className={`${styles['number']} ${styles['difference']}`}>
            {words.difference}
          </SortHeader>
          {counted ? null : (
            <SortHeader {...head} column="percent" className={styles['number']}>
              {words.percent}
            </SortHeader>
          )}
          <SortHeader {...head} column="rate" className={styles['number']}>
            <span title={m.children.rateHeader(baseLabel)}>{m.children.rateColumn}</span>
          </SortHeader>
          {widest === 0 ? null : (
            <th scope="col" className={styles['strip']}>
              {words.below}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => [
          index === gap?.after ? <GapRow key="gap" count={gap.count} /> : null,
          <tr key={row.id}>
            <th scope="row">
              <ChildLink row={row} />
            </th>
            <td>
              <div className={styles['measured']}>
                <ProgressMark row={row} max={max} />
                <FigureLink className={styles['value']} measure="ADMITTED" value={row.admitted} unitCode={row.code} />
              </div>
            </td>
            <Cell>{row.before === null ? m.common.none : f.integer(row.before)}</Cell>
            <Cell>
              <StandingDifference standing={row.standing} difference={row.difference} />
            </Cell>
            {counted ? null : <Cell>{percent(row.percent)}</Cell>}
            <Cell>{row.rateHidden ? m.common.hidden : decimal(row.rate)}</Cell>
            {widest === 0 ? null : (
              <td className={styles['strip']}>
                <BelowStrip counts={row.below} widest={widest} against={row.against} />
              </td>
            )}
          </tr>,
        ])}
      </tbody>
      <tfoot>
        {sinceGone === null ? null : (
          <tr className={styles['gone']}>
            <th scope="row">{m.children.sinceGone}</th>
            <Cell>{f.difference(sinceGone.admitted)}</Cell>
            <td colSpan={3 + Number(!counted) + Number(widest > 0)} />
          </tr>
        )}
        <tr>
          <th scope="row">{m.children.sum}</th>
          <Cell>{totals.admitted === null ? m.common.hidden : f.integer(totals.admitted)}</Cell>
          <Cell>{typeof totals.comparison.before === 'number' ? f.integer(totals.comparison.before) : m.common.none}</Cell>
          <Cell>
            <StandingDifference standing={totals.comparison.standing} difference={totals.comparison.difference} />
          </Cell>
          {counted ? null : <Cell>{percent(totals.comparison.percent)}</Cell>}
          <Cell>{decimal(totals.rate)}</Cell>
          {widest === 0 ? null : <td />}
        </tr>
      </tfoot>
    </table>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return <td className={styles['number']}>{children}</td>;
}
