import { lazy, Suspense, useEffect, useState } from 'react';
import { useIdentityControl, ViewerFields } from '../../features/access/index.ts';
import { readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { identityOf } from '../../shared/graphql/identity.ts';
import { useSessionState } from './session-events.ts';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

/** What watches the end of a session comes after the page, and long before it is needed. */
const SessionWatch = lazy(async () => ({ default: (await loadPatiently(async () => await import('../../features/access/SessionWatch.tsx'))).SessionWatch }));

/**
 * When the session is over: somebody who was already at work signs in again over the page and loses nothing; somebody
 * who has just arrived goes to the sign-in page and comes back to the address they asked for.
 */
export function SessionGuard({ viewer }: { viewer: FragmentOf<typeof ViewerFields> | null }) {
  const { ended, resume } = useSessionState();
  const { leave } = useIdentityControl();
  const [known, setKnown] = useState(viewer);
  if (viewer !== null && viewer !== known) setKnown(viewer);
  const arriving = known === null;
  useEffect(() => {
    if (ended && arriving) leave('het-phien');
  }, [ended, arriving, leave]);
  if (known === null) return null;
  const viewed = readFragment(ViewerFields, known);
  const who = { account: viewed.account.name, identity: identityOf(viewed) };
  return (
    <Suspense>
      <SessionWatch {...who} ended={ended} onReturned={resume} />
    </Suspense>
  );
}
