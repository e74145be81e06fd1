import { createContext, use } from 'react';

/** Whether the server has said that the session is over, and how to say that it is there again. */
export interface SessionState {
  readonly ended: boolean;
  readonly resume: () => void;
}

export const SessionContext = createContext<SessionState>({ ended: false, resume: () => undefined });

/** The state of the session. */
export function useSessionState(): SessionState {
  return use(SessionContext);
}
