import { getRouteApi } from '@tanstack/react-router';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useRefresh } from '../../shared/live/refresh-context.ts';
import { useLive } from '../../shared/live/use-live.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { ScopeUnit } from '../scope/index.ts';
import { ViewsQuery } from '../views/index.ts';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { nextStop, stopShown, tvAddress, tvStops } from './tv-stops.ts';
import { TvContent } from './TvContent.tsx';
import styles from './TvOverview.module.css';
import { useOverview, type AnsweredOverview } from './use-overview.ts';
import { useEscape, useFreshness, useRoom, useRotation } from './use-tv.ts';

const route = getRouteApi('/tong-quan');

/** The overview for a room: large, without tools, one saved view after the other, with the age of its figures. */
export function TvOverview() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m, f } = usePrinting();
  const { choice, shown, busy, error, outdated, retry } = useOverview(search);
  const [{ data }] = useQuery({ query: ViewsQuery, pause: shown === undefined });
  const stops = tvStops(data?.viewer?.views ?? []);
  const address = tvAddress(search);
  const next = nextStop(stops, search);
  const leave = () => void navigate({ search: (previous) => ({ ...previous, tv: undefined }), replace: true });
  const typeSize = useRoom();
  useLive(useRefresh());
  useEscape(leave);
  useRotation(address, next, (stop) => void navigate({ search: { ...stop.search, tv: '1' }, replace: true }));
  const answeredAt = useFreshness({ address, busy, failed: outdated || error !== undefined, refresh: () => (choice === null || busy ? undefined : retry()) });
  const index = stopShown(stops, search);
  const age = answeredAt === null ? m.tv.asking : m.tv.dataAt(f.timeOf(answeredAt));
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <Where shown={shown} asOf={choice?.asOf ?? null} />
        <div className={styles['state']}>
          <p>
            <strong>{age}</strong>
            {outdated ? ` · ${m.tv.notUpdated}` : null}
          </p>
          {index < 0 ? null : <p className={styles['stop']}>{m.tv.stop(stops[index]?.name ?? '', String(index + 1), String(stops.length))}</p>}
        </div>
        <Button tone="quiet" className={styles['leave']} icon={<IconX size="1.1em" aria-hidden="true" />} onClick={leave}>
          {m.tv.leave}
        </Button>
      </div>
      <div className={styles['track']} aria-hidden="true">
        {next === undefined ? null : <div key={address} className={styles['line']} />}
      </div>
      {shown === undefined ? (
        error === undefined ? (
          <OverviewSkeleton />
        ) : (
          <QueryFailure error={error} onRetry={retry} />
        )
      ) : shown === null ? (
        <Message title={m.overview.notFoundTitle}>{m.overview.notFoundBody}</Message>
      ) : (
        <TvContent
          unit={shown.unit}
          choice={shown.choice}
          typeSize={typeSize}
          search={search}
          onSearch={(change) => void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true })}
        />
      )}
    </div>
  );
}

/** Which unit, which period. */
function Where({ shown, asOf }: { shown: AnsweredOverview | null | undefined; asOf: string | null }) {
  const { m, f } = usePrinting();
  const name = shown ? shown.unit.name : m.navigation.overview;
  useEffect(() => {
    document.title = `${m.overview.title(name)} – ${m.product.name}`;
  }, [name, m]);
  if (!shown) return <h1 className={styles['where']}>{name}</h1>;
  const { period } = shown.unit.rollup;
  const { kind } = readFragment(ScopeUnit, shown.unit);
  return (
    <div className={styles['where']}>
      <h1>
        <ProperName>{name}</ProperName>
      </h1>
      <p>
        <strong>{period.label}</strong> · {m.scope.between(f.date(period.from), f.date(period.to))}, {m.scope.asItWas} · {kind.name}
        {asOf === null ? null : ` · ${m.scope.asOfShown(f.date(asOf))}`}
      </p>
    </div>
  );
}
