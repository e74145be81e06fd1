import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the rules says. Unit, period and day belong to the other pages: they go along and mean nothing here. */
export interface RulesSearch extends ScopeSearch {
  /** The year of the calendar. */
  readonly nam?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readRulesSearch(search: Readonly<Record<string, unknown>>): RulesSearch {
  const { nam } = search;
  return keepKnown(typeof nam === 'number' ? { ...search, nam: String(nam) } : search, ['don-vi', 'ky', 'ngay', 'nam']);
}

/** The year that is shown: that of the address, else the present one. */
export function readYear(text: string | undefined, present: number): number {
  return text !== undefined && /^(19|20)\d\d$/.test(text) ? Number(text) : present;
}
