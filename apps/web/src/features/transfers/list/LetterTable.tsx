import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { PersonLink, tableStyles as styles } from '../../candidacies/index.ts';
import { Named, type Letter } from '../../people/index.ts';
import { Limits } from '../letter/Limits.tsx';
import { receiverOf, senderOf } from '../letter/sides.ts';
import { Standing } from '../letter/Standing.tsx';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { LetterButton } from './LetterButton.tsx';
import { isWaiting, type TransferTab } from './transfer-tabs.ts';

interface LetterTableProps {
  readonly tab: TransferTab;
  readonly rows: readonly Letter[];
  readonly onOpen: (letter: string) => void;
}

/** Letters: whose, from where to where, by when or how it ended, and the one button that does what can be done. On a phone each is a card. */
export function LetterTable({ tab, rows, onOpen }: LetterTableProps) {
  const { t } = useTransferTexts();
  return (
    <table className={styles['table']} aria-label={t.tab[tab]} data-kind="letters">
      <thead>
        <tr>
          <th scope="col">{t.column.person}</th>
          <th scope="col">{t.column.from}</th>
          <th scope="col">{t.column.to}</th>
          <th scope="col">{t.column.kind}</th>
          <th scope="col">{isWaiting(tab) ? t.column.until : t.column.state}</th>
          <th scope="col" className={styles['act']}>{t.column.act}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((letter) => (
          <Row key={letter.id} tab={tab} letter={letter} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ tab, letter, onOpen }: { readonly tab: TransferTab; readonly letter: Letter; readonly onOpen: (letter: string) => void }) {
  const { f } = usePrinting();
  const { t } = useTransferTexts();
  return (
    <tr>
      <th scope="row">
        {letter.person === null ? <strong><ProperName>{letter.personName}</ProperName></strong> : <PersonLink id={letter.person.id} name={letter.personName} list={{}} />}
        {letter.birthDate === null ? null : <span className={styles['small']}>{t.born(f.date(letter.birthDate))}</span>}
      </th>
      <td data-label={t.column.from} className={styles['name']}>
        <ProperName>{senderOf(letter)}</ProperName>
      </td>
      <td data-label={t.column.to} className={styles['name']}>
        <ProperName>{receiverOf(letter)}</ProperName>
        {letter.claimUntil !== null && letter.state === 'ISSUED' ? <span className={styles['small']}>{t.noAddress}</span> : null}
      </td>
      <td data-label={t.column.kind}>
        <span>{t.issue.kinds[letter.kind]}</span>
        <span className={styles['small']}>
          {letter.letterNumber === null ? null : (
            <>
              <Named say={t.number}>{letter.letterNumber}</Named> ·{' '}
            </>
          )}
          {t.dated(f.date(letter.issuedOn))}
        </span>
      </td>
      <td data-label={isWaiting(tab) ? t.column.until : t.column.state}>{isWaiting(tab) ? <Limits letter={letter} /> : <Standing letter={letter} />}</td>
      <td className={styles['act']}>
        <LetterButton letter={letter} primary onOpen={onOpen} />
      </td>
    </tr>
  );
}
