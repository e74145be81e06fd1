import { getRouteApi } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { UnitNotFound } from '../organisation/index.ts';
import { FiguresOf, PageFailure, PrintButton, ScopeHead } from '../scope/index.ts';
import { ComparisonContent } from './ComparisonContent.tsx';
import styles from './ComparisonPage.module.css';
import type { ComparisonSearch } from './comparison-search.ts';
import { useComparisonTexts } from './use-comparison-texts.ts';
import { readComparison, useComparison } from './use-comparison.ts';

const route = getRouteApi('/so-sanh');

/** Units beside each other, over the years, or among all of their kind. */
export function ComparisonPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const comparison = useComparisonTexts();
  const { choice, shown, ownUnitId, busy, error, outdated, retry } = useComparison(search);
  const change = (patch: ComparisonSearch) =>
    void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), resetScroll: false });
  if (error !== undefined) return <PageFailure title={m.navigation.comparison} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <ComparisonSkeleton />;
  if (shown === null) return <UnitNotFound page="/so-sanh" />;
  const { unit } = shown;
  return (
    <div className={styles['page']} aria-busy={busy}>
      <ScopeHead
        unit={unit}
        choice={choice}
        ownUnitId={ownUnitId ?? unit.id}
        page="/so-sanh"
        title={comparison.title(unit.name)}
        counted={unit.rollup.period}
        unknownKeys={search.unknownKeys}
        onUpdate={outdated ? retry : undefined}
        onScope={change}
        tools={<PrintButton busy={busy} />}
      />
      <FiguresOf unit={unit}>
        <ComparisonContent shown={readComparison(shown)} search={search} busy={busy} onSearch={change} />
      </FiguresOf>
    </div>
  );
}

function ComparisonSkeleton() {
  const { m } = usePrinting();
  return (
    <div role="status" className={styles['page']}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton width="24rem" height="4.6rem" />
      <Skeleton height="14rem" />
      <Skeleton height="18rem" />
    </div>
  );
}
