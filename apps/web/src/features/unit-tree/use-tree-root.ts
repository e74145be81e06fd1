import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { usePageAnswer, useScope } from '../scope/index.ts';
import { TreeQuery, TreeRoot } from './tree-documents.ts';

export type TreeRootData = ResultOf<typeof TreeRoot>;

/** Asks for the unit of the address, from which the tree hangs. */
export function useTreeRoot(search: ScopeSearch) {
  const { language } = usePrinting();
  const scope = useScope(search);
  const code = search['don-vi'] ?? null;
  const query = useQuery({ query: TreeQuery, pause: !scope.isKnown, variables: { code, own: code === null, language, ...scope.question } });
  const { data } = query[0];
  return usePageAnswer({ scope, choice: scope.choice, query, unit: readFragment(TreeRoot, code === null ? data?.viewer?.own : data?.unit) });
}
