import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the overview says. Everything that can be chosen is here, so one address shows one view. */
export interface OverviewSearch extends ScopeSearch {
  /** Column by which the units below are sorted, with a minus for the largest first. */
  readonly xep?: string | undefined;
  /** Which units below are shown: `it-hon` those with fewer than a year before. */
  readonly loc?: string | undefined;
  /** Words that their names hold. */
  readonly tim?: string | undefined;
  /** Kind that they are of. */
  readonly loai?: string | undefined;
  /** How the trend is drawn: `luy-ke` or `tung-ky`. */
  readonly 'bieu-do'?: string | undefined;
  /** Dimension of the breakdown. */
  readonly 'phan-tich'?: string | undefined;
  /** Measure whose list is open. */
  readonly xem?: string | undefined;
  /** Slice of that list. */
  readonly chieu?: string | undefined;
  readonly 'gia-tri'?: string | undefined;
  /** Person whose record is open. */
  readonly nguoi?: string | undefined;
  /** `1` shows the page to a room: without anything to press, one saved view after the other. */
  readonly tv?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

const keys = ['don-vi', 'ky', 'ngay', 'xep', 'loc', 'tim', 'loai', 'bieu-do', 'phan-tich', 'xem', 'chieu', 'gia-tri', 'nguoi', 'tv'] as const;

/** Keeps what the overview understands and names what it does not. */
export function readOverviewSearch(search: Readonly<Record<string, unknown>>): OverviewSearch {
  return keepKnown(search, keys);
}
