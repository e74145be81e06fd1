import { useEffect, useRef, useState } from 'react';

/** Takes the focus to what has just come into the place of what had it. */
export function useFocus<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}

/** Gives the focus back, when what had it has gone, to what is marked with the reference. */
export function useReturn<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [returns, setReturns] = useState(0);
  useEffect(() => {
    if (returns > 0) ref.current?.focus();
  }, [returns]);
  return { ref, giveBack: () => setReturns((count) => count + 1) };
}
