import { useEffect, useEffectEvent } from 'react';

/** A stream that was refused, as after the end of a session, is asked for again after so long. */
const againMilliseconds = 30_000;

/**
 * Calls back when something was entered below what the reader may see. The server tells that alone; what changed is asked anew under the
 * reader's own scope. The browser connects again by itself after a break, and a page after it was out of sight; what it
 * missed meanwhile is made up for.
 */
export function useLive(onChanged: () => void): void {
  const changed = useEffectEvent(onChanged);
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined;
    let source: EventSource | undefined;
    let timer: number | undefined;
    let broken = false;
    const connect = () => {
      // A browser opens six connections to a server at most: a page that nobody sees keeps none.
      if (document.hidden) return;
      source = new EventSource('/events');
      source.addEventListener('changed', () => changed());
      source.addEventListener('open', () => {
        if (broken) changed();
        broken = false;
      });
      source.addEventListener('end', () => {
        source?.close();
        later();
      });
      source.addEventListener('error', () => {
        broken = true;
        if (source?.readyState === EventSource.CLOSED) later();
      });
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(connect, againMilliseconds);
    };
    const turn = () => {
      clearTimeout(timer);
      source?.close();
      broken = true;
      connect();
    };
    connect();
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', turn);
      source?.close();
    };
  }, []);
}
