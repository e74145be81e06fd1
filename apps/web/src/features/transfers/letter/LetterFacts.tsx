import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { useKeepUnit } from '../../../shared/url/keep-scope.ts';
import { DeadlineText, type Letter } from '../../people/index.ts';
import type { LetterByCode } from '../transfer-documents.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { receiverOf, senderOf } from './sides.ts';

/** What a letter says, to whoever is a side of it. */
export function LetterFacts({ letter }: { readonly letter: Letter }) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const keepUnit = useKeepUnit();
  const { person, presentation, start } = letter;
  return (
    <>
      <dl className={styles['facts']}>
        <Fact label={t.letter.kind}>{words.transferKinds[letter.kind]}</Fact>
        <Fact label={t.letter.from}>
          <ProperName>{senderOf(letter)}</ProperName>
        </Fact>
        <Fact label={t.letter.to}>
          <ProperName>{letter.destination}</ProperName>
        </Fact>
        {letter.toUnit === null || receiverOf(letter) === letter.destination ? null : (
          <Fact label={t.letter.toUnit}>
            <ProperName>{receiverOf(letter)}</ProperName>
          </Fact>
        )}
        {letter.letterNumber === null ? null : <Fact label={t.letter.number}><ProperName>{letter.letterNumber}</ProperName></Fact>}
        <Fact label={t.letter.issuedOn}>{f.date(letter.issuedOn)}</Fact>
        <Fact label={t.letter.issuedBy}>
          <ProperName>{letter.issuedBy}</ProperName>
        </Fact>
        <Fact label={t.letter.due}>{presentation === null ? f.date(letter.dueOn) : <DeadlineText deadline={presentation} />}</Fact>
        {letter.until === null ? null : <Fact label={t.issue.until}>{f.date(letter.until)}</Fact>}
        {letter.movedOn === null ? null : <Fact label={t.letter.movedOn}>{f.date(letter.movedOn)}</Fact>}
        {letter.startDueOn === null ? null : <Fact label={t.letter.startDue}>{start === null ? f.date(letter.startDueOn) : <DeadlineText deadline={start} />}</Fact>}
        {letter.claimUntil === null || letter.state !== 'ISSUED' ? null : <Fact label={t.letter.claimUntil}>{f.date(letter.claimUntil)}</Fact>}
        {letter.acceptedOn === null ? null : <Fact label={t.letter.acceptedOn}>{f.date(letter.acceptedOn)}</Fact>}
        {letter.acceptedBy === null ? null : (
          <Fact label={t.letter.acceptedBy}>
            <ProperName>{letter.acceptedBy}</ProperName>
          </Fact>
        )}
        {letter.endedOn === null ? null : <Fact label={t.letter.endedOn}>{f.date(letter.endedOn)}</Fact>}
        {letter.cancelReason === null ? null : <Fact label={t.letter.cancelReason}><ProperName>{letter.cancelReason}</ProperName></Fact>}
      </dl>
      {person === null ? null : (
        <p>
          <Link to="/nguoi/$id" params={{ id: person.id }} search={(previous) => ({ ...keepUnit(previous) })}>
            {t.letter.openPerson}
          </Link>
        </p>
      )}
    </>
  );
}

/** What a letter says to whoever holds its code. */
export function PaperFacts({ letter }: { readonly letter: LetterByCode }) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  return (
    <dl className={styles['facts']}>
      <Fact label={t.letter.person}>
        <ProperName>{letter.personName}</ProperName>
      </Fact>
      <Fact label={t.letter.birth}>{f.date(letter.birthDate)}</Fact>
      <Fact label={t.letter.kind}>{words.transferKinds[letter.kind]}</Fact>
      <Fact label={t.letter.from}>
        <ProperName>{letter.fromName}</ProperName>
      </Fact>
      <Fact label={t.letter.to}>
        <ProperName>{letter.destination}</ProperName>
      </Fact>
      {letter.letterNumber === null ? null : <Fact label={t.letter.number}><ProperName>{letter.letterNumber}</ProperName></Fact>}
      <Fact label={t.letter.issuedOn}>{f.date(letter.issuedOn)}</Fact>
      <Fact label={t.letter.issuedBy}>
        <ProperName>{letter.issuedBy}</ProperName>
      </Fact>
      <Fact label={t.letter.due}>{f.date(letter.dueOn)}</Fact>
      {letter.startDueOn === null ? null : <Fact label={t.letter.startDue}>{f.date(letter.startDueOn)}</Fact>}
      <Fact label={t.letter.claimUntil}>{f.date(letter.claimUntil)}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
