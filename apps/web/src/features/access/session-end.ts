import { useEffect, useEffectEvent, useState } from 'react';

/** How long before its end a session says so, and how often the clock is looked at: a machine that slept has missed its timers. */
const warnedMinutes = 5;
const lookMilliseconds = 10_000;

/** How long a session may be without use, as the server has it. */
const idleMilliseconds = 60 * 60_000;

/** The minutes that are left until an instant, rounded up, once they are few; 0 when the time is over, null before. */
export function minutesLeft(end: number, now: number): number | null {
  const left = Math.ceil((end - now) / 60_000);
  return left > warnedMinutes ? null : Math.max(0, left);
}

/** How a session is about to end: because its time is over, or because nobody uses it. */
export interface Ending {
  readonly minutes: number;
  readonly idle: boolean;
  /** The instant, in milliseconds since 1970. */
  readonly at: number;
}

/** Watches the end of a session; null while it is far. `usedAt` tells when the session was last in use. `onEnd` is told once when the time is over. */
export function useEnding(expiresAt: string | undefined, usedAt: () => number, onEnd: () => void): Ending | null {
  const [ending, setEnding] = useState<Ending | null>(null);
  const told = useEffectEvent(onEnd);
  const used = useEffectEvent(usedAt);
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    let over = false;
    const look = () => {
      const [end, idleEnd] = [Date.parse(expiresAt), used() + idleMilliseconds];
      const at = Math.min(end, idleEnd);
      const minutes = minutesLeft(at, Date.now());
      setEnding(minutes === null ? null : { minutes, idle: idleEnd < end, at });
      if (minutes === 0 && !over) told();
      over = minutes === 0;
    };
    const timer = setInterval(look, lookMilliseconds);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [expiresAt]);
  return expiresAt === undefined ? null : ending;
}
