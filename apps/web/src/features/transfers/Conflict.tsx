import { Button } from '../../shared/ui/Button.tsx';
import { useFocus } from '../people/index.ts';
import styles from './Transfers.module.css';
import { useTransferTexts } from './use-transfer-texts.ts';

interface ConflictProps {
  /** What somebody else was quicker with. */
  readonly lead: string;
  readonly before: string;
  readonly now: string;
  readonly onReview: () => void;
}

/** Somebody else was quicker: how it stood, how it stands, and the way on. What was typed waits behind it. */
export function Conflict({ lead, before, now, onReview }: ConflictProps) {
  const { t } = useTransferTexts();
  const onward = useFocus<HTMLButtonElement>();
  return (
    <div role="alert" className={styles['conflict']}>
      <p>{lead}</p>
      <dl>
        <div>
          <dt>{t.conflict.before}</dt>
          <dd>{before}</dd>
        </div>
        <div>
          <dt>{t.conflict.now}</dt>
          <dd>{now}</dd>
        </div>
      </dl>
      <Button tone="primary" onClick={onReview} ref={onward}>
        {t.conflict.review}
      </Button>
    </div>
  );
}
