import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the things to do says. Unit, period and day belong to the other pages: they go along and mean nothing here. */
export interface TodoSearch extends ScopeSearch {
  /** Candidacy whose step is being recorded. */
  readonly 'ho-so'?: string | undefined;
  /** Letter of transfer that is shown beside the list. */
  readonly giay?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readTodoSearch(search: Readonly<Record<string, unknown>>): TodoSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'ho-so', 'giay']);
}
