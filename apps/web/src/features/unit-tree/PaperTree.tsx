import type { CSSProperties } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { MarkedUnitName } from './MarkedUnitName.tsx';
import styles from './PaperTree.module.css';
import { numberLines, type TreeLine } from './tree-rows.ts';
import type { UnitRow } from './unit-row.ts';
import { useKindWord } from './use-kind-word.ts';

interface PaperTreeProps {
  readonly lines: readonly TreeLine[];
  readonly rowOf: (id: string) => UnitRow | undefined;
  readonly search: string;
}

function placed(level: number): CSSProperties & { readonly '--level': number } {
  return { '--level': level - 1 };
}

/** The lines of a tree on paper, all of them, each with its number. */
export function PaperTree({ lines, rowOf, search }: PaperTreeProps) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const kindWord = useKindWord();
  const numbers = numberLines(lines);
  const figure = (row: UnitRow, of: 'members' | 'admitted') => {
    const value = row.figures?.[of];
    return value === undefined ? null : value === null ? m.common.hidden : f.integer(value);
  };
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{m.children.unit}</th>
          <th scope="col">{m.children.kind}</th>
          <th scope="col">{u.tree.below}</th>
          <th scope="col">{m.children.members}</th>
          <th scope="col">{m.children.admitted}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const row = line.form === 'UNIT' ? rowOf(line.id) : undefined;
          if (row === undefined) {
            return (
              <tr key={line.key} style={placed(line.level)}>
                <td colSpan={5} className={styles['name']}>
                  {u.tree.notPrinted}
                </td>
              </tr>
            );
          }
          return (
            <tr key={line.key} style={placed(line.level)} data-above={(line.form === 'UNIT' && line.opened === true) || undefined}>
              <th scope="row" className={styles['name']}>
                <span className={styles['number']}>{numbers[index]}</span> <MarkedUnitName name={row.name} search={search} />
              </th>
              <td>{kindWord(row.kind, row.kindName)}</td>
              <td>{row.children === null || row.children === 0 ? null : f.integer(row.children)}</td>
              <td>{figure(row, 'members')}</td>
              <td>{figure(row, 'admitted')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
