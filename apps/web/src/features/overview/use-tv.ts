import { useViewportSize } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TvStop } from './tv-stops.ts';

/** How long a view is shown, and how old figures may get. */
export const stopMilliseconds = 30_000;
const freshMilliseconds = 60_000;

/** Goes on to the next view when the present one was shown long enough. */
export function useRotation(address: string, next: TvStop | undefined, go: (stop: TvStop) => void): void {
  const now = useRef({ address, next, go });
  useEffect(() => {
    now.current = { address, next, go };
  });
  const rotates = next !== undefined;
  useEffect(() => {
    if (!rotates) return undefined;
    const timer = setTimeout(() => {
      const present = now.current;
      if (present.address === address && present.next !== undefined) present.go(present.next);
    }, stopMilliseconds);
    return () => clearTimeout(timer);
  }, [address, rotates]);
}

/** Asks for the figures of each view anew when it comes and every minute. Gives the time of the last answer for it, or null. */
export function useFreshness({ address, busy, failed, refresh }: { address: string; busy: boolean; failed: boolean; refresh: () => void }): string | null {
  const now = useRef({ address, refresh });
  const wasBusy = useRef(false);
  const [times, setTimes] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    now.current = { address, refresh };
  });
  useEffect(() => {
    // Only what came from the server counts: a view that was shown before is there at once, with its old figures.
    if (wasBusy.current && !busy && !failed) setTimes((known) => ({ ...known, [address]: new Date().toISOString() }));
    wasBusy.current = busy;
  }, [address, busy, failed]);
  useEffect(() => {
    const ask = () => {
      if (now.current.address === address) now.current.refresh();
    };
    ask();
    const timer = setInterval(ask, freshMilliseconds);
    return () => clearInterval(timer);
  }, [address]);
  return times[address] ?? null;
}

/** Escape leaves. */
export function useEscape(leave: () => void): void {
  const leaving = useRef(leave);
  useEffect(() => {
    leaving.current = leave;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('dialog[open]') === null) leaving.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Size of the type in pixels: 1.35 times the usual one on a screen of 1920 by 1080, and in proportion on any other. */
export function typeSizeFor(width: number, height: number): number {
  return Math.min(60, Math.max(14, 14 * 1.35 * Math.min(width / 1920, height / 1080)));
}

/** Gives the page type for a room and keeps its screen on where the browser can do that. */
export function useRoom(): number {
  useStayingOn();
  const { width, height } = useViewportSize();
  const size = typeSizeFor(width === 0 ? window.innerWidth : width, height === 0 ? window.innerHeight : height);
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${size}px`;
    return () => {
      document.documentElement.style.fontSize = '';
    };
  }, [size]);
  return size;
}

function useStayingOn(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      const held = await navigator.wakeLock.request('screen').catch(() => undefined); // a battery that saves may refuse
      if (left) await held?.release();
      else lock = held;
    };
    const seen = () => void hold();
    seen();
    // A page that was hidden has lost it.
    document.addEventListener('visibilitychange', seen);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', seen);
      void lock?.release();
    };
  }, []);
}
