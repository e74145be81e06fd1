import { SessionEndedDialog } from './SessionEndedDialog.tsx';
import { SessionWarning } from './SessionWarning.tsx';

interface SessionWatchProps {
  readonly account: string;
  readonly identity: string;
  readonly ended: boolean;
  readonly onReturned: () => void;
}

/** Warns before the session ends, and lets one sign in again when it has. */
export function SessionWatch({ ended, onReturned, ...who }: SessionWatchProps) {
  return ended ? <SessionEndedDialog {...who} onReturned={onReturned} /> : <SessionWarning {...who} />;
}
