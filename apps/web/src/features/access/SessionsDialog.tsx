import { IconDeviceDesktop } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import styles from './SessionsDialog.module.css';
import { EndSession, SessionsQuery } from './viewer.ts';

type Session = NonNullable<ResultOf<typeof SessionsQuery>['viewer']>['sessions'][number];

/** The sessions of the account, each of which can be ended from here. */
export function SessionsDialog({ onClose }: { onClose: () => void }) {
  const { m } = usePrinting();
  return (
    <Dialog onClose={onClose} title={m.sessions.title} wide>
      <p className={styles['lead']}>{m.sessions.lead}</p>
      <Sessions />
    </Dialog>
  );
}

function Sessions() {
  const { m, language } = usePrinting();
  const [{ data, error }, reload] = useQuery({ query: SessionsQuery, requestPolicy: 'network-only' });
  const [{ fetching }, endSession] = useMutation(EndSession);
  const [said, setSaid] = useState<string | null>(null);
  const again = () => reload({ requestPolicy: 'network-only' });
  if (error !== undefined) return <QueryFailure error={error} onRetry={again} />;
  if (!data?.viewer) return <Skeleton height="9rem" />;
  const sessions = data.viewer.sessions.toSorted((one, other) => Number(other.current) - Number(one.current));
  const act = async (session: string) => {
    const result = await endSession({ session, language });
    const answer = result.data?.endSession;
    if (answer?.__typename === 'EndSessionSucceeded') setSaid(m.sessions.ended);
    else setSaid(answer?.__typename === 'EndSessionRefused' ? answer.message : m.account.failed);
    again();
  };
  return (
    <>
      {said === null ? null : <Notice>{said}</Notice>}
      <ul className={styles['list']}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} busy={fetching} onEnd={() => void act(session.id)} />
        ))}
      </ul>
      {sessions.length > 1 ? null : <p className={styles['lead']}>{m.sessions.none}</p>}
    </>
  );
}

function SessionRow({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const { m, f } = usePrinting();
  return (
    <li className={styles['session']}>
      <IconDeviceDesktop size="1.6em" stroke={1.5} aria-hidden="true" />
      <div className={styles['facts']}>
        <p className={styles['name']}>{session.current ? m.sessions.current : m.sessions.other}</p>
        <dl>
          <dt>{m.sessions.network}</dt>
          <dd>{session.network}</dd>
          <dt>{m.sessions.created}</dt>
          <dd>{f.dateTime(session.createdAt)}</dd>
          <dt>{m.sessions.seen}</dt>
          <dd>{f.dateTime(session.lastSeenAt)}</dd>
          <dt>{m.sessions.expires}</dt>
          <dd>{f.dateTime(session.expiresAt)}</dd>
        </dl>
      </div>
      {session.current ? null : (
        <Button aria-disabled={busy} onClick={busy ? undefined : onEnd}>
          {busy ? m.sessions.ending : m.sessions.end}
        </Button>
      )}
    </li>
  );
}
