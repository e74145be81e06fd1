import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { ViewerFields, ViewerQuery } from '../access/index.ts';
import { PageFailure, PaperHead, PrintButton } from '../scope/index.ts';
import { HolidayCard } from './HolidayCard.tsx';
import { RulePacks } from './RulePacks.tsx';
import { HolidayYearFields, RulePackFields, RulesQuery } from './rules-documents.ts';
import styles from './Rules.module.css';
import { readYear } from './rules-search.ts';
import { useRulesTexts } from './use-rules-texts.ts';

const route = getRouteApi('/quy-dinh');

/** What the limits rest on: the rules of each time, and the days that are not worked. */
export function RulesPage() {
  const search = route.useSearch();
  const { m, f } = usePrinting();
  const t = useRulesTexts();
  const [presentYear] = useState(() => new Date().getFullYear());
  // A province of the past is looked at on its last day: known from the cache, or with the first answer.
  const [{ data: known }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-only' });
  const today = readFragment(ViewerFields, known?.viewer)?.today;
  const year = readYear(search.nam, today === undefined ? presentYear : Number(today.slice(0, 4)));
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: RulesQuery, variables: { year } });
  const shown = useLast(data);
  const retry = () => execute({ requestPolicy: 'network-only' });
  useEffect(() => {
    document.title = `${t.title} – ${m.product.name}`;
  }, [t, m]);
  if (shown === undefined) return error === undefined ? <RulesSkeleton /> : <PageFailure title={t.title} error={error} onRetry={retry} />;
  const viewer = readFragment(ViewerFields, shown.viewer);
  const calendar = readFragment(HolidayYearFields, shown.holidays);
  const busy = fetching || stale;
  return (
    <div className={styles['page']}>
      <PaperHead unit={viewer?.unit.name ?? ''} period={t.title} until={viewer?.today ?? ''} />
      <div className={styles['head']}>
        <div>
          <h1>{t.title}</h1>
          <p className={styles['muted']}>
            <ProperName>{viewer?.unit.name ?? ''}</ProperName> · {viewer ? f.date(viewer.today) : ''}
          </p>
        </div>
        <PrintButton busy={busy} />
      </div>
      {search.unknownKeys === undefined ? null : <Notice tone="warning">{m.scope.unknownKeys(search.unknownKeys.join(', '))}</Notice>}
      {calendar ? <HolidayCard key={calendar.year} calendar={calendar} busy={busy} onChanged={retry} /> : null}
      <RulePacks today={viewer?.today ?? ''} packs={shown.rulePacks.map((pack) => readFragment(RulePackFields, pack))} />
    </div>
  );
}

function RulesSkeleton() {
  const { m } = usePrinting();
  return (
    <div role="status" className={styles['page']}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton width="24rem" height="4rem" />
      <Skeleton height="24rem" />
      <Skeleton height="18rem" />
    </div>
  );
}
