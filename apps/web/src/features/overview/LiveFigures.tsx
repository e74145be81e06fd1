import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useRefresh } from '../../shared/live/refresh-context.ts';
import { useLive } from '../../shared/live/use-live.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';

/** For so long after a hand was last seen on the page, rows are not moved under it. */
const stillMilliseconds = 4_000;

/**
 * Keeps the figures of an open page up to date: at once where nobody's hand is on it, as on a wall; else it says that there is something
 * new and waits to be told, so that no row jumps away from under the pointer.
 */
export function LiveFigures() {
  const { m } = usePrinting();
  const refresh = useRefresh();
  const [waiting, setWaiting] = useState(false);
  const lastTouch = useLastTouch();
  useLive(() => {
    const still = performance.now() - lastTouch.current > stillMilliseconds;
    setWaiting(!still);
    if (still) refresh();
  });
  if (!waiting) return null;
  return (
    <Notice
      action={
        <Button
          icon={<IconRefresh size="1.2em" aria-hidden="true" />}
          onClick={() => {
            setWaiting(false);
            refresh();
          }}
        >
          {m.live.update}
        </Button>
      }
    >
      {m.live.changed}
    </Notice>
  );
}

/** When the page was last pointed at, scrolled or typed into. */
function useLastTouch() {
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const touch = () => {
      last.current = performance.now();
    };
    const kinds = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
    for (const kind of kinds) addEventListener(kind, touch, { passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, touch);
    };
  }, []);
  return last;
}
