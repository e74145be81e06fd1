import { Bar } from '../../shared/charts/Bar.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { FigureLink } from '../ledger/index.ts';
import type { SortColumn } from './child-row.ts';
import styles from './ChildrenList.module.css';
import { ChildLink, columnScales, useShortKind, type ChildrenViewProps } from './ChildrenTable.tsx';
import { SortSelect } from './SortSelect.tsx';

/** The same rows for a phone: a card each, bars of one length, the number in a column of fixed width. */
export function ChildrenList({ rows, gap, scaleRows, sinceGone, baseLabel, sorting, onSort, withKinds }: ChildrenViewProps) {
  const { m, f } = usePrinting();
  const shortKind = useShortKind();
  const scales = columnScales(scaleRows);
  const choices: readonly [SortColumn, boolean, string][] = [
    ['admitted', true, m.children.admitted],
    ['members', true, m.children.members],
    ['rate', true, m.children.rateHeader(baseLabel)],
    ['name', false, m.children.unit],
  ];
  return (
    <>
      <SortSelect sorting={sorting} onSort={onSort} choices={choices} />
      <p className={styles['base']}>{m.children.rateIs(baseLabel)}</p>
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
              {withKinds ? <span className={styles['kind']}>{shortKind(row)}</span> : null}
            </p>
            <div className={styles['line']}>
              <Bar value={row.admitted} max={scales.admitted} />
              <p className={styles['number']}>
                <FigureLink measure="ADMITTED" value={row.admitted} unitCode={row.code} />
              </p>
            </div>
            <p className={styles['facts']}>
              {m.children.members}: <FigureLink measure="MEMBERS" value={row.members} unitCode={row.code} />
              {' · '}
              {m.children.rateShort}: {row.rateHidden ? m.common.hidden : row.rate === null ? m.common.none : f.decimal(row.rate)}
            </p>
          </li>,
        ])}
      </ul>
      {sinceGone === null ? null : (
        <p className={styles['gone']}>
          {m.children.sinceGone}: {m.children.admitted} {f.difference(sinceGone.admitted)}
          {' · '}
          {m.children.members} {f.difference(sinceGone.members)}
        </p>
      )}
    </>
  );
}
