import type { ScopeSearch } from '../../../shared/period/scope-choice.ts';
import { keepKnown } from '../../../shared/url/known-search.ts';

/** What the address of the candidates says. Period and day belong to the other pages: they go along and mean nothing here. */
export interface PipelineSearch extends ScopeSearch {
  /** Name that is searched for. */
  readonly tim?: string | undefined;
  /** Stage to which the list is narrowed, or `tat-ca` for all; those on the way to membership where it is left out. */
  readonly buoc?: string | undefined;
  /** `1` for those alone whose limit has run out. */
  readonly 'qua-han'?: string | undefined;
  /** `cot` for columns by stage; a table where it is left out. */
  readonly xem?: string | undefined;
  /** Order of the table: `han` by limit; by name where it is left out. */
  readonly xep?: string | undefined;
  /** Candidacy whose step is being recorded. */
  readonly 'ho-so'?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readPipelineSearch(search: Readonly<Record<string, unknown>>): PipelineSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'tim', 'buoc', 'qua-han', 'xem', 'xep', 'ho-so']);
}
