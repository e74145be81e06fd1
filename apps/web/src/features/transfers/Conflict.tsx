import { Button } from '../../shared/ui/Button.tsx';
import { ConflictBox, useFocus } from '../people/index.ts';
import { useTransferTexts } from './use-transfer-texts.ts';

interface ConflictProps {
  /** What somebody else was quicker with. */
  readonly lead: string;
  readonly before: string;
  readonly now: string;
  readonly onReview: () => void;
}

/** Somebody else was quicker with a letter, or with who is to be considered again. */
export function Conflict({ lead, before, now, onReview }: ConflictProps) {
  const { t } = useTransferTexts();
  const onward = useFocus<HTMLButtonElement>();
  return (
    <ConflictBox
      lead={lead}
      versions={[
        [t.conflict.before, before],
        [t.conflict.now, now],
      ]}
    >
      <Button tone="primary" onClick={onReview} ref={onward}>
        {t.conflict.review}
      </Button>
    </ConflictBox>
  );
}
