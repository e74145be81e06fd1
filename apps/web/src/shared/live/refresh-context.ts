import { createContext, use } from 'react';

/** Asks anew all that is shown. */
export const RefreshContext = createContext<() => void>(() => undefined);

export function useRefresh(): () => void {
  return use(RefreshContext);
}
