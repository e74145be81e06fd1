import { createContext, use } from 'react';

/** What the frame around the client can do about who is signed in. */
export interface IdentityControl {
  /** Throws the client and everything shown away and starts anew, at the overview or at the given address. */
  readonly startAnew: (address?: string) => void;
  /** Leaves the application for the sign-in page; nothing stays in memory. */
  readonly leave: (reason: 'het-phien' | 'dang-xuat') => void;
}

const nothing: IdentityControl = { startAnew: () => undefined, leave: () => undefined };

export const IdentityContext = createContext<IdentityControl>(nothing);

/** The control over the identity. */
export function useIdentityControl(): IdentityControl {
  return use(IdentityContext);
}
