import { useEffect, useRef } from 'react';
import { SessionEndedDialog, useIdentityControl, ViewerFields } from '../../features/access/index.ts';
import { readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { identityOf } from '../../shared/graphql/identity.ts';
import { useSessionState } from './session-events.ts';

/**
 * When the session is over: somebody who was already at work signs in again over the page and loses nothing; somebody
 * who has just arrived goes to the sign-in page and comes back to the address they asked for.
 */
export function SessionGuard({ viewer }: { viewer: FragmentOf<typeof ViewerFields> | null }) {
  const { ended, resume } = useSessionState();
  const { leave } = useIdentityControl();
  const last = useRef(viewer);
  if (viewer !== null) last.current = viewer;
  const known = last.current;
  useEffect(() => {
    if (ended && last.current === null) leave('het-phien');
  }, [ended, leave]);
  if (known === null || !ended) return null;
  const { account } = readFragment(ViewerFields, known);
  return <SessionEndedDialog account={account.name} identity={identityOf(readFragment(ViewerFields, known))} onReturned={resume} />;
}
