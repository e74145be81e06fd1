import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { groupSlugs } from '../../shared/url/group-slugs.ts';
import { useCandidacyTexts } from '../candidacies/index.ts';
import { FurtherRows } from './FurtherRows.tsx';
import type { TodoPage, TodoThing } from './todo-documents.ts';
import styles from './Todo.module.css';
import { TodoTable, type Opening } from './TodoTable.tsx';
import type { TodoPart } from './use-todo.ts';

interface TodoSectionProps {
  readonly part: TodoPart;
  /** Whether it is the most urgent of the groups that have anything. */
  readonly first: boolean;
  readonly onOpen: Opening;
  /** Told of what is listed behind the beginning. */
  readonly onFurther: (page: string, things: readonly TodoThing[]) => void;
}

/** One group of things to do; more of it comes when it is asked for. */
export function TodoSection({ part: { group, total, things, next }, first, onOpen, onFurther }: TodoSectionProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  // Where each page behind the beginning begins, and what came of it.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [pages, setPages] = useState<ReadonlyMap<string, TodoPage>>(new Map());
  const last = cursors.at(-1);
  const after = last === undefined ? next : (pages.get(last)?.next ?? null);
  const shown = cursors.reduce((sum, cursor) => sum + (pages.get(cursor)?.things.length ?? 0), things.length);
  const take = (cursor: string, page: TodoPage) => {
    setPages((known) => new Map(known).set(cursor, page));
    onFurther(`${group} ${cursor}`, page.things);
  };
  return (
    <div id={groupSlugs[group]} className={styles['section']} data-group={group}>
      <Card
        title={
          <>
            {words.todoGroups[group]} <span className={styles['number']}>{f.integer(total)}</span>
          </>
        }
      >
        <TodoTable group={group} label={t.todo.listOf(words.todoGroups[group])} things={things} first={first} onOpen={onOpen}>
          {cursors.map((cursor) => (
            <FurtherRows key={cursor} group={group} after={cursor} onOpen={onOpen} onPage={take} />
          ))}
        </TodoTable>
        {after === null || shown >= total ? null : (
          <div className={styles['more']}>
            <Button onClick={() => setCursors([...cursors, after])}>{t.todo.more(f.integer(total - shown))}</Button>
          </div>
        )}
      </Card>
    </div>
  );
}
