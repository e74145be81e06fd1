import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePageAnswer, useScope } from '../scope/index.ts';
import { WorkUnit, WorkUnitQuery } from './candidacy-documents.ts';

const noScope = {};

/** Asks for the unit of the address whose people are listed; without a code for the viewer's own. */
export function useWorkUnit(code: string | undefined) {
  const scope = useScope(noScope);
  const own = code === undefined;
  const query = useQuery({ query: WorkUnitQuery, variables: { code: code ?? null, own } });
  const { data } = query[0];
  return usePageAnswer({ scope, choice: scope.choice, query, unit: readFragment(WorkUnit, own ? data?.viewer?.own : data?.unit) });
}
