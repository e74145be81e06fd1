import { stages, type Stage } from '@banyan/schema/lifecycle';
import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { usePhone } from '../../../shared/ui/use-phone.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { BoardColumn } from './BoardColumn.tsx';
import styles from './Board.module.css';
import type { StageCountData } from './pipeline-documents.ts';
import type { PipelineSearch } from './pipeline-search.ts';
import { isOnTheWay, readStage, stageSlugs } from './stage-choice.ts';
import type { CandidacyFilter } from './use-stage-counts.ts';

interface BoardProps {
  readonly counts: readonly StageCountData[] | undefined;
  readonly filter: CandidacyFilter;
  readonly search: PipelineSearch;
  readonly onSearch: (patch: PipelineSearch, replace?: boolean) => void;
}

const nobody = { count: 0, overdue: 0, medianDays: null };

/** The candidates in columns by stage, those whose way has ended folded up; on a phone the stages are tabs, with the cards of one of them below. */
export function Board({ counts, filter, search, onSearch }: BoardProps) {
  const { t } = useCandidacyTexts();
  const phone = usePhone();
  const [opened, setOpened] = useState<readonly Stage[]>([]);
  const chosen = readStage(search.buoc);
  const tallyOf = (stage: Stage): StageCountData => counts?.find((tally) => tally.stage === stage) ?? { stage, ...nobody };
  // Nobody stopped: no column for it.
  const shown = stages.filter((stage) => stage !== 'CLOSED' || chosen === 'CLOSED' || tallyOf(stage).count > 0);
  const column = (stage: Stage, alone: boolean) => (
    <BoardColumn
      key={stage}
      tally={tallyOf(stage)}
      isCounted={counts !== undefined}
      filter={filter}
      alone={alone}
      onOpen={(candidacy) => onSearch({ 'ho-so': candidacy })}
      onTable={phone ? undefined : () => onSearch({ xem: undefined, buoc: stageSlugs[stage] })}
      collapsed={!isOnTheWay(stage) && !opened.includes(stage) && !alone}
      onCollapse={isOnTheWay(stage) || alone ? undefined : () => setOpened(opened.includes(stage) ? opened.filter((other) => other !== stage) : [...opened, stage])}
    />
  );
  if (phone) {
    const current = chosen ?? shown.find((stage) => tallyOf(stage).count > 0) ?? 'SOURCES';
    return (
      <>
        <StageTabs stages={shown} current={current} tallyOf={tallyOf} onStage={(stage) => onSearch({ buoc: stageSlugs[stage] }, true)} />
        {column(current, true)}
      </>
    );
  }
  if (chosen !== null) return column(chosen, true);
  return (
    // Wider than the page where all columns are full: it moves sideways under what has the focus.
    <div role="region" aria-label={t.pipeline.boardTitle} className={styles['board']}>
      {shown.map((stage) => column(stage, false))}
    </div>
  );
}

interface StageTabsProps {
  readonly stages: readonly Stage[];
  readonly current: Stage;
  readonly tallyOf: (stage: Stage) => StageCountData;
  readonly onStage: (stage: Stage) => void;
}

function StageTabs({ stages: shown, current, tallyOf, onStage }: StageTabsProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  return (
    <div role="group" aria-label={t.pipeline.boardTitle} className={styles['tabs']}>
      {shown.map((stage) => {
        const { count, overdue } = tallyOf(stage);
        return (
          <button key={stage} type="button" aria-pressed={stage === current} data-late={overdue > 0 || undefined} onClick={() => onStage(stage)}>
            <span>{words.stages[stage]}</span>
            <strong>{f.integer(count)}</strong>
          </button>
        );
      })}
    </div>
  );
}
