import { Refused } from '../../../kernel/refused.ts';

/** A search of words is as long as a name: each word costs a look into an index. */
const longestSearch = 100;

/** What is searched for, or null for nothing. Refuses a text longer than a name. */
export function checkedSearch(search: string | null | undefined): string | null {
  const text = search?.trim() ?? '';
  if (text.length > longestSearch) throw new Refused('BAD_USER_INPUT', 'search');
  return text === '' ? null : text;
}
