import { useId, type ReactNode } from 'react';
import styles from './Card.module.css';

interface CardProps {
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly busy?: boolean;
}

/** A titled region of a page. */
export function Card({ title, tools, children, className, busy = false }: CardProps) {
  const id = useId();
  return (
    <section className={`${styles['card']} ${className ?? ''}`} aria-labelledby={id} data-busy={busy || undefined}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {tools === undefined ? null : <div className={styles['tools']}>{tools}</div>}
      </div>
      {children}
    </section>
  );
}
