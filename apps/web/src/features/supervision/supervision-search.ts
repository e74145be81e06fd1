import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the supervised units says. The unit and the day belong to the other pages: they go along and mean nothing here. */
export interface SupervisionSearch extends ScopeSearch {
  /** What is searched for in the list of assignments. */
  readonly tim?: string | undefined;
  /** Whether the list holds what has ended too. */
  readonly 'ca-da-thoi'?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readSupervisionSearch(search: Readonly<Record<string, unknown>>): SupervisionSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'tim', 'ca-da-thoi']);
}
