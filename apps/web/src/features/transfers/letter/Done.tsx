import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../../../shared/ui/Button.tsx';
import { useFocus } from '../../people/index.ts';
import styles from '../Transfers.module.css';
import { useTransferTexts } from '../use-transfer-texts.ts';

interface DoneProps {
  readonly said: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** What was recorded a moment ago, and the way back to the page. */
export function Done({ said, children, onClose }: DoneProps) {
  const { t } = useTransferTexts();
  const onward = useFocus<HTMLButtonElement>();
  return (
    <div className={styles['done']}>
      <div role="status" className={styles['success']}>
        <IconCircleCheck size="1.5em" aria-hidden="true" />
        <p>{said}</p>
      </div>
      {children}
      <div className={styles['foot']}>
        <Button tone="primary" onClick={onClose} ref={onward}>
          {t.close}
        </Button>
      </div>
    </div>
  );
}
