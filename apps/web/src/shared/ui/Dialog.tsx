import { IconX } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';
import { useModal } from './use-modal.ts';

interface DialogProps {
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** A dialog that must be answered has no close button. */
  readonly closable?: boolean;
  readonly wide?: boolean;
  /** Whether it stands at the lower edge of the screen, under the thumb. */
  readonly sheet?: boolean;
}

/** A dialog over the page. */
export function Dialog({ onClose, title, children, closable = true, wide = false, sheet = false }: DialogProps) {
  const { m } = usePrinting();
  const id = useId();
  const modal = useModal({ onClose, closable });
  return (
    <dialog {...modal} aria-labelledby={id} className={`${styles['dialog']} ${wide ? styles['wide'] : ''} ${sheet ? styles['sheet'] : ''}`}>
      <div className={styles['frame']}>
        <div className={styles['head']}>
          <h2 id={id} tabIndex={-1} data-autofocus={closable || undefined}>
            {title}
          </h2>
          {closable ? <IconButton label={m.common.close} icon={<IconX size="1.35em" />} onClick={onClose} /> : null}
        </div>
        <div className={styles['body']}>{children}</div>
      </div>
    </dialog>
  );
}
