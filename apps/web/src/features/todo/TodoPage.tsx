import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { usePaper } from '../../shared/ui/use-paper.ts';
import { DeadlineStrip, pageStyles, useCandidacyTexts, useFocusBack, weeksOfDays, WorkHead, WorkSkeleton } from '../candidacies/index.ts';
import { StepPanel, usePreparedStepPanel } from '../people/index.ts';
import { PageFailure, PrintButton } from '../scope/index.ts';
import { LetterBeside } from '../transfers/index.ts';
import { NothingToDo } from './NothingToDo.tsx';
import { lettersOf, type TodoThing } from './todo-documents.ts';
import styles from './Todo.module.css';
import { TodoGroups } from './TodoGroups.tsx';
import { TodoOnPaper } from './TodoOnPaper.tsx';
import { TodoSection } from './TodoSection.tsx';
import type { Opening } from './TodoTable.tsx';
import { useTodo } from './use-todo.ts';

const route = getRouteApi('/viec');
const weeks = 6;

/** What is to be done, the most urgent first; each thing is done where it stands. */
export function TodoPage() {
  usePreparedStepPanel();
  const { 'ho-so': candidacy, giay: letter, unknownKeys } = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const { t } = useCandidacyTexts();
  const paper = usePaper();
  const { viewer, shown, busy, error, retry } = useTodo();
  // What is listed behind the beginning of each group: paper has it too.
  const [further, setFurther] = useState<ReadonlyMap<string, readonly TodoThing[]>>(new Map());
  const show = (opened: { readonly 'ho-so'?: string; readonly giay?: string }) =>
    void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, 'ho-so': undefined, giay: undefined, ...opened }), resetScroll: false });
  const open: Opening = ({ kind, id }) => show(kind === 'letter' ? { giay: id } : { 'ho-so': id });
  const close = () => show({});
  useFocusBack(candidacy !== undefined || letter !== undefined);
  if (shown === undefined) return error === undefined ? <WorkSkeleton /> : <PageFailure title={t.todo.title} error={error} onRetry={retry} />;
  const { today, parts, days } = shown;
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const things = [...parts.flatMap((part) => part.things), ...[...further.values()].flat()];
  const overdue = parts.find(({ group }) => group === 'OVERDUE')?.total ?? 0;
  return (
    <div className={pageStyles['page']} aria-busy={busy}>
      <WorkHead title={t.todo.title} unit={viewer?.unit.name ?? ''} today={today} unknownKeys={unknownKeys} tools={<PrintButton busy={busy} />} />
      {error === undefined || busy ? null : (
        <Notice tone="warning" action={<Button onClick={retry}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      )}
      {total === 0 ? (
        <NothingToDo today={today} />
      ) : (
        <>
          <div className={styles['screen']}>
            <TodoGroups parts={parts} />
            <DeadlineStrip counted={{ overdue, weeks: weeksOfDays(today, weeks, days) }} weeks={weeks} />
            {parts.map((part) =>
              part.total === 0 ? null : (
                <TodoSection key={part.group} part={part} first={part === parts.find((known) => known.total > 0)} onOpen={open} onFurther={(name, rows) => setFurther((known) => new Map(known).set(name, rows))} />
              ),
            )}
          </div>
          {paper ? <TodoOnPaper things={things} total={total} /> : null}
        </>
      )}
      {candidacy === undefined ? null : <StepPanel candidacy={candidacy} onClose={close} />}
      {letter === undefined ? null : <LetterBeside key={letter} id={letter} rows={lettersOf(things)} isLoading={busy} today={today} onClose={close} />}
    </div>
  );
}
