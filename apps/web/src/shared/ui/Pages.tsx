import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLast } from '../graphql/use-last.ts';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { Button } from './Button.tsx';
import styles from './Pages.module.css';

/** Where somebody is in a list that is read a page at a time, as many rows as its question asks for: the cursor at which each page after the first begins. */
export function useTurnedPages(size = 50) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return { size, after: cursors.at(-1) ?? null, cursors, setCursors };
}

interface PagesProps {
  readonly pages: ReturnType<typeof useTurnedPages>;
  readonly page: { readonly nodes: readonly unknown[]; readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
  /** Whether another page is on its way. */
  readonly fetching: boolean;
  /** Which rows of how many are shown, in words. */
  readonly said: (from: string, to: string, total: string) => string;
  readonly children: ReactNode;
}

/** A page of a list between which rows of how many it is and the way to the next one. It stays until that one is there. */
export function Pages({ pages: { size, cursors, setCursors }, page: { nodes, totalCount, pageInfo }, fetching, said, children }: PagesProps) {
  const { m, f } = usePrinting();
  const before = useLast(fetching ? undefined : cursors.length * size) ?? 0;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <div className={styles['pages']} aria-busy={fetching}>
      <p role="status">{said(f.integer(before + 1), f.integer(before + nodes.length), f.integer(totalCount))}</p>
      {children}
      {totalCount <= size ? null : (
        <div className={styles['turn']}>
          <Button icon={<IconChevronLeft size="1.2em" aria-hidden="true" />} disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            {m.common.pageBefore}
          </Button>
          <Button disabled={next === null} onClick={() => next !== null && setCursors([...cursors, next])}>
            {m.common.pageAfter}
            <IconChevronRight size="1.2em" aria-hidden="true" />
          </Button>
        </div>
      )}
    </div>
  );
}
