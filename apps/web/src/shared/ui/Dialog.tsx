import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** A dialog that must be answered has no close button, and Escape leaves it open. */
  readonly closable?: boolean;
  readonly size?: string;
}

/** A dialog over the page. Its title is a heading, not a page header. */
export function Dialog({ opened, onClose, title, children, closable = true, size = '30rem' }: DialogProps) {
  const { m } = usePrinting();
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
      closeOnEscape={closable}
      closeOnClickOutside={closable}
      transitionProps={{ transition: 'fade', duration: 120 }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content className={styles['content']}>
        <div className={styles['head']}>
          <Modal.Title className={styles['heading']}>{title}</Modal.Title>
          {closable ? (
            <IconButton label={m.common.close} icon={<IconX size="1.35em" />} onClick={onClose} />
          ) : null}
        </div>
        <Modal.Body className={styles['body']}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
