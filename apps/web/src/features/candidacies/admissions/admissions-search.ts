import type { ScopeSearch } from '../../../shared/period/scope-choice.ts';
import { keepKnown } from '../../../shared/url/known-search.ts';

/** What the address of admission and probation says. Period and day belong to the other pages: they go along and mean nothing here. */
export interface AdmissionsSearch extends ScopeSearch {
  /** Part of the page: see `admissionTabs`; the first where it is left out. */
  readonly xem?: string | undefined;
  /** Words of the names of those who are looked for. */
  readonly tim?: string | undefined;
  /** Candidacy whose step is being recorded. */
  readonly 'ho-so'?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readAdmissionsSearch(search: Readonly<Record<string, unknown>>): AdmissionsSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'xem', 'tim', 'ho-so']);
}
