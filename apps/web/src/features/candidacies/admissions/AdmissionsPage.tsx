import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { SearchBox } from '../../../shared/ui/SearchBox.tsx';
import { TabBar } from '../../../shared/ui/TabBar.tsx';
import { Breadcrumb, UnitNotFound } from '../../organisation/index.ts';
import { StepPanel, usePreparedStepPanel } from '../../people/index.ts';
import { PageFailure, PrintButton } from '../../scope/index.ts';
import { SavedViewsMenu } from '../../views/index.ts';
import { UnitSelect } from '../UnitSelect.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { useWorkUnit } from '../use-work-unit.ts';
import { DeadlineStrip } from '../weeks/DeadlineStrip.tsx';
import { useWeekCounts } from '../weeks/use-week-counts.ts';
import { weeksAhead } from '../weeks/weeks.ts';
import { WorkHead } from '../WorkHead.tsx';
import styles from '../WorkPage.module.css';
import { WorkSkeleton } from '../WorkSkeleton.tsx';
import { AdmissionCountsQuery } from './admission-documents.ts';
import { AdmissionList } from './AdmissionList.tsx';
import { admissionStages, admissionTabs, filterOf, readAdmissionTab } from './admission-tabs.ts';
import type { AdmissionsSearch } from './admissions-search.ts';
import type { Chosen } from '../many/chosen.ts';
import { ManyPanel } from '../many/ManyPanel.tsx';

const route = getRouteApi('/ket-nap');

/** Who waits for the ceremony, who has to be recognised, who is late, and who was recognised. */
export function AdmissionsPage() {
  usePreparedStepPanel();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const { t } = useCandidacyTexts();
  const { shown, choice, ownUnitId, busy, error, outdated, retry } = useWorkUnit(search['don-vi']);
  const change = (patch: AdmissionsSearch, replace = false) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), replace, resetScroll: false });
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [recording, setRecording] = useState(false);
  useFocusBack(search['ho-so'] !== undefined || recording);
  if (error !== undefined) return <PageFailure title={t.admissions.title} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <WorkSkeleton />;
  if (shown === null) return <UnitNotFound page="/ket-nap" />;
  const { unit } = shown;
  const { today } = choice.hint;
  const under = unit.id === ownUnitId ? null : unit.id;
  return (
    <div className={styles['page']} aria-busy={busy}>
      <WorkHead
        title={t.admissions.title}
        unit={unit.name}
        today={today}
        unknownKeys={search.unknownKeys}
        breadcrumb={<Breadcrumb unit={unit} ownUnitId={ownUnitId ?? unit.id} page="/ket-nap" />}
        tools={
          <>
            <PrintButton busy={busy} />
            <SavedViewsMenu suggestion={`${t.admissions.title}, ${unit.name}`} />
            <UnitSelect unit={unit} onUnit={(code) => change({ 'don-vi': code })} />
          </>
        }
      />
      {outdated ? (
        <Notice tone="warning" action={<Button onClick={retry}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      ) : null}
      <Weeks under={under} today={today} />
      <Tabs under={under} today={today} />
      <SearchBox label={t.pipeline.search} hint={m.children.filterHint} value={search.tim} onChange={(tim) => change({ tim }, true)} />
      <AdmissionList
        key={`${unit.id} ${search.xem} ${search.tim}`}
        unitCode={unit.code}
        search={search.tim}
        tab={readAdmissionTab(search.xem)}
        under={under}
        today={today}
        chosen={chosen}
        onChosen={setChosen}
        onRecord={() => setRecording(true)}
        onOpen={(candidacy) => change({ 'ho-so': candidacy })}
      />
      {search['ho-so'] === undefined ? null : <StepPanel candidacy={search['ho-so']} onClose={() => change({ 'ho-so': undefined })} />}
      {recording ? <ManyPanel chosen={chosen} today={today} onChosen={setChosen} onClose={() => setRecording(false)} /> : null}
    </div>
  );
}

/** The limits of the next weeks, of those who are admitted and recognised. */
function Weeks({ under, today }: { under: string | null; today: string }) {
  return <DeadlineStrip weeks={weeksAhead} {...useWeekCounts({ under, stages: [...admissionStages] }, today)} />;
}

/** The parts of the page with how many each has. */
function Tabs({ under, today }: { under: string | null; today: string }) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const of = (tab: (typeof admissionTabs)[number]) => ({ under, ...filterOf(tab, today) });
  const variables = { ceremony: of('cho-le'), probation: of('du-bi'), overdue: of('qua-han'), recognised: of('cong-nhan') };
  const [{ data }] = useQuery({ query: AdmissionCountsQuery, variables });
  const counts = data && { 'cho-le': data.ceremony, 'du-bi': data.probation, 'qua-han': data.overdue, 'cong-nhan': data.recognised };
  return (
    <TabBar label={t.admissions.tabs}>
      {admissionTabs.map((tab, index) => (
        <li key={tab}>
          <Link
            to="/ket-nap"
            search={(previous) => ({ ...previous, unknownKeys: undefined, 'ho-so': undefined, xem: index === 0 ? undefined : tab })}
            activeOptions={{ exact: true, includeSearch: true }}
            resetScroll={false}
          >
            {counts === undefined ? t.admissions.tab[tab] : t.admissions.tabCount(t.admissions.tab[tab], f.integer(counts[tab].totalCount))}
          </Link>
        </li>
      ))}
    </TabBar>
  );
}
