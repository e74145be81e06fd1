import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { usePageAnswer, useScope } from '../scope/index.ts';
import { UnitPageFields, UnitPageQuery } from './unit-document.ts';
import type { UnitSearch } from './unit-search.ts';

export type UnitPageData = ResultOf<typeof UnitPageFields>;

/** Asks for the unit of the address. */
export function useUnitPage(code: string, search: UnitSearch) {
  const { language } = usePrinting();
  const scope = useScope(search);
  const query = useQuery({ query: UnitPageQuery, pause: !scope.isKnown, variables: { code, language, ...scope.question } });
  return usePageAnswer({ scope, choice: scope.choice, query, unit: readFragment(UnitPageFields, query[0].data?.unit) });
}
