import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { usePaper } from '../../../shared/ui/use-paper.ts';
import { StepPanel, usePreparedStepPanel } from '../../people/index.ts';
import { PageFailure, PrintButton } from '../../scope/index.ts';
import type { CandidacyRowData } from '../candidacy-documents.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { DeadlineStrip } from '../weeks/DeadlineStrip.tsx';
import { WorkHead } from '../WorkHead.tsx';
import page from '../WorkPage.module.css';
import { WorkSkeleton } from '../WorkSkeleton.tsx';
import { LettersToDo } from './LettersToDo.tsx';
import { NothingToDo } from './NothingToDo.tsx';
import styles from './Todo.module.css';
import { TodoGroups } from './TodoGroups.tsx';
import { TodoOnPaper } from './TodoOnPaper.tsx';
import { TodoSection } from './TodoSection.tsx';
import { useTodo } from './use-todo.ts';

const route = getRouteApi('/viec');
const weeks = 6;
const wholeScope = {};

/** What is to be done, the most urgent first; each thing is done where it stands. */
export function TodoPage() {
  usePreparedStepPanel();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const { t } = useCandidacyTexts();
  const paper = usePaper();
  const { viewer, shown, busy, error, retry } = useTodo();
  // What is listed behind the beginning of each group: paper has it too.
  const [further, setFurther] = useState<ReadonlyMap<string, readonly CandidacyRowData[]>>(new Map());
  const open = (candidacy: string | undefined) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, 'ho-so': candidacy }), resetScroll: false });
  useFocusBack(search['ho-so'] !== undefined);
  if (shown === undefined) return error === undefined ? <WorkSkeleton /> : <PageFailure title={t.todo.title} error={error} onRetry={retry} />;
  const { today, parts, letters } = shown;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={page['page']} aria-busy={busy}>
      <WorkHead title={t.todo.title} unit={viewer?.unit.name ?? ''} today={today} unknownKeys={search.unknownKeys} tools={<PrintButton busy={busy} />} />
      {error === undefined || busy ? null : (
        <Notice tone="warning" action={<Button onClick={retry}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      )}
      <LettersToDo {...letters} />
      {total === 0 ? (
        <NothingToDo today={today} />
      ) : (
        <>
          <div className={styles['screen']}>
            <TodoGroups parts={parts} />
            <DeadlineStrip filter={wholeScope} today={today} weeks={weeks} />
            {parts.map((part) =>
              part.count === 0 ? null : (
                <TodoSection key={part.group} part={part} first={part === parts.find(({ count }) => count > 0)} onOpen={open} onFurther={(name, rows) => setFurther((known) => new Map(known).set(name, rows))} />
              ),
            )}
          </div>
          {paper ? <TodoOnPaper rows={[...parts.flatMap(({ rows }) => rows), ...[...further.values()].flat()]} total={total} /> : null}
        </>
      )}
      {search['ho-so'] === undefined ? null : <StepPanel candidacy={search['ho-so']} onClose={() => open(undefined)} />}
    </div>
  );
}
