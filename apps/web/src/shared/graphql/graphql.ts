import type { introspection } from '@banyan/schema/graphql-env';
import { initGraphQLTada } from 'gql.tada';

/** Makes a typed document. A component keeps the fragment that it reads in its own file. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; Date: string; DateTime: string; Period: string };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
