import { Drawer } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { IconButton } from './Button.tsx';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** A panel beside the page: looks at one thing without losing the place. Escape closes it; the whole screen on phones. */
export function SidePanel({ opened, onClose, title, lead, before, children }: SidePanelProps) {
  const { m } = usePrinting();
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size="34rem"
      transitionProps={{ transition: 'fade', duration: 120 }}
    >
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content className={styles['content']}>
        <div className={styles['head']}>
          {before}
          <div className={styles['title']}>
            <Drawer.Title className={styles['heading']}>{title}</Drawer.Title>
            {lead === undefined ? null : <p className={styles['lead']}>{lead}</p>}
          </div>
          <IconButton label={m.common.close} icon={<IconX size="1.35em" />} onClick={onClose} />
        </div>
        <Drawer.Body className={styles['body']}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
