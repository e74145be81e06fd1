import { IconPlus, IconSend } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { TabBar } from '../../../shared/ui/TabBar.tsx';
import { pageStyles, useFocusBack } from '../../candidacies/index.ts';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { FollowUpQuery } from '../record-documents.ts';
import { FollowUpFields } from '../record-fields.ts';
import { RecordHead, useRecordPage, type KnownPage } from '../RecordPage.tsx';
import { useRecordTexts } from '../use-record-texts.ts';
import { followUpTabs, readFollowUpTab, type FollowUpSearch, type FollowUpTab } from './follow-up-search.ts';
import { Obstacles } from './Obstacles.tsx';
import { unitOptions } from './unit-options.ts';

/** The parts that are not shown at first come when they are asked for. */
const Reminders = lazy(async () => ({ default: (await loadPatiently(async () => await import('./Reminders.tsx'))).Reminders }));
const Inspections = lazy(async () => ({ default: (await loadPatiently(async () => await import('./Inspections.tsx'))).Inspections }));

const route = getRouteApi('/vuong-mac');

/** What each part of the page gets. */
export interface TabProps {
  readonly page: KnownPage;
  readonly search: FollowUpSearch;
  readonly onSearch: (patch: FollowUpSearch) => void;
  /** The counts of the parts may be others now. */
  readonly onChanged: () => void;
}

/** What is followed up at a unit and below it: obstacles, reminders, inspections. */
export function FollowUpPage() {
  const search = route.useSearch();
  const { t } = useRecordTexts();
  const page = useRecordPage({ code: search['don-vi'], title: t.followUp.title, page: '/vuong-mac' });
  useFocusBack(search.muc !== undefined);
  return 'instead' in page ? page.instead : <Known page={page} search={search} />;
}

const parts = { 'vuong-mac': Obstacles, 'don-doc': Reminders, 'kiem-tra': Inspections } as const;

function Known({ page, search }: { readonly page: KnownPage; readonly search: FollowUpSearch }) {
  const navigate = route.useNavigate();
  const tab = readFollowUpTab(search.xem);
  const [{ data }, execute] = useQuery({ query: FollowUpQuery, variables: { unit: page.unit.id } });
  const counts = readFragment(FollowUpFields, useLast(data)?.followUp);
  const change = (patch: FollowUpSearch) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), resetScroll: false });
  const Part = parts[tab];
  return (
    <div className={pageStyles['page']} aria-busy={page.busy}>
      <RecordHead page={page} unknownKeys={search.unknownKeys} onUnit={(code) => change({ 'don-vi': code })} action={<Act tab={tab} page={page} onOpen={() => change({ muc: 'moi' })} />} />
      <Tabs counts={counts ? { 'vuong-mac': counts.openObstacles, 'don-doc': counts.waitingReminders, 'kiem-tra': null } : null} />
      <Suspense fallback={<RowSkeleton />}>
        <Part key={`${page.unit.id} ${tab} ${search.loc ?? ''}`} page={page} search={search} onSearch={change} onChanged={() => execute({ requestPolicy: 'network-only' })} />
      </Suspense>
    </div>
  );
}

function Tabs({ counts }: { readonly counts: Readonly<Record<FollowUpTab, number | null>> | null }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  return (
    <TabBar label={t.followUp.tabs}>
      {followUpTabs.map((tab, index) => {
        const count = counts?.[tab] ?? null;
        return (
          <li key={tab}>
            <Link
              to="/vuong-mac"
              search={(previous) => ({ ...previous, unknownKeys: undefined, muc: undefined, loc: undefined, xem: index === 0 ? undefined : tab })}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={undefined}
              resetScroll={false}
            >
              {count === null ? t.followUp.tab[tab] : t.followUp.tabCount(t.followUp.tab[tab], f.integer(count))}
            </Link>
          </li>
        );
      })}
    </TabBar>
  );
}

/** The first thing to do in a part, where the viewer may: obstacles are the unit's own, the rest comes from above. */
function Act({ tab, page, onOpen }: { readonly tab: FollowUpTab; readonly page: KnownPage; readonly onOpen: () => void }) {
  const { t } = useRecordTexts();
  const may = tab === 'vuong-mac' ? page.keeps : page.supervises && unitOptions(page).length > 0;
  if (!may) return null;
  const label = { 'vuong-mac': t.obstacles.record, 'don-doc': t.reminders.send, 'kiem-tra': t.inspections.record }[tab];
  const Icon = tab === 'don-doc' ? IconSend : IconPlus;
  return (
    <Button tone="primary" icon={<Icon size="1.2em" aria-hidden="true" />} onClick={onOpen}>
      {label}
    </Button>
  );
}
