import type { ScopeSearch } from '../../../shared/period/scope-choice.ts';
import { keepKnown } from '../../../shared/url/known-search.ts';

/** What the address of transfers says. Period and day belong to the other pages: they go along and mean nothing here. */
export interface TransfersSearch extends ScopeSearch {
  /** Part of the page: see `transferTabs`; the first where it is left out. */
  readonly xem?: string | undefined;
  /** Kind of transfer: see `kindSlugs`; all where it is left out. */
  readonly loai?: string | undefined;
  /** `1` for letters that are overdue alone. */
  readonly 'qua-han'?: string | undefined;
  /** Order of the list: `bat-dau` by when activity is to begin; the part's own where it is left out. */
  readonly xep?: string | undefined;
  /** Letter that is shown beside the list. */
  readonly giay?: string | undefined;
  /** `1` while a letter is claimed by its code. The code itself never stands in an address. */
  readonly 'nhap-ma'?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readTransfersSearch(search: Readonly<Record<string, unknown>>): TransfersSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'xem', 'loai', 'qua-han', 'xep', 'giay', 'nhap-ma']);
}
