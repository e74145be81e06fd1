import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: 'primary' | 'outline' | 'quiet';
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with text; the text may wrap, it is never cut off. */
export function Button({ tone = 'outline', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    // The type is a button unless the caller says submit.
    <button {...rest} type={type} className={`${styles['button']} ${styles[tone]} ${className ?? ''}`}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly bordered?: boolean;
}

/** A button that shows an icon only; its label is spoken and shown on hover. */
export function IconButton({ label, icon, bordered = false, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={`${styles['icon']} ${bordered ? styles['bordered'] : ''} ${className ?? ''}`}
    >
      {icon}
    </button>
  );
}
