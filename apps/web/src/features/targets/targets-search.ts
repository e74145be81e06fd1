import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the targets says. */
export interface TargetsSearch extends ScopeSearch {
  /** The target whose worksheet is open. */
  readonly 'chi-tieu'?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readTargetsSearch(search: Readonly<Record<string, unknown>>): TargetsSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'chi-tieu']);
}
