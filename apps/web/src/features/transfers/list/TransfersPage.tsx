import { IconFileCheck } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { TabBar } from '../../../shared/ui/TabBar.tsx';
import { pageStyles, UnitSelect, useFocusBack, useWorkUnit, WorkHead, WorkSkeleton } from '../../candidacies/index.ts';
import { Breadcrumb, UnitNotFound } from '../../organisation/index.ts';
import { PageFailure, PrintButton } from '../../scope/index.ts';
import { SavedViewsMenu } from '../../views/index.ts';
import { LetterCountsQuery } from '../transfer-documents.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { Filters } from './Filters.tsx';
import { LetterList } from './LetterList.tsx';
import { letterFilterOf, readTransferTab, transferTabs } from './transfer-tabs.ts';
import type { TransfersSearch } from './transfers-search.ts';

const ClaimPanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('../letter/ClaimPanel.tsx'))).ClaimPanel }));

const route = getRouteApi('/chuyen-sinh-hoat');

/** Letters of transfer: which wait for a signature here, which were sent and wait elsewhere, who is away for a time, and what is done. */
export function TransfersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const { t } = useTransferTexts();
  const { shown, choice, ownUnitId, busy, error, outdated, retry } = useWorkUnit(search['don-vi']);
  const change = (patch: TransfersSearch) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), resetScroll: false });
  const isClaiming = search['nhap-ma'] === '1';
  useFocusBack(search.giay !== undefined || isClaiming);
  if (error !== undefined) return <PageFailure title={t.title} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <WorkSkeleton />;
  if (shown === null) return <UnitNotFound page="/chuyen-sinh-hoat" />;
  const { unit } = shown;
  const { today } = choice.hint;
  const because = unit.viewerCannotClaimTransferBecause;
  const under = unit.id === ownUnitId ? null : unit.id;
  // Of a unit that holds no members, a cell is chosen: the page asks for it.
  const canClaim = because === null || because === 'UNIT_HOLDS_NO_MEMBERS';
  return (
    <div className={pageStyles['page']} aria-busy={busy}>
      <WorkHead
        title={t.title}
        unit={unit.name}
        today={today}
        unknownKeys={search.unknownKeys}
        breadcrumb={<Breadcrumb unit={unit} ownUnitId={ownUnitId ?? unit.id} page="/chuyen-sinh-hoat" />}
        tools={
          <>
            <PrintButton busy={busy} />
            <SavedViewsMenu suggestion={`${t.title}, ${unit.name}`} />
            <UnitSelect unit={unit} onUnit={(code) => change({ 'don-vi': code })} />
            {canClaim ? (
              <Button icon={<IconFileCheck size="1.2em" aria-hidden="true" />} onClick={() => change({ 'nhap-ma': '1' })}>
                {t.claim.open}
              </Button>
            ) : null}
          </>
        }
      />
      {outdated ? (
        <Notice tone="warning" action={<Button onClick={retry}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      ) : null}
      <Tabs under={under} />
      <Filters search={search} onSearch={change} />
      <LetterList
        key={`${unit.id} ${JSON.stringify(letterFilterOf(search, under))}`}
        tab={readTransferTab(search.xem)}
        filter={letterFilterOf(search, under)}
        unitCode={unit.code}
        today={today}
        opened={search.giay}
        onOpen={(giay) => change({ giay })}
        onClear={() => change({ loai: undefined, 'qua-han': undefined })}
      />
      {isClaiming && canClaim && ownUnitId !== undefined ? (
        <Suspense>
          <ClaimPanel under={ownUnitId} today={today} onClose={() => change({ 'nhap-ma': undefined })} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** The parts of the page with how many letters each has. */
function Tabs({ under }: { readonly under: string | null }) {
  const { f } = usePrinting();
  const { t } = useTransferTexts();
  const [{ data }] = useQuery({ query: LetterCountsQuery, variables: { under } });
  const counts = data && { 'cho-nhan': data.arriving, 'da-gui': data.sent, 'tam-thoi': data.running, xong: data.done };
  return (
    <TabBar label={t.tabs}>
      {transferTabs.map((tab, index) => (
        <li key={tab}>
          <Link
            to="/chuyen-sinh-hoat"
            search={(previous) => ({ ...previous, unknownKeys: undefined, giay: undefined, 'qua-han': undefined, xep: undefined, loai: undefined, xem: index === 0 ? undefined : tab })}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={undefined}
            resetScroll={false}
          >
            {counts === undefined ? t.tab[tab] : t.tabCount(t.tab[tab], f.integer(counts[tab].totalCount))}
          </Link>
        </li>
      ))}
    </TabBar>
  );
}
