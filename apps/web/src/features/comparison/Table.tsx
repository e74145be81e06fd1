import type { ReactNode } from 'react';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './ComparisonPage.module.css';

export interface TableRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly ReactNode[];
  readonly chosen?: boolean;
}

interface TableProps {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Whether the last column draws what the others say: a phone has no room for it. */
  readonly drawsLast?: boolean;
}

/** The numbers behind a picture. */
export function Table({ columns, rows, drawsLast = false }: TableProps) {
  return (
    <table className={styles['table']} data-draws-last={drawsLast || undefined}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells, chosen = false }) => (
          <tr key={key} data-chosen={chosen || undefined}>
            <th scope="row">
              <ProperName>{name}</ProperName>
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
