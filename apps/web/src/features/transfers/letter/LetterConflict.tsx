import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { useFocus, type Letter } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';

interface LetterConflictProps {
  readonly before: Letter;
  readonly now: Letter;
  readonly onReview: () => void;
}

/** Somebody else was quicker: what the letter was, what it is now, and the way on. What was typed waits behind it. */
export function LetterConflict({ before, now, onReview }: LetterConflictProps) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const onward = useFocus<HTMLButtonElement>();
  const said = ({ state, endedOn, acceptedOn, issuedOn }: Letter) => t.on(words.transferStates[state], f.date(endedOn ?? acceptedOn ?? issuedOn));
  return (
    <div role="alert" className={styles['conflict']}>
      <p>{t.conflict.lead}</p>
      <dl>
        <div>
          <dt>{t.conflict.before}</dt>
          <dd>{said(before)}</dd>
        </div>
        <div>
          <dt>{t.conflict.now}</dt>
          <dd>{now.cancelReason === null ? said(now) : `${words.transferStates[now.state]}: ${now.cancelReason}`}</dd>
        </div>
      </dl>
      <Button tone="primary" onClick={onReview} ref={onward}>
        {t.conflict.review}
      </Button>
    </div>
  );
}
