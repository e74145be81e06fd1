import { watchLists } from '@banyan/schema/watch';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { Pages, useTurnedPages } from '../../shared/ui/Pages.tsx';
import { TabBar } from '../../shared/ui/TabBar.tsx';
import { pageStyles, UnitSelect, useWorkUnit, WorkHead, WorkSkeleton } from '../candidacies/index.ts';
import { Breadcrumb, UnitNotFound } from '../organisation/index.ts';
import { PageFailure, PrintButton } from '../scope/index.ts';
import { Parameters } from './Parameters.tsx';
import { watchSlugs } from '../../shared/url/watch-slugs.ts';
import { useWatchTexts } from './use-watch-texts.ts';
import { WatchQuery, WatchRows } from './watch-documents.ts';
import { readWatch } from './watch-parameters.ts';
import type { WatchSearch } from './watch-search.ts';
import { WatchDownload } from './WatchDownload.tsx';
import { WatchTable } from './WatchTable.tsx';
import styles from './Watch.module.css';

const route = getRouteApi('/canh-bao');

/** What deserves a look although no step is late: one list at a time, with its parameters and how long all of them are. */
export function WatchPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useWatchTexts();
  const { shown, choice, ownUnitId, error, retry } = useWorkUnit(search['don-vi']);
  if (error !== undefined) return <PageFailure title={t.title} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <WorkSkeleton />;
  if (shown === null) return <UnitNotFound page="/canh-bao" />;
  const { list, parameters } = readWatch(search);
  const change = (more: WatchSearch) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...more }), replace: true, resetScroll: false });
  return (
    <Watch
      key={JSON.stringify([shown.unit.id, list, parameters])}
      unit={shown.unit}
      ownUnitId={ownUnitId ?? shown.unit.id}
      today={choice.hint.today}
      search={search}
      onChange={change}
    />
  );
}

type WorkUnit = NonNullable<ReturnType<typeof useWorkUnit>['shown']>['unit'];

interface WatchProps {
  readonly unit: WorkUnit;
  readonly ownUnitId: string;
  readonly today: string;
  readonly search: WatchSearch;
  readonly onChange: (change: WatchSearch) => void;
}

function Watch({ unit, ownUnitId, today, search, onChange }: WatchProps) {
  const { f } = usePrinting();
  const { t, words } = useWatchTexts();
  const { list, parameters } = readWatch(search);
  const pages = useTurnedPages();
  const under = unit.id === ownUnitId ? null : unit.id;
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: WatchQuery, variables: { unit: under, list, parameters, first: pages.size, after: pages.after } });
  const shown = useLast(data);
  const busy = fetching || stale;
  const retry = () => execute({ requestPolicy: 'network-only' });
  if (error !== undefined && !busy) return <PageFailure title={t.title} error={error} onRetry={retry} />;
  if (shown === undefined) return <WorkSkeleton />;
  const rows = readFragment(WatchRows, shown.watchList);
  const count = shown.watchCounts.find((one) => one.list === list);
  return (
    <div className={pageStyles['page']} aria-busy={busy}>
      <WorkHead
        title={t.title}
        unit={unit.name}
        today={today}
        unknownKeys={search.unknownKeys}
        breadcrumb={<Breadcrumb unit={unit} ownUnitId={ownUnitId} page="/canh-bao" />}
        tools={
          <>
            <PrintButton busy={busy} />
            <UnitSelect unit={unit} onUnit={(code) => onChange({ 'don-vi': code })} />
          </>
        }
      />
      <TabBar label={t.tabs}>
        {watchLists.map((one) => (
          <li key={one}>
            <Link to="/canh-bao" search={(previous) => ({ ...previous, unknownKeys: undefined, 'danh-sach': watchSlugs[one] })} aria-current={one === list ? 'page' : undefined}>
              {words.lists[one]} <strong className={styles['count']}>{f.integer(shown.watchCounts.find((known) => known.list === one)?.count ?? 0)}</strong>
            </Link>
          </li>
        ))}
      </TabBar>
      <Card title={`${words.lists[list]}: ${t.of(f.integer(rows.totalCount), f.integer(count?.base ?? 0))}`} tools={<WatchDownload unit={under} list={list} parameters={parameters} />}>
        <div className={styles['parameters']}>
          <Parameters list={list} search={search} today={today} onChange={onChange} />
        </div>
        {rows.totalCount === 0 ? (
          <Message title={t.none} />
        ) : (
          <Pages pages={pages} page={rows} fetching={busy} said={t.rows}>
            <WatchTable list={list} rows={rows.nodes} />
          </Pages>
        )}
      </Card>
    </div>
  );
}
