import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { awaitedOf, tableStyles as styles, useCandidacyTexts, type CandidacyRowData } from '../candidacies/index.ts';
import { DeadlineText, LetterChip, StateChip, type Letter } from '../people/index.ts';
import { Limits, receiverOf, useTransferTexts } from '../transfers/index.ts';
import { byUnit } from './by-unit.ts';
import type { TodoThing } from './todo-documents.ts';

/** The unit that has to do with it, as far as the reader sees one: of a letter whoever receives, else whoever sent it. */
function unitOf({ kind, row }: TodoThing) {
  return kind === 'candidacy' ? row.unit : (row.toUnit ?? row.fromUnit ?? { id: row.fromName, name: row.fromName, parent: null });
}

/** What is to be done as paper has it: unit by unit, so that each gets its part. */
export function TodoOnPaper({ things, total }: { things: readonly TodoThing[]; total: number }) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  return (
    <>
      <p>{things.length < total ? t.todo.onPaper(f.integer(things.length), f.integer(total)) : t.todo.allOnPaper(f.integer(total))}</p>
      {byUnit(things, unitOf).map(({ id, name, rows }) => (
        <section key={id} className={styles['unit']}>
          <h2>
            <ProperName>{name}</ProperName>
          </h2>
          <table className={styles['table']} aria-label={name}>
            <tbody>
              {rows.map((thing) => (thing.kind === 'candidacy' ? <CandidacyOnPaper key={thing.row.id} row={thing.row} /> : <LetterOnPaper key={thing.row.id} letter={thing.row} />))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function CandidacyOnPaper({ row }: { readonly row: CandidacyRowData }) {
  const { t, words } = useCandidacyTexts();
  const awaited = awaitedOf(row);
  return (
    <tr>
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
}

function LetterOnPaper({ letter }: { readonly letter: Letter }) {
  const { t, words } = useTransferTexts();
  return (
    <tr>
      <th scope="row">
        <ProperName>{letter.personName}</ProperName>
      </th>
      <td>
        <LetterChip letter={letter} />
      </td>
      <td>
        <Limits letter={letter} />
      </td>
      <td>{letter.viewerCanAccept ? t.accept.action : words.transferKinds[letter.kind]}</td>
      <td>
        <ProperName>{receiverOf(letter)}</ProperName>
      </td>
    </tr>
  );
}
