import { useState } from 'react';

/** The last value that was known: what is shown stays until the next answer is there. */
export function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value === undefined || value === last) return last;
  setLast(value);
  return value;
}
