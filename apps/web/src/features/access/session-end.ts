import { useEffect, useRef, useState } from 'react';

/** How long before its end a session says so, and how often the clock is looked at: a machine that slept has missed its timers. */
const warnedMinutes = 5;
const lookMilliseconds = 10_000;

/** The minutes that are left, rounded up, once they are few; 0 when the time is over, null before. */
export function minutesLeft(expiresAt: string, now: number): number | null {
  const left = Math.ceil((Date.parse(expiresAt) - now) / 60_000);
  return left > warnedMinutes ? null : Math.max(0, left);
}

/** Watches the end of a session. `onEnd` is told once when the time is over. */
export function useMinutesLeft(expiresAt: string | undefined, onEnd: () => void): number | null {
  const [minutes, setMinutes] = useState<number | null>(null);
  const ending = useRef(onEnd);
  useEffect(() => {
    ending.current = onEnd;
  });
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    const look = () => {
      const left = minutesLeft(expiresAt, Date.now());
      setMinutes(left);
      if (left !== 0) return;
      clearInterval(timer);
      ending.current();
    };
    const timer = setInterval(look, lookMilliseconds);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [expiresAt]);
  return expiresAt === undefined ? null : minutes;
}
