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
import { ViewerFields } from '../access/index.ts';
import { pageStyles, WorkHead, WorkSkeleton } from '../candidacies/index.ts';
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
  const { list, parameters } = readWatch(search);
  const change = (more: WatchSearch) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...more }), replace: true, resetScroll: false });
  return <Watch key={JSON.stringify([list, parameters])} search={search} onChange={change} />;
}

interface WatchProps {
  readonly search: WatchSearch;
  readonly onChange: (change: WatchSearch) => void;
}

function Watch({ search, onChange }: WatchProps) {
  const { f } = usePrinting();
  const { t, words } = useWatchTexts();
  const { list, parameters } = readWatch(search);
  const pages = useTurnedPages();
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: WatchQuery, variables: { list, parameters, first: pages.size, after: pages.after } });
  const shown = useLast(data);
  const busy = fetching || stale;
  const retry = () => execute({ requestPolicy: 'network-only' });
  const viewer = readFragment(ViewerFields, shown?.viewer);
  if (error !== undefined && !busy) return <PageFailure title={t.title} error={error} onRetry={retry} />;
  if (shown === undefined || !viewer) return <WorkSkeleton />;
  const rows = readFragment(WatchRows, shown.watchList);
  const count = shown.watchCounts.find((one) => one.list === list);
  return (
    <div className={pageStyles['page']} aria-busy={busy}>
      <WorkHead title={t.title} unit={viewer.unit.name} today={viewer.today} unknownKeys={search.unknownKeys} tools={<PrintButton busy={busy} />} />
      <TabBar label={t.tabs}>
        {watchLists.map((one) => (
          <li key={one}>
            <Link to="/canh-bao" search={(previous) => ({ ...previous, unknownKeys: undefined, 'danh-sach': watchSlugs[one] })} aria-current={one === list ? 'page' : undefined}>
              {words.lists[one]} <strong className={styles['count']}>{f.integer(shown.watchCounts.find((known) => known.list === one)?.count ?? 0)}</strong>
            </Link>
          </li>
        ))}
      </TabBar>
      <Card title={`${words.lists[list]}: ${t.of(f.integer(rows.totalCount), f.integer(count?.base ?? 0))}`} tools={<WatchDownload list={list} parameters={parameters} />}>
        <div className={styles['parameters']}>
          <Parameters list={list} search={search} today={viewer.today} onChange={onChange} />
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
