import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Toggle.module.css';

interface ToggleProps {
  readonly pressed: boolean;
  readonly onToggle: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** One of several things that can be chosen together; mark and colour say which are. */
export function Toggle({ pressed, onToggle, disabled = false, children }: ToggleProps) {
  const Icon = pressed ? IconCheck : IconPlus;
  return (
    <button
      type="button"
      className={styles['toggle']}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onToggle}
    >
      <Icon size="1.1em" stroke={pressed ? 2.4 : 1.7} aria-hidden="true" />
      {children}
    </button>
  );
}
