import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { OverviewPage } from './OverviewPage.tsx';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

const route = getRouteApi('/tong-quan');
const TvOverview = lazy(async () => ({ default: (await loadPatiently(async () => await import('./TvOverview.tsx'))).TvOverview }));

/** The overview, for who works with it or for a room that looks at it. */
export function OverviewScreen() {
  const { tv } = route.useSearch();
  if (tv !== '1') return <OverviewPage />;
  return (
    <Suspense fallback={<OverviewSkeleton />}>
      <TvOverview />
    </Suspense>
  );
}
