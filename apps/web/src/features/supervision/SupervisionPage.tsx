import { parsePeriod } from '@banyan/schema/period';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { seesPeople } from '../../shared/period/sums-alone.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { ViewerFields, ViewerQuery } from '../access/index.ts';
import { SelectField } from '../people/index.ts';
import { PageFailure, PaperHead, PrintButton } from '../scope/index.ts';
import { AssignmentsCard } from './AssignmentsCard.tsx';
import { MyUnits } from './MyUnits.tsx';
import { MyUnitsQuery } from './supervision-documents.ts';
import styles from './Supervision.module.css';
import { useSupervisionTexts } from './use-supervision-texts.ts';

const route = getRouteApi('/phu-trach');

/** The periods that are offered: this year and the one before, the quarter, the month and the term. */
function periodsOn(day: string): string[] {
  const [year = '', month = ''] = day.split('-');
  return [year, String(Number(year) - 1), `${year}-Q${Math.ceil(Number(month) / 3)}`, `${year}-${month}`, 'term'];
}

/** All units that the viewer is in charge of, and who is in charge of the units of the scope. */
export function SupervisionPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m, f, language } = usePrinting();
  const { t } = useSupervisionTexts();
  const [present] = useState(() => new Date().toISOString().slice(0, 10));
  const [{ data: known }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-only' });
  const today = readFragment(ViewerFields, known?.viewer)?.today ?? present;
  const offered = periodsOn(today);
  const period = search.ky !== undefined && parsePeriod(search.ky) !== null ? search.ky : (offered[0] ?? '');
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: MyUnitsQuery, variables: { period, language } });
  const shown = useLast(fetching ? undefined : data);
  const retry = () => execute({ requestPolicy: 'network-only' });
  useEffect(() => {
    document.title = `${t.title} – ${m.product.name}`;
  }, [t, m]);
  if (shown === undefined) return error === undefined || fetching ? <SupervisionSkeleton /> : <PageFailure title={t.title} error={error} onRetry={retry} />;
  const viewer = readFragment(ViewerFields, shown.viewer);
  if (!shown.viewer || !viewer) return <SupervisionSkeleton />;
  const busy = fetching || stale;
  const options = [...new Set([...offered, period])].flatMap((value) => {
    const parts = parsePeriod(value);
    return parts === null ? [] : [{ value, label: value === 'term' ? t.term : f.period(parts) }];
  });
  return (
    <div className={styles['page']} aria-busy={busy}>
      <PaperHead unit={viewer.account.displayName} period={options.find(({ value }) => value === period)?.label ?? period} until={viewer.today} />
      <div className={styles['head']}>
        <div>
          <h1>{t.title}</h1>
          <p className={styles['muted']}>
            <ProperName>{viewer.account.displayName}</ProperName> · {f.date(viewer.today)}
          </p>
        </div>
        <div className={styles['tools']}>
          <SelectField label={t.period} value={period} options={options} onChange={(ky) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ky }), resetScroll: false })} />
          <PrintButton busy={busy} />
        </div>
      </div>
      {search.unknownKeys === undefined ? null : <Notice tone="warning">{m.scope.unknownKeys(search.unknownKeys.join(', '))}</Notice>}
      <MyUnits viewer={shown.viewer} actingGrant={viewer.grant.id} />
      {seesPeople(viewer.role) ? <AssignmentsCard search={search} /> : null}
    </div>
  );
}

function SupervisionSkeleton() {
  const { m } = usePrinting();
  return (
    <div role="status" className={styles['page']}>
      <VisuallyHidden>{m.common.loading}</VisuallyHidden>
      <Skeleton width="24rem" height="4rem" />
      <Skeleton height="16rem" />
      <Skeleton height="16rem" />
    </div>
  );
}
