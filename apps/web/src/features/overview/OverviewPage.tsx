import { getRouteApi } from '@tanstack/react-router';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { EvidenceAllowedContext } from '../ledger/index.ts';
import { UnitNotFound } from '../organisation/index.ts';
import { FiguresOf, PageFailure, PrintButton, ScopeHead } from '../scope/index.ts';
import { LiveFigures } from './LiveFigures.tsx';
import { OverviewContent } from './OverviewContent.tsx';
import styles from './OverviewPage.module.css';
import type { OverviewSearch } from './overview-search.ts';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { TvButton } from './TvButton.tsx';
import { useOverview } from './use-overview.ts';

const route = getRouteApi('/tong-quan');

/** The overview of one unit in one period: the figures, what is below, how it developed and who it was. */
export function OverviewPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const { choice, shown, ownUnitId, busy, error, outdated, retry } = useOverview(search);
  const change = (patch: OverviewSearch, replace = false) =>
    void navigate({
      search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }),
      replace,
      resetScroll: false,
    });
  if (error !== undefined) return <PageFailure title={m.navigation.overview} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <OverviewSkeleton />;
  if (shown === null) return <UnitNotFound page="/tong-quan" />;
  const { unit } = shown;
  return (
    <EvidenceAllowedContext value={!seesSumsAlone(choice.hint.role)}>
      <div className={styles['page']} aria-busy={busy}>
        <ScopeHead
          unit={unit}
          choice={choice}
          ownUnitId={ownUnitId ?? unit.id}
          page="/tong-quan"
          title={m.overview.title(unit.name)}
          counted={unit.rollup.period}
          unknownKeys={search.unknownKeys}
        onUpdate={outdated ? retry : undefined}
          onScope={change}
          tools={
            <>
              <TvButton onStart={() => change({ tv: '1' })} />
              <PrintButton busy={busy} />
            </>
          }
        />
        <LiveFigures />
        <FiguresOf unit={unit}>
          <OverviewContent unit={unit} choice={shown.choice} search={search} busy={busy} onSearch={change} />
        </FiguresOf>
      </div>
    </EvidenceAllowedContext>
  );
}
