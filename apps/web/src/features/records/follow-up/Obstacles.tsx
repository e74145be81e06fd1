import { lazy, Suspense } from 'react';
import { useClient, useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { fetchedPage } from '../fetch-page.ts';
import { ObstaclesQuery } from '../record-documents.ts';
import { ObstacleFields, type ObstacleData } from '../record-fields.ts';
import { RecordDownload } from '../RecordDownload.tsx';
import { useRecordTexts } from '../use-record-texts.ts';
import { FollowedList } from './FollowedList.tsx';
import { obstacleSlugs, standingOf } from './follow-up-search.ts';
import { ObstacleTable } from './ObstacleTable.tsx';
import { StandingChoice } from './StandingChoice.tsx';
import type { TabProps } from './FollowUpPage.tsx';

const RecordObstaclePanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./ObstaclePanel.tsx'))).RecordObstaclePanel }));
const ObstaclePanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./ObstaclePanel.tsx'))).ObstaclePanel }));

/** What stands in the way of a unit and of those below it, the overdue first. */
export function Obstacles({ page, search, onSearch, onChanged }: TabProps) {
  const { t, words } = useRecordTexts();
  const pages = useTurnedPages();
  const standing = standingOf(obstacleSlugs, search.loc, 'OPEN');
  const unit = page.unit.id;
  const [{ data, error, fetching }, execute] = useQuery({ query: ObstaclesQuery, variables: { unit, standing, first: pages.size, after: pages.after } });
  const list = useLast(data)?.list;
  const rows = list?.nodes.map((node) => readFragment(ObstacleFields, node)) ?? [];
  const opened = useLast(rows.find(({ id }) => id === search.muc));
  const again = () => {
    execute({ requestPolicy: 'network-only' });
    onChanged();
  };
  const close = () => onSearch({ muc: undefined });
  const done = () => {
    again();
    close();
  };
  return (
    <>
      <FollowedList
        title={t.followUp.tab['vuong-mac']}
        tools={<StandingChoice slugs={obstacleSlugs} standing={standing} words={words.obstacleStandings} onChange={(loc) => onSearch({ loc, muc: undefined })} />}
        list={list}
        error={error}
        fetching={fetching}
        pages={pages}
        said={t.obstacles.shown}
        empty={t.obstacles.empty[standing]}
        emptyNext={t.obstacles.emptyNext}
        onRetry={again}
        download={<Download unit={unit} unitCode={page.unit.code} standing={standing} />}
      >
        <ObstacleTable rows={rows} onOpen={(muc) => onSearch({ muc })} />
      </FollowedList>
      {search.muc === 'moi' ? (
        <Suspense>
          <RecordObstaclePanel page={page} onDone={done} onClose={close} />
        </Suspense>
      ) : null}
      {search.muc === undefined || search.muc === 'moi' || list === undefined ? null : opened?.id === search.muc ? (
        <Suspense>
          <ObstaclePanel key={opened.id} row={opened} today={page.today} onChanged={again} onDone={done} onClose={close} />
        </Suspense>
      ) : (
        <SidePanel title={t.obstacles.panel} onClose={close}>
          <p>{t.common.notHere}</p>
        </SidePanel>
      )}
    </>
  );
}

function Download({ unit, unitCode, standing }: { readonly unit: string; readonly unitCode: string; readonly standing: 'OPEN' | 'OVERDUE' | 'RESOLVED' }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const client = useClient();
  const day = (value: string | null) => (value === null ? null : f.date(value));
  return (
    <RecordDownload<ObstacleData>
      fileName={`${t.obstacles.files}-${unitCode}`}
      sheet={t.followUp.tab['vuong-mac']}
      columns={t.obstacles.columns}
      fetchPage={async (after) =>
        fetchedPage(
          await client.query(ObstaclesQuery, { unit, standing, first: 100, after }, { requestPolicy: 'network-only' }).toPromise(),
          ({ list }) => list,
          (node) => readFragment(ObstacleFields, node),
        )
      }
      cells={(row) => [row.unit?.name ?? null, row.title, row.details, row.ownerName, f.date(row.raisedOn), day(row.dueOn), row.isOverdue ? t.common.yes : null, day(row.resolvedOn), row.resolution, row.recordedBy]}
    />
  );
}
