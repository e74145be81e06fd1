import { IconClock, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { lastAnswerAt } from '../../shared/graphql/last-answer.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button, IconButton } from '../../shared/ui/Button.tsx';
import { useEnding } from './session-end.ts';
import { SessionEndedDialog } from './SessionEndedDialog.tsx';
import styles from './SessionWarning.module.css';
import { SessionEndQuery } from './viewer.ts';

/** The end is asked for when the page has long been there: it must not delay what was opened. */
const askedAfterMilliseconds = 10_000;

interface SessionWarningProps {
  readonly account: string;
  readonly identity: string;
}

/** Says five minutes before that the session ends, and lets one stay: by a question where nobody used it, by signing in again where its time is over. */
export function SessionWarning({ account, identity }: SessionWarningProps) {
  const { m } = usePrinting();
  const [isAsking, setAsking] = useState(false);
  const [staying, setStaying] = useState(false);
  const [dismissed, setDismissed] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setAsking(true), askedAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const [{ data }, ask] = useQuery({ query: SessionEndQuery, pause: !isAsking });
  const again = () => ask({ requestPolicy: 'network-only' });
  const expiresAt = data?.viewer?.sessions.find(({ current }) => current)?.expiresAt;
  // Asked again when the time is over, the server says that nobody is signed in: the dialog comes before the next click fails.
  const ending = useEnding(expiresAt, lastAnswerAt, again);
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
  if (ending === null || ending.minutes === 0 || dismissed === ending.at) return null;
  const stay = () => {
    if (!ending.idle) return setStaying(true);
    setDismissed(ending.at);
    again();
  };
  return (
    <div className={styles['warning']} role="status">
      <IconClock size="1.4em" aria-hidden="true" />
      <p>{m.stay.left(String(ending.minutes))}</p>
      <Button onClick={stay}>{m.stay.stay}</Button>
      <IconButton label={m.common.close} icon={<IconX size="1.2em" />} onClick={() => setDismissed(ending.at)} />
    </div>
  );
}
