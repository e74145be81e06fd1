import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the watch lists says. The period and the day of other pages go along and mean nothing here: a list has its own. */
export interface WatchSearch extends ScopeSearch {
  /** Which list. */
  readonly 'danh-sach'?: string | undefined;
  /** The period of a list that has one. */
  readonly 'trong-ky'?: string | undefined;
  readonly cap?: string | undefined;
  readonly nam?: string | undefined;
  readonly thang?: string | undefined;
  readonly cham?: string | undefined;
  readonly muc?: string | undefined;
  readonly goc?: string | undefined;
  readonly thieu?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readWatchSearch(search: Readonly<Record<string, unknown>>): WatchSearch {
  const texts = Object.fromEntries(Object.entries(search).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]));
  return keepKnown(texts, ['don-vi', 'ky', 'ngay', 'danh-sach', 'trong-ky', 'cap', 'nam', 'thang', 'cham', 'muc', 'goc', 'thieu']);
}
