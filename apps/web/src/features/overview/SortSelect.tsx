import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { sortColumns, type SortColumn, type Sorting } from './child-row.ts';
import styles from './ChildrenList.module.css';

interface SortSelectProps {
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  /** Column, whether the largest comes first, and what it is called. */
  readonly choices: readonly (readonly [SortColumn, boolean, string])[];
}

/** How the rows are sorted, where there are no headings to press. */
export function SortSelect({ sorting, onSort, choices }: SortSelectProps) {
  const { m } = usePrinting();
  return (
    <label className={styles['sort']}>
      {m.children.sortBy}
      <select
        value={sortColumns[sorting.column]}
        onChange={(event) => {
          const choice = choices.find(([column]) => sortColumns[column] === event.target.value);
          if (choice) onSort({ column: choice[0], descending: choice[1] });
        }}
      >
        {choices.map(([column, , label]) => (
          <option key={column} value={sortColumns[column]}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
