import { IconMapPinOff } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FigureSourceContext } from '../../shared/charts/figure-source.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { PrintButton, ScopeHead } from '../scope/index.ts';
import { ComparisonContent } from './ComparisonContent.tsx';
import styles from './ComparisonPage.module.css';
import type { ComparisonSearch } from './comparison-search.ts';
import { useComparison } from './use-comparison.ts';

const route = getRouteApi('/so-sanh');

/** Units beside each other, over the years, or among all of their kind. */
export function ComparisonPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m, f } = usePrinting();
  const { choice, shown, ownUnitId, busy, error, retry } = useComparison(search);
  const change = (patch: ComparisonSearch) =>
    void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), resetScroll: false });
  if (error !== undefined && !busy) {
    return (
      <>
        <VisuallyHidden>
          <h1>{m.navigation.comparison}</h1>
        </VisuallyHidden>
        <QueryFailure error={error} onRetry={retry} />
      </>
    );
  }
  if (choice === null || shown === undefined) return <ComparisonSkeleton />;
  if (shown === null) {
    return (
      <Message
        title={<h1 className={styles['missing']}>{m.overview.notFoundTitle}</h1>}
        icon={<IconMapPinOff size="2.2rem" stroke={1.5} aria-hidden="true" />}
        action={
          <Link to="/so-sanh" search={({ ky }) => ({ ky })}>
            {m.overview.goToOwn}
          </Link>
        }
      >
        {m.overview.notFoundBody}
      </Message>
    );
  }
  const { unit } = shown;
  return (
    <div className={styles['page']} aria-busy={busy}>
      <ScopeHead
        unit={unit}
        choice={choice}
        ownUnitId={ownUnitId ?? unit.id}
        page="/so-sanh"
        title={m.comparison.title(unit.name)}
        counted={unit.rollup.period}
        unknownKeys={search.unknownKeys}
        onScope={change}
        tools={<PrintButton busy={busy} />}
      />
      <FigureSourceContext value={`${unit.name} · ${m.scope.between(f.date(unit.rollup.period.from), f.date(unit.rollup.period.to))}`}>
        <ComparisonContent shown={shown} search={search} busy={busy} onSearch={change} />
      </FigureSourceContext>
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
