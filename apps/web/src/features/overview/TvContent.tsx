import { useMemo } from 'react';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { EvidenceAllowedContext } from '../ledger/index.ts';
import { fewerAlone, isCompared, matchRows, readChildRows, readSinceGone, readSorting, sortRows, usualSorting, writeSorting } from './child-row.ts';
import { readComparison } from './against.ts';
import { ChildrenTable } from './ChildrenTable.tsx';
import { KeyFigureFields, KeyFigures } from './KeyFigures.tsx';
import type { OverviewSearch } from './overview-search.ts';
import { ProgressLegend } from './ProgressLegend.tsx';
import { isCounted, progressScale } from './ProgressMark.tsx';
import { ProgressTable } from './ProgressTable.tsx';
import { TrendCard } from './TrendCard.tsx';
import styles from './TvOverview.module.css';
import type { OverviewChoice, OverviewUnitData } from './use-overview.ts';
import { useTrendBefore } from './use-trend-before.ts';

/** Height of the trend, in the size of the room's type. */
const trendRems = 21;

/** As many rows as a screen holds without scrolling. */
const shownRows = 13;

interface TvContentProps {
  readonly unit: OverviewUnitData;
  readonly choice: OverviewChoice;
  /** Size of the type in pixels. */
  readonly typeSize: number;
  readonly search: OverviewSearch;
  readonly onSearch: (change: OverviewSearch) => void;
}

/** The figures, the first units below and the trend: what fits on one screen. */
export function TvContent({ unit, choice, typeSize, search, onSearch }: TvContentProps) {
  const trendBefore = useTrendBefore(unit, choice);
  const leaf = unit.children.totalCount === 0;
  return (
    <EvidenceAllowedContext value={false}>
      <div className={styles['content']}>
        <KeyFigures rollup={unit.rollup} unit={unit} onFewer={() => onSearch({ loc: fewerAlone })} withOrganisations={!leaf} />
        <div className={styles['columns']} data-leaf={leaf || undefined}>
          {leaf ? null : <TvChildren unit={unit} search={search} onSearch={onSearch} />}
          <TrendCard
            now={unit.trendRollup}
            before={trendBefore}
            beforeYear={trendBefore === null ? null : choice.window.before}
            by={choice.window.by}
            view={search['bieu-do']}
            onView={(view) => onSearch({ 'bieu-do': view })}
            height={trendRems * typeSize}
          />
        </div>
      </div>
    </EvidenceAllowedContext>
  );
}

/** Few rows get more room, so that they fill the screen. */
function densityOf(rows: number): 'few' | 'some' | 'many' {
  if (rows <= 8) return 'few';
  return rows <= 12 ? 'some' : 'many';
}

function TvChildren({ unit, search, onSearch }: Pick<TvContentProps, 'unit' | 'search' | 'onSearch'>) {
  const { m, f } = usePrinting();
  const figures = readFragment(KeyFigureFields, unit.rollup);
  const all = useMemo(() => readChildRows(unit.children.nodes), [unit]);
  const compared = isCompared(all);
  const usual = usualSorting(compared);
  const sorting = readSorting(search.xep, usual);
  const rows = sortRows(matchRows(all, search), sorting);
  const Table = compared ? ProgressTable : ChildrenTable;
  return (
    <Card
      className={styles[densityOf(rows.length)]}
      title={
        <>
          {m.children.title}{' '}
          <span className={styles['count']}>{rows.length > shownRows ? m.children.showing(f.integer(shownRows), f.integer(rows.length)) : f.integer(rows.length)}</span>
        </>
      }
    >
      {compared ? <ProgressLegend rows={rows} counted={isCounted(progressScale(all))} /> : null}
      <Table
        rows={rows.slice(0, shownRows)}
        scaleRows={all}
        totals={{
          admitted: figures.admitted.value,
          members: figures.members.value,
          rate: figures.admissionRate.percent,
          comparison: readComparison(figures.admitted, all[0]?.against ?? 'LAST_YEAR'),
        }}
        sinceGone={readSinceGone(unit.treeRollup)}
        baseLabel={figures.admissionRate.baseLabel}
        sorting={sorting}
        onSort={(next) => onSearch({ xep: writeSorting(next, usual) })}
        gap={null}
        narrow={false}
        withKinds={unit.counts.childrenByKind.length > 1}
      />
    </Card>
  );
}
