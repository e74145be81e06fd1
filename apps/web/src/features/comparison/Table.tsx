import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './ComparisonPage.module.css';

export interface TableRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly chosen?: boolean;
}

/** The numbers behind a picture. */
export function Table({ columns, rows }: { columns: readonly string[]; rows: readonly TableRow[] }) {
  return (
    <table className={styles['table']}>
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
