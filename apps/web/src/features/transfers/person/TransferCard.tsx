import { useState } from 'react';
import { readFragment, type FragmentOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import { LetterFields, Named, PersonLettersFields, type Letter } from '../../people/index.ts';
import { LetterPanel } from '../letter/LetterPanel.tsx';
import { Limits } from '../letter/Limits.tsx';
import { receiverOf, senderOf } from '../letter/sides.ts';
import { Standing } from '../letter/Standing.tsx';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';

interface TransferCardProps {
  readonly person: FragmentOf<typeof PersonLettersFields>;
  readonly today: string;
}

/** The letters of one person, the latest first; each is opened beside the page. */
export function TransferCard({ person, today }: TransferCardProps) {
  const { t } = useTransferTexts();
  const [opened, setOpened] = useState<string | null>(null);
  const letters = readFragment(PersonLettersFields, person).transfers.map((letter) => readFragment(LetterFields, letter));
  return (
    <Card title={t.card.title}>
      {letters.length === 0 ? (
        <p className={styles['muted']}>{t.card.none}</p>
      ) : (
        <ul className={styles['letters']}>
          {letters.map((letter) => (
            <li key={letter.id}>
              <Row letter={letter} onOpen={() => setOpened(letter.id)} />
            </li>
          ))}
        </ul>
      )}
      {opened === null ? null : <LetterPanel key={opened} letter={letters.find(({ id }) => id === opened)} today={today} onClose={() => setOpened(null)} />}
    </Card>
  );
}

function Row({ letter, onOpen }: { readonly letter: Letter; readonly onOpen: () => void }) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  return (
    <>
      <div>
        <p className={styles['label']}>{words.transferKinds[letter.kind]}</p>
        <p>
          <Named say={t.card.from}>{senderOf(letter)}</Named>
        </p>
        <p>
          <Named say={t.card.to}>{receiverOf(letter)}</Named>
        </p>
        <p className={styles['muted']}>
          {letter.letterNumber === null ? null : (
            <>
              <Named say={t.number}>{letter.letterNumber}</Named> ·{' '}
            </>
          )}
          {t.dated(f.date(letter.issuedOn))}
        </p>
        <Standing letter={letter} />
        <Limits letter={letter} />
      </div>
      <Button onClick={onOpen}>
        {t.open}
        <VisuallyHidden>
          <Named say={t.number}>{letter.letterNumber ?? f.date(letter.issuedOn)}</Named>
        </VisuallyHidden>
      </Button>
    </>
  );
}
