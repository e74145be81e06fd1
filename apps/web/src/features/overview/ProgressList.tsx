import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { FigureLink, StandingDifference } from '../ledger/index.ts';
import { BelowStrip, widestBelow } from './BelowStrip.tsx';
import { useChildrenWords } from './against.ts';
import styles from './ChildrenList.module.css';
import { ChildLink, type ChildrenViewProps } from './ChildrenTable.tsx';
import { isCounted, ProgressMark, progressScale } from './ProgressMark.tsx';
import { SortSelect } from './SortSelect.tsx';

/** The same rows for a phone: a card each, bars of one length, the number in a column of fixed width. */
export function ProgressList({ rows, gap, scaleRows, sinceGone, sorting, onSort }: ChildrenViewProps) {
  const { m, f } = usePrinting();
  const words = useChildrenWords(scaleRows[0]?.against ?? 'LAST_YEAR');
  const max = progressScale(scaleRows);
  const counted = isCounted(max);
  const widest = widestBelow(scaleRows);
  return (
    <>
      <SortSelect
        sorting={sorting}
        onSort={onSort}
        choices={[
          ['difference', false, words.difference],
          ...(counted ? [] : ([['percent', false, words.percent]] as const)),
          ['rate', false, m.children.rateShort],
          ['admitted', true, m.children.admitted],
          ['name', false, m.children.unit],
        ]}
      />
      <ul className={styles['list']}>
        {rows.map((row, index) => [
          index === gap?.after ? (
            <li key="gap" className={styles['gap']}>
              {m.children.between(f.integer(gap.count))}
            </li>
          ) : null,
          <li key={row.id}>
            <p className={styles['name']}>
              <ChildLink row={row} />
              <StandingDifference standing={row.standing} difference={row.difference} />
            </p>
            <div className={styles['line']}>
              <ProgressMark row={row} max={max} />
              <p className={styles['number']}>
                <FigureLink measure="ADMITTED" value={row.admitted} unitCode={row.code} />
              </p>
            </div>
            <p className={styles['facts']}>
              {words.before}: {row.before === null ? m.common.none : f.integer(row.before)}
              {counted || row.percent === null ? null : ` · ${f.percent(row.percent)}`}
              {' · '}
              {m.children.rateShort}: {row.rateHidden ? m.common.hidden : row.rate === null ? m.common.none : f.decimal(row.rate)}
            </p>
            {row.below.length === 0 ? null : <BelowStrip counts={row.below} widest={widest} against={row.against} />}
          </li>,
        ])}
      </ul>
      {sinceGone === null ? null : (
        <p className={styles['gone']}>
          {m.children.sinceGone}: {m.children.admitted} {f.difference(sinceGone.admitted)}
        </p>
      )}
    </>
  );
}
