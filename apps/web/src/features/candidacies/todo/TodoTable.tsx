import type { TodoGroup } from '@banyan/schema/lifecycle';
import type { ReactNode } from 'react';
import { usePhone } from '../../../shared/ui/use-phone.ts';
import { DeadlineText, StateChip } from '../../people/index.ts';
import { ActCell } from '../ActCell.tsx';
import { awaitedOf } from '../awaited.ts';
import { BodyName } from '../BodyName.tsx';
import type { CandidacyRowData } from '../candidacy-documents.ts';
import { CellName } from '../CellName.tsx';
import { PersonLink } from '../PersonLink.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { groupSlugs } from './group-slugs.ts';
import styles from '../WorkTable.module.css';

interface TodoTableProps {
  readonly label: string;
  readonly group: TodoGroup;
  readonly rows: readonly CandidacyRowData[];
  /** Whether the first row is the most urgent of all. */
  readonly first: boolean;
  readonly onOpen: (candidacy: string) => void;
  /** Further rows. */
  readonly children?: ReactNode;
}

export const todoColumns = 5;

/** Things to do: whose, what, until when, who does it, and the one button that does it here. On a phone each is a card. */
export function TodoTable({ label, group, rows, first, onOpen, children }: TodoTableProps) {
  const { t } = useCandidacyTexts();
  return (
    <table className={styles['table']} aria-label={label} data-kind="todo">
      <thead>
        <tr>
          <th scope="col">{t.todo.person}</th>
          <th scope="col">{t.todo.what}</th>
          <th scope="col">{t.todo.until}</th>
          <th scope="col">{t.todo.body}</th>
          <th scope="col">{t.todo.act}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <TodoRow key={row.id} group={group} row={row} first={first && index === 0} onOpen={onOpen} />
        ))}
        {children}
      </tbody>
    </table>
  );
}

interface TodoRowProps {
  readonly group: TodoGroup;
  readonly row: CandidacyRowData;
  /** Whether it is the most urgent of all. */
  readonly first?: boolean;
  readonly onOpen: (candidacy: string) => void;
}

/** One thing to do. */
export function TodoRow({ group, row, first = false, onOpen }: TodoRowProps) {
  const { t, words } = useCandidacyTexts();
  const phone = usePhone();
  const awaited = awaitedOf(row);
  const what = row.deadline === null ? (awaited === undefined ? undefined : words.steps[awaited.step]) : words.deadlines[row.deadline.kind];
  return (
    <tr>
      <th scope="row">
        <PersonLink id={row.person.id} name={row.person.fullName} list={{ ds: 'viec', nhom: groupSlugs[group] }} />
        <span className={styles['small']}>
          <CellName unit={row.unit} />
        </span>
      </th>
      <td data-label={t.todo.what}>
        {what === undefined ? null : <span>{what}</span>}
        <span className={styles['chip']}>
          <StateChip candidacy={row} />
        </span>
      </td>
      <td data-label={t.todo.until}>{row.deadline === null ? t.todo.noLimit : <DeadlineText deadline={row.deadline} />}</td>
      <td data-label={t.todo.body} className={styles['name']}>
        <BodyName row={row} />
      </td>
      <td className={styles['act']}>
        <ActCell row={row} primary={first || phone} onOpen={onOpen} />
      </td>
    </tr>
  );
}
