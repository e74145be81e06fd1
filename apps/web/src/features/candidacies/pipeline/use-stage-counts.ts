import { useQuery } from 'urql';
import { useLast } from '../../../shared/graphql/use-last.ts';
import type { VariablesOf } from '../../../shared/graphql/graphql.ts';
import { StageCountsQuery } from './pipeline-documents.ts';

export type CandidacyFilter = VariablesOf<typeof StageCountsQuery>['filter'];

/** How many of the filter stand at each stage. What was known stays until the next answer is there. */
export function useStageCounts(filter: CandidacyFilter) {
  const [{ data, error, fetching }, execute] = useQuery({ query: StageCountsQuery, variables: { filter } });
  return { counts: useLast(fetching ? undefined : data?.stageCounts), error, retry: () => execute({ requestPolicy: 'network-only' }) };
}
