import { usePeopleTexts } from '../use-people-texts.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import styles from './Field.module.css';

interface FormFootProps {
  readonly label: string;
  readonly busyLabel: string;
  readonly isBusy: boolean;
  /** What went wrong with the whole form. */
  readonly failure: string | null;
  readonly onCancel?: (() => void) | undefined;
}

/** The end of a form: what went wrong, and the button that says what happens. Pressed again it tries again. */
export function FormFoot({ label, busyLabel, isBusy, failure, onCancel }: FormFootProps) {
  const { t } = usePeopleTexts();
  return (
    <>
      {failure === null ? null : (
        <Notice tone="danger" action={<Button type="submit">{t.failed.retry}</Button>}>
          {failure}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button tone="primary" type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? busyLabel : label}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>{t.timeline.cancel}</Button>}
      </div>
    </>
  );
}
