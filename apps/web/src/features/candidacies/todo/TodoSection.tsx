import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import type { CandidacyRowData } from '../candidacy-documents.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { FurtherRows, type FurtherPage } from './FurtherRows.tsx';
import { groupSlugs } from './group-slugs.ts';
import styles from './Todo.module.css';
import { TodoTable } from './TodoTable.tsx';
import type { TodoPart } from './use-todo.ts';

interface TodoSectionProps {
  readonly part: TodoPart;
  /** Whether it is the most urgent of the groups that have anything. */
  readonly first: boolean;
  readonly onOpen: (candidacy: string) => void;
  /** Told of what is listed behind the beginning. */
  readonly onFurther: (page: string, rows: readonly CandidacyRowData[]) => void;
}

/** One group of things to do; more of it comes when it is asked for. */
export function TodoSection({ part: { group, count, rows, next }, first, onOpen, onFurther }: TodoSectionProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  // Where each page behind the beginning begins, and what came of it.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [pages, setPages] = useState<ReadonlyMap<string, FurtherPage>>(new Map());
  const last = cursors.at(-1);
  const after = last === undefined ? next : (pages.get(last)?.next ?? null);
  const shown = cursors.reduce((sum, cursor) => sum + (pages.get(cursor)?.rows.length ?? 0), rows.length);
  const take = (cursor: string, page: FurtherPage) => {
    setPages((known) => new Map(known).set(cursor, page));
    onFurther(`${group} ${cursor}`, page.rows);
  };
  return (
    <div id={groupSlugs[group]} className={styles['section']} data-group={group}>
      <Card
        title={
          <>
            {words.todoGroups[group]} <span className={styles['number']}>{f.integer(count)}</span>
          </>
        }
      >
        <TodoTable group={group} label={t.todo.listOf(words.todoGroups[group])} rows={rows} first={first} onOpen={onOpen}>
          {cursors.map((cursor) => (
            <FurtherRows key={cursor} group={group} after={cursor} onOpen={onOpen} onPage={take} />
          ))}
        </TodoTable>
        {after === null || shown >= count ? null : (
          <div className={styles['more']}>
            <Button onClick={() => setCursors([...cursors, after])}>{t.todo.more(f.integer(count - shown))}</Button>
          </div>
        )}
      </Card>
    </div>
  );
}
