import { useEffect, useRef } from 'react';

/** Takes the focus to what has just come into the place of what had it. */
export function useFocus<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
