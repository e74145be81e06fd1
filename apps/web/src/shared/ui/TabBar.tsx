import { useEffect, useRef, type ReactNode } from 'react';
import styles from './TabBar.module.css';

/** The views of one page side by side. Each is a link, so that a view has an address; the current one carries `aria-current` and is in sight where there are more than fit. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  const seen = useRef<Element>(null);
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-current]')?.parentElement ?? null;
    // Whoever scrolls the bar afterwards is let alone.
    if (list.current && tab && tab !== seen.current) list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft - (list.current.clientWidth - tab.clientWidth) / 2;
    seen.current = tab;
  });
  return (
    <nav aria-label={label} className={styles['bar']}>
      <ul ref={list}>{children}</ul>
    </nav>
  );
}
