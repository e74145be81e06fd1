import { Popover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import styles from './Dropdown.module.css';
import { usePhone } from './use-phone.ts';

interface DropdownProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly title: string;
  readonly width: string;
  /** The button that opens it. */
  readonly target: ReactElement;
  readonly children: ReactNode;
}

/** A small panel that hangs from its button; on a phone, where it would cover half of the page, a dialog. */
export function Dropdown({ opened, onChange, title, width, target, children }: DropdownProps) {
  const phone = usePhone();
  if (phone) {
    return (
      <>
        {target}
        {opened ? (
          <Dialog onClose={() => onChange(false)} title={title}>
            {children}
          </Dialog>
        ) : null}
      </>
    );
  }
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      trapFocus
      returnFocus
      width={width}
      offset={6}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown className={styles['dropdown']} aria-label={title}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
