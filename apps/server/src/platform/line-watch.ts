/** What is watched: how many bytes went over a line so far, and how many have to between two looks. */
export interface LineWatch {
  readonly everyMilliseconds: number;
  readonly atLeastBytes: number;
  readonly bytesSoFar: () => number;
  readonly onSlow: () => void;
}

/** Looks at a line time and again and tells, once, that less went over it than has to. Gives back how to stop. */
export function watchLine({ everyMilliseconds, atLeastBytes, bytesSoFar, onSlow }: LineWatch): () => void {
  let before = bytesSoFar();
  const timer = setInterval(() => {
    const now = bytesSoFar();
    if (now - before < atLeastBytes) {
      clearInterval(timer);
      onSlow();
    }
    before = now;
  }, everyMilliseconds);
  return () => {
    clearInterval(timer);
  };
}
