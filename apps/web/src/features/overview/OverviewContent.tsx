import { writePeriod } from '@banyan/schema/period';
import { IconCalendarOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { defaultPeriod } from '../../shared/period/period-arithmetic.ts';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message, Notice } from '../../shared/ui/Notice.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { readComparison } from './against.ts';
import { BreakdownCard } from './BreakdownCard.tsx';
import { fewerAlone, readChildRows, readSinceGone } from './child-row.ts';
import { ChildrenCard } from './ChildrenCard.tsx';
import { KeyFigureFields, KeyFigures } from './KeyFigures.tsx';
import { MovementCard } from './MovementCard.tsx';
import styles from './OverviewPage.module.css';
import type { OverviewSearch } from './overview-search.ts';
import { TrendCard } from './TrendCard.tsx';
import { useTrendBefore } from './use-trend-before.ts';
import type { OverviewChoice, OverviewUnitData } from './use-overview.ts';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

// Lists of people come when they are asked for.
const EvidencePanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./EvidencePanel.tsx'))).EvidencePanel }));
const WatchCard = lazy(async () => ({ default: (await loadPatiently(async () => await import('./WatchCard.tsx'))).WatchCard }));
const LeafCard = lazy(async () => ({ default: (await loadPatiently(async () => await import('./LeafCard.tsx'))).LeafCard }));

interface OverviewContentProps {
  readonly unit: OverviewUnitData;
  readonly choice: OverviewChoice;
  readonly search: OverviewSearch;
  readonly busy: boolean;
  readonly onSearch: (change: OverviewSearch, replace?: boolean) => void;
}

/** Everything below the head of the overview. */
export function OverviewContent({ unit, choice, search, busy, onSearch }: OverviewContentProps) {
  const { rollup } = unit;
  const { m } = usePrinting();
  const figures = readFragment(KeyFigureFields, rollup);
  const trendBefore = useTrendBefore(unit, choice);
  const leaf = unit.children.totalCount === 0;
  const empty = figures.members.value === 0 && figures.admitted.value === 0;
  const period = rollup.period.text;
  const panel = search.xem === undefined && search.nguoi === undefined ? null : (
    <Suspense fallback={null}>
      <EvidencePanel
      unit={unit}
      period={period}
      asOf={choice.asOf}
      periodLabel={rollup.period.label}
      search={search}
      onSearch={(change) => onSearch(change)}
    />
    </Suspense>
  );
  if (empty && leaf) {
    return (
      <>
        <EmptyPeriod unit={unit} choice={choice} onSearch={onSearch} />
        {panel}
      </>
    );
  }
  const trend = (
    <TrendCard
      now={unit.trendRollup}
      before={trendBefore}
      beforeYear={trendBefore === null ? null : choice.window.before}
      by={choice.window.by}
      view={search['bieu-do']}
      onView={(view) => onSearch({ 'bieu-do': view }, true)}
    />
  );
  const breakdown = (
    <BreakdownCard
      unitId={unit.id}
      period={period}
      asOf={choice.asOf}
      dimension={choice.dimension}
      onDimension={(slug) => onSearch({ 'phan-tich': slug }, true)}
    />
  );
  return (
    <div className={styles['content']} data-busy={busy || undefined}>
      {empty ? (
        <Notice action={<GoToUsual choice={choice} onSearch={onSearch} />}>
          {m.overview.emptyBody(rollup.period.label)}
        </Notice>
      ) : null}
      <KeyFigures rollup={rollup} unit={unit} onFewer={() => onSearch({ loc: fewerAlone })} withOrganisations={!leaf} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {leaf ? <Leaf unitId={unit.id} period={period} choice={choice} /> : <Children unit={unit} search={search} onSearch={onSearch} />}
          {breakdown}
        </div>
        <div className={styles['column']}>
          {trend}
          <MovementCard rollup={rollup} />
          {seesSumsAlone(choice.hint.role) ? null : <Suspense fallback={null}><WatchCard unit={unit.id} today={choice.hint.today} /></Suspense>}
        </div>
      </div>
      {panel}
    </div>
  );
}

function Leaf({ unitId, period, choice }: { unitId: string; period: string; choice: OverviewChoice }) {
  const { m } = usePrinting();
  if (!seesSumsAlone(choice.hint.role)) {
    return (
      <Suspense fallback={<Skeleton height="20rem" />}>
        <LeafCard unitId={unitId} period={period} asOf={choice.asOf} />
      </Suspense>
    );
  }
  return (
    <Card title={m.children.leaf}>
      <p>{m.evidence.forbidden}</p>
    </Card>
  );
}

type ChildrenProps = Pick<OverviewContentProps, 'unit' | 'search' | 'onSearch'>;

function Children({ unit, search, onSearch }: ChildrenProps) {
  const figures = readFragment(KeyFigureFields, unit.rollup);
  const rows = readChildRows(unit.children.nodes);
  return (
    <ChildrenCard
      key={unit.id}
      code={unit.code}
      period={unit.rollup.period.text}
      rows={rows}
      kinds={unit.counts.childrenByKind}
      totals={{
        admitted: figures.admitted.value,
        members: figures.members.value,
        rate: figures.admissionRate.percent,
        comparison: readComparison(figures.admitted, rows[0]?.against ?? 'LAST_YEAR'),
      }}
      sinceGone={readSinceGone(unit.treeRollup)}
      periodLabel={unit.rollup.period.label}
      baseLabel={figures.admissionRate.baseLabel}
      search={search}
      onSearch={onSearch}
    />
  );
}

type EmptyProps = Pick<OverviewContentProps, 'unit' | 'choice' | 'onSearch'>;

function EmptyPeriod({ unit, choice, onSearch }: EmptyProps) {
  const { m } = usePrinting();
  return (
    <Card title={unit.rollup.period.label}>
      <Message
        title={m.overview.emptyTitle}
        icon={<IconCalendarOff size="2.2rem" stroke={1.5} aria-hidden="true" />}
        action={<GoToUsual choice={choice} onSearch={onSearch} />}
      >
        {m.overview.emptyBody(unit.rollup.period.label)}
      </Message>
    </Card>
  );
}

function GoToUsual({ choice, onSearch }: Omit<EmptyProps, 'unit'>) {
  const { m, f } = usePrinting();
  const usual = defaultPeriod(choice.hint.today, choice.hint.role);
  return (
    <Button onClick={() => onSearch({ ky: writePeriod(usual) })}>
      {m.overview.goToDefault(f.inSentence(f.period(usual)))}
    </Button>
  );
}
