import { useMatch } from '@tanstack/react-router';
import type { ScopeSearch } from '../period/scope-choice.ts';

/** What goes along to another unit: the period and the day. What one page or one unit alone understands stays behind. */
export function keepScope({ ky, ngay }: ScopeSearch): Omit<ScopeSearch, 'don-vi'> {
  return { ky, ngay };
}

/** What goes along from page to page: the unit, the period and the day. */
export function useKeepUnit(): (search: ScopeSearch) => ScopeSearch {
  // The page of a unit says in its path which unit it is about; the other pages say it behind the question mark.
  const code = useMatch({ from: '/don-vi/$code', shouldThrow: false, select: ({ params }) => params.code });
  return ({ 'don-vi': unit, ...search }) => ({ 'don-vi': code ?? unit, ...keepScope(search) });
}
