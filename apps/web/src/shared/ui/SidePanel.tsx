import { IconX } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import styles from './SidePanel.module.css';
import { useModal } from './use-modal.ts';

interface SidePanelProps {
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** A panel beside the page: looks at one thing without losing the place. Escape closes it; the whole screen on phones. */
export function SidePanel({ onClose, title, lead, before, children }: SidePanelProps) {
  const { m } = usePrinting();
  const id = useId();
  const modal = useModal({ onClose, closable: true });
  return (
    <dialog {...modal} aria-labelledby={id} className={styles['panel']}>
      <div className={styles['frame']}>
        <div className={styles['head']}>
          {before}
          <div className={styles['title']}>
            <h2 id={id} tabIndex={-1} data-autofocus>
              {title}
            </h2>
            {lead === undefined ? null : <p className={styles['lead']}>{lead}</p>}
          </div>
          <IconButton label={m.common.close} icon={<IconX size="1.35em" />} onClick={onClose} />
        </div>
        <div className={styles['body']}>{children}</div>
      </div>
    </dialog>
  );
}
