import { IconClock, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button, IconButton } from '../../shared/ui/Button.tsx';
import { useMinutesLeft } from './session-end.ts';
import { SessionEndedDialog } from './SessionEndedDialog.tsx';
import styles from './SessionWarning.module.css';
import { SessionEndQuery } from './viewer.ts';

/** The end is asked for when the page has long been there: it must not delay what was opened. */
const askedAfterMilliseconds = 10_000;

interface SessionWarningProps {
  readonly account: string;
  readonly identity: string;
}

/** Says five minutes before that the session ends, and lets one sign in again before anything stops. */
export function SessionWarning({ account, identity }: SessionWarningProps) {
  const { m } = usePrinting();
  const [isAsking, setAsking] = useState(false);
  const [staying, setStaying] = useState(false);
  const [dismissed, setDismissed] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setAsking(true), askedAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const [{ data }, ask] = useQuery({ query: SessionEndQuery, pause: !isAsking });
  const again = () => ask({ requestPolicy: 'network-only' });
  const expiresAt = data?.viewer?.sessions.find(({ current }) => current)?.expiresAt;
  // Asked again when the time is over, the server says that nobody is signed in: the dialog comes before the next click fails.
  const minutes = useMinutesLeft(expiresAt, again);
  if (staying) {
    return (
      <SessionEndedDialog
        account={account}
        identity={identity}
        onClose={() => setStaying(false)}
        onReturned={() => {
          setStaying(false);
          again();
        }}
      />
    );
  }
  if (minutes === null || minutes === 0 || dismissed === expiresAt) return null;
  return (
    <div className={styles['warning']} role="status">
      <IconClock size="1.4em" aria-hidden="true" />
      <p>{m.stay.left(String(minutes))}</p>
      <Button onClick={() => setStaying(true)}>{m.stay.stay}</Button>
      <IconButton label={m.common.close} icon={<IconX size="1.2em" />} onClick={() => setDismissed(expiresAt)} />
    </div>
  );
}
