import { useEffect, useRef } from 'react';

/** When a panel closes and what opened it is gone, because the thing is done, the focus goes to the head of the page instead of nowhere. */
export function useFocusBack(opened: boolean): void {
  const before = useRef(opened);
  useEffect(() => {
    const closed = before.current && !opened;
    before.current = opened;
    if (!closed) return undefined;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('noi-dung')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [opened]);
}
