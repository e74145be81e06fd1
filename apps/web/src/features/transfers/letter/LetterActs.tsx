import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import type { Letter } from '../../people/index.ts';
import { AcceptLetter, CancelLetter, EndLetter } from '../transfer-documents.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { DayForm } from './DayForm.tsx';
import { isKept, letterActs, type LetterAct } from './LetterForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';

interface LetterActsProps {
  readonly letter: Letter;
  readonly today: string;
  /** Told the letter as it stands after a change, whoever made it. */
  readonly onLatest: (letter: Letter) => void;
  /** Told what was recorded. */
  readonly onDone: (said: string) => void;
}

function possible({ viewerCanAccept, viewerCanEnd, viewerCanCancel }: Letter): readonly LetterAct[] {
  const acts = { accept: viewerCanAccept, end: viewerCanEnd, cancel: viewerCanCancel };
  return letterActs.filter((act) => acts[act]);
}

/** What can be done of a letter: accepting and ending stand open, cancelling behind a button; and where nothing can, why. */
export function LetterActs({ letter, today, onLatest, onDone }: LetterActsProps) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  // What is being done stays, whatever somebody else makes of the letter: the form shows both. What was begun before is gone on with.
  const [act, setAct] = useState<LetterAct | null>(() => possible(letter).find((known) => isKept(letter, known)) ?? possible(letter).find((known) => known !== 'cancel') ?? null);
  const review = (seen: Letter) => setAct((known) => (known !== null && possible(seen).includes(known) ? known : null));
  const others = possible(letter).filter((other) => other !== act);
  const shared = { letter, onLatest, onReview: review };
  const why = [letter.viewerCannotAcceptBecause, letter.viewerCannotCancelBecause, letter.viewerCannotEndBecause].includes('FORBIDDEN_FOR_ROLE')
    ? words.transferRefusals.FORBIDDEN_FOR_ROLE
    : letter.state === 'ISSUED' && possible(letter).length === 0
      ? words.transferRefusals.NOT_YOUR_SIDE
      : null;
  return (
    <>
      {act === 'accept' ? (
        <DayForm
          {...shared}
          key={act}
          act={act}
          document={AcceptLetter}
          today={today}
          texts={{ ...t.accept, hint: letter.kind === 'TEMPORARY' ? t.accept.hintTemporary : t.accept.hint }}
          onDone={({ on }) => onDone(t.accept.done(letter.personName, f.date(on)))}
        />
      ) : act === 'end' ? (
        <DayForm {...shared} key={act} act={act} document={EndLetter} today={today} texts={t.end} onDone={({ on }) => onDone(t.end.done(f.date(on)))} />
      ) : act === 'cancel' ? (
        <ReasonForm {...shared} document={CancelLetter} texts={t.cancel} onDone={() => onDone(t.cancel.done)} />
      ) : null}
      {others.length === 0 ? null : (
        <div className={styles['acts']}>
          {others.map((other) => (
            <Button key={other} onClick={() => setAct(other)}>
              {t[other].title}…
            </Button>
          ))}
        </div>
      )}
      {why === null ? null : <p className={styles['muted']}>{why}</p>}
    </>
  );
}
