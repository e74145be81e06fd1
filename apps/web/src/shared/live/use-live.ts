import { useEffect, useEffectEvent } from 'react';

/** A stream that was refused, as after the end of a session, is asked for again after so long. */
const againMilliseconds = 30_000;

/**
 * Calls back when something was entered below what the reader may see. The server tells that alone; what changed is asked anew under the
 * reader's own scope. The browser connects again by itself after a break, and what it missed meanwhile is made up for.
 */
export function useLive(onChanged: () => void): void {
  const changed = useEffectEvent(onChanged);
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined;
    let source: EventSource;
    let timer: number | undefined;
    let broken = false;
    const connect = () => {
      source = new EventSource('/events');
      source.addEventListener('changed', () => changed());
      source.addEventListener('open', () => {
        if (broken) changed();
        broken = false;
      });
      source.addEventListener('end', () => {
        source.close();
        later();
      });
      source.addEventListener('error', () => {
        broken = true;
        if (source.readyState === EventSource.CLOSED) later();
      });
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(connect, againMilliseconds);
    };
    connect();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, []);
}
