import type { TodoGroup } from '@banyan/schema/lifecycle';
import type { ReactNode } from 'react';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { groupSlugs } from '../../shared/url/group-slugs.ts';
import { ActCell, awaitedOf, BodyName, CellName, PersonLink, tableStyles as styles, useCandidacyTexts, type CandidacyRowData } from '../candidacies/index.ts';
import { DeadlineText, LetterChip, StateChip, type Letter } from '../people/index.ts';
import { LetterButton, Limits, senderOf } from '../transfers/index.ts';
import type { TodoThing } from './todo-documents.ts';

/** Told what is to be done in place. */
export type Opening = (thing: { readonly kind: TodoThing['kind']; readonly id: string }) => void;

interface TodoTableProps {
  readonly label: string;
  readonly group: TodoGroup;
  readonly things: readonly TodoThing[];
  /** Whether the first row is the most urgent of all. */
  readonly first: boolean;
  readonly onOpen: Opening;
  /** Further rows. */
  readonly children?: ReactNode;
}

export const todoColumns = 5;

/** Things to do: whose, what, until when, who does it, and the one button that does it here. On a phone each is a card. */
export function TodoTable({ label, group, things, first, onOpen, children }: TodoTableProps) {
  const { t } = useCandidacyTexts();
  return (
    <table className={styles['table']} aria-label={label} data-kind="todo">
      <thead>
        <tr>
          <th scope="col">{t.todo.person}</th>
          <th scope="col">{t.todo.what}</th>
          <th scope="col">{t.todo.until}</th>
          <th scope="col">{t.todo.body}</th>
          <th scope="col" className={styles['act']}>
            {t.todo.act}
          </th>
        </tr>
      </thead>
      <tbody>
        {things.map((thing, index) => (
          <TodoRow key={thing.row.id} group={group} thing={thing} first={first && index === 0} onOpen={onOpen} />
        ))}
        {children}
      </tbody>
    </table>
  );
}

interface TodoRowProps {
  readonly group: TodoGroup;
  readonly thing: TodoThing;
  /** Whether it is the most urgent of all. */
  readonly first?: boolean;
  readonly onOpen: Opening;
}

/** One thing to do. */
export function TodoRow({ group, thing, first = false, onOpen }: TodoRowProps) {
  const primary = usePhone() || first;
  const open = (id: string) => onOpen({ kind: thing.kind, id });
  return thing.kind === 'letter' ? <LetterRow letter={thing.row} primary={primary} onOpen={open} /> : <CandidacyLine group={group} row={thing.row} primary={primary} onOpen={open} />;
}

interface LineProps {
  readonly primary: boolean;
  readonly onOpen: (id: string) => void;
}

function CandidacyLine({ group, row, primary, onOpen }: LineProps & { readonly group: TodoGroup; readonly row: CandidacyRowData }) {
  const { t, words } = useCandidacyTexts();
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
        <ActCell row={row} primary={primary} onOpen={onOpen} />
      </td>
    </tr>
  );
}

/** A letter of transfer that waits: whoever receives the person has to sign it, and whoever sent it sees that its limit ran out. */
function LetterRow({ letter, primary, onOpen }: LineProps & { readonly letter: Letter }) {
  const { t, words } = useCandidacyTexts();
  return (
    <tr>
      <th scope="row">
        {letter.person === null ? (
          <strong>
            <ProperName>{letter.personName}</ProperName>
          </strong>
        ) : (
          <PersonLink id={letter.person.id} name={letter.personName} list={{}} />
        )}
        <span className={styles['small']}>
          <ProperName>{senderOf(letter)}</ProperName>
        </span>
      </th>
      <td data-label={t.todo.what}>
        <span>{words.transferKinds[letter.kind]}</span>
        <span className={styles['chip']}>
          <LetterChip letter={letter} />
        </span>
      </td>
      <td data-label={t.todo.until}>
        <Limits letter={letter} />
      </td>
      <td data-label={t.todo.body} className={styles['name']}>
        <ProperName>{letter.toUnit?.name ?? letter.destination}</ProperName>
      </td>
      <td className={styles['act']}>
        <LetterButton letter={letter} primary={primary} onOpen={onOpen} />
      </td>
    </tr>
  );
}
