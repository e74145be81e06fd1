import type { Role } from '@banyan/schema/enums';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ViewerFields, ViewerQuery } from '../../features/access/index.ts';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { readPeriodHint } from '../../shared/period/period-hint.ts';

/** The role that acts: as the page's own answer says, before it comes as the last visit left it. Null where neither is there. */
export function useRole(): Role | null {
  const [{ data }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-only' });
  const [hint] = useState(readPeriodHint);
  return readFragment(ViewerFields, data?.viewer)?.role ?? hint?.role ?? null;
}

/** Whether the account is in charge of a unit, whichever of its grants acts. */
export function useSupervises(): boolean {
  const [{ data }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-only' });
  return readFragment(ViewerFields, data?.viewer)?.grants.some(({ role }) => role === 'SUPERVISOR') ?? false;
}
