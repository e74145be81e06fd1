import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { DeadlineText, StateChip } from '../../people/index.ts';
import { awaitedOf } from '../awaited.ts';
import type { CandidacyRowData } from '../candidacy-documents.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from '../WorkTable.module.css';
import { byUnit } from './by-unit.ts';

/** What is to be done as paper has it: unit by unit, so that each gets its part. */
export function TodoOnPaper({ rows, total }: { rows: readonly CandidacyRowData[]; total: number }) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  return (
    <>
      <p>{rows.length < total ? t.todo.onPaper(f.integer(rows.length), f.integer(total)) : t.todo.allOnPaper(f.integer(total))}</p>
      {byUnit(rows).map(({ id, name, rows: ofUnit }) => (
        <section key={id} className={styles['unit']}>
          <h2>
            <ProperName>{name}</ProperName>
          </h2>
          <table className={styles['table']} aria-label={name}>
            <tbody>
              {ofUnit.map((row) => {
                const awaited = awaitedOf(row);
                return (
                  <tr key={row.id}>
                    <th scope="row">
                      <ProperName>{row.person.fullName}</ProperName>
                    </th>
                    <td>
                      <StateChip candidacy={row} />
                    </td>
                    <td>{row.deadline === null ? t.todo.noLimit : <DeadlineText deadline={row.deadline} withKind />}</td>
                    <td>{awaited === undefined ? null : words.actions[awaited.step]}</td>
                    <td>{awaited?.unit === undefined || awaited.unit === null ? null : <ProperName>{awaited.unit.name}</ProperName>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
