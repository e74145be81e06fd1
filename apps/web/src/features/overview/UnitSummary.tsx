import { useState } from 'react';
import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { readDimension } from '../../shared/url/slugs.ts';
import { EvidenceAllowedContext, FigureUnitContext } from '../ledger/index.ts';
import { BreakdownCard } from './BreakdownCard.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { MovementCard } from './MovementCard.tsx';
import styles from './OverviewPage.module.css';
import { TrendCard } from './TrendCard.tsx';
import { useOverview, type AnsweredOverview } from './use-overview.ts';
import { useTrendBefore } from './use-trend-before.ts';

/** The figures of one unit on another page than its overview; each leads to the list behind it there. */
export function UnitSummary({ search }: { search: ScopeSearch & { readonly 'don-vi': string } }) {
  const { choice, shown, busy, error, retry } = useOverview(search);
  if (error !== undefined) return <QueryFailure error={error} onRetry={retry} />;
  if (choice === null || shown === null || shown === undefined) return <Skeleton height="46rem" />;
  return (
    <FigureUnitContext value={search['don-vi']}>
      <EvidenceAllowedContext value={!seesSumsAlone(choice.hint.role)}>
        <Summary shown={shown} busy={busy} />
      </EvidenceAllowedContext>
    </FigureUnitContext>
  );
}

function Summary({ shown: { unit, choice }, busy }: { shown: AnsweredOverview; busy: boolean }) {
  const trendBefore = useTrendBefore(unit, choice);
  const [view, setView] = useState<string>();
  const [dimension, setDimension] = useState(choice.dimension);
  return (
    <div className={styles['content']} data-busy={busy || undefined}>
      <KeyFigures rollup={unit.rollup} unit={unit} withOrganisations={unit.children.totalCount > 0} />
      <div className={styles['pair']}>
        <TrendCard
          now={unit.trendRollup}
          before={trendBefore}
          beforeYear={trendBefore === null ? null : choice.window.before}
          by={choice.window.by}
          view={view}
          onView={setView}
        />
        <MovementCard rollup={unit.rollup} />
      </div>
      <BreakdownCard
        unitId={unit.id}
        period={unit.rollup.period.text}
        asOf={choice.asOf}
        dimension={dimension}
        onDimension={(slug) => setDimension(readDimension(slug) ?? choice.dimension)}
      />
    </div>
  );
}
