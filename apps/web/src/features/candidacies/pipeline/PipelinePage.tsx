import { IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Message, Notice } from '../../../shared/ui/Notice.tsx';
import { Breadcrumb, UnitNotFound } from '../../organisation/index.ts';
import { StepPanel, usePreparedStepPanel } from '../../people/index.ts';
import { PageFailure, PrintButton } from '../../scope/index.ts';
import { SavedViewsMenu } from '../../views/index.ts';
import type { WorkUnitData } from '../candidacy-documents.ts';
import type { Chosen } from '../many/chosen.ts';
import { ManyPanel } from '../many/ManyPanel.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { useWorkUnit } from '../use-work-unit.ts';
import { WorkHead } from '../WorkHead.tsx';
import styles from '../WorkPage.module.css';
import { WorkSkeleton } from '../WorkSkeleton.tsx';
import { AddLink } from './AddLink.tsx';
import { Board } from './Board.tsx';
import { Filters } from './Filters.tsx';
import { PipelineList } from './PipelineList.tsx';
import type { PipelineSearch } from './pipeline-search.ts';
import { isNarrowed, isOnTheWay } from './stage-choice.ts';
import { StagesCard } from './StagesCard.tsx';
import { useStageCounts, type CandidacyFilter } from './use-stage-counts.ts';
import { usePhone } from '../../../shared/ui/use-phone.ts';

const route = getRouteApi('/nguon');

/** Everybody on the way to membership: how many at each stage, and who, as a table or in columns. */
export function PipelinePage() {
  usePreparedStepPanel();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const { t } = useCandidacyTexts();
  const { shown, choice, ownUnitId, busy, error, outdated, retry } = useWorkUnit(search['don-vi']);
  const change = (patch: PipelineSearch, replace = false) =>
    void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), replace, resetScroll: false });
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [recording, setRecording] = useState(false);
  useFocusBack(search['ho-so'] !== undefined || recording);
  if (error !== undefined) return <PageFailure title={t.pipeline.title} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <WorkSkeleton />;
  if (shown === null) return <UnitNotFound page="/nguon" />;
  const { unit } = shown;
  return (
    <div className={styles['page']} aria-busy={busy}>
      <WorkHead
        title={t.pipeline.title}
        unit={unit.name}
        today={choice.hint.today}
        unknownKeys={search.unknownKeys}
        breadcrumb={<Breadcrumb unit={unit} ownUnitId={ownUnitId ?? unit.id} page="/nguon" />}
        tools={
          <>
            <PrintButton busy={busy} />
            <SavedViewsMenu suggestion={`${t.pipeline.title}, ${unit.name}`} />
            <AddLink unit={unit} icon={<IconUserPlus size="1.2em" aria-hidden="true" />} />
          </>
        }
      />
      {outdated ? (
        <Notice tone="warning" action={<Button onClick={retry}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      ) : null}
      <PipelineContent
        key={unit.id}
        unit={unit}
        isOwn={unit.id === ownUnitId}
        search={search}
        onSearch={change}
        chosen={chosen}
        onChosen={setChosen}
        onRecord={() => setRecording(true)}
      />
      {recording ? <ManyPanel chosen={chosen} today={choice.hint.today} onChosen={setChosen} onClose={() => setRecording(false)} /> : null}
      {search['ho-so'] === undefined ? null : <StepPanel candidacy={search['ho-so']} onClose={() => change({ 'ho-so': undefined })} />}
    </div>
  );
}

interface PipelineContentProps extends Pick<Parameters<typeof PipelineList>[0], 'chosen' | 'onChosen' | 'onRecord'> {
  readonly unit: WorkUnitData;
  /** Whether it is the unit of the viewer's grant. */
  readonly isOwn: boolean;
  readonly search: PipelineSearch;
  readonly onSearch: (patch: PipelineSearch, replace?: boolean) => void;
}

function PipelineContent({ unit, isOwn, search, onSearch, ...choice }: PipelineContentProps) {
  const { t } = useCandidacyTexts();
  const phone = usePhone();
  const text = search.tim?.trim() ?? '';
  const filter: CandidacyFilter = { under: isOwn ? null : unit.id, search: text === '' ? null : text, isOverdue: search['qua-han'] === '1' ? true : null };
  const { counts, error, retry } = useStageCounts(filter);
  const nobody = counts !== undefined && counts.every(({ stage, count }) => count === 0 || !isOnTheWay(stage));
  if (nobody && search.buoc === undefined && !isNarrowed(search)) {
    return (
      <Message title={t.pipeline.emptyTitle} icon={<IconUserPlus size="2.2rem" stroke={1.5} aria-hidden="true" />} action={<AddLink unit={unit} />}>
        {t.pipeline.emptyBody}
      </Message>
    );
  }
  const columns = phone || search.xem === 'cot';
  return (
    <>
      {phone ? null : <StagesCard counts={counts} error={error} onRetry={retry} search={search} />}
      <Filters unit={unit} search={search} onSearch={onSearch} />
      {columns ? (
        <Board counts={counts} filter={filter} search={search} onSearch={onSearch} />
      ) : (
        <PipelineList filter={filter} unitCode={unit.code} search={search} onSearch={onSearch} {...choice} />
      )}
    </>
  );
}
