import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { nextSorting, type SortColumn, type Sorting } from './child-row.ts';

interface SortHeaderProps {
  readonly column: SortColumn;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The heading of a column that sorts the table. */
export function SortHeader({ column, sorting, onSort, className, children }: SortHeaderProps) {
  const sorted = sorting.column === column;
  const Icon = sorting.descending ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" className={className} aria-sort={sorted ? (sorting.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => onSort(nextSorting(sorting, column))}>
        {children}
        <Icon size="1.1em" aria-hidden="true" data-sorted={sorted} />
      </button>
    </th>
  );
}
