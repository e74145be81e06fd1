import type { ScopeSearch } from '../period/scope-choice.ts';
import { keepKnown } from './known-search.ts';

/** What the address of a person's page says of the list that it was opened from: which one, and how it was narrowed and ordered there. */
export interface ListSearch extends ScopeSearch {
  /** `nguon`, `ket-nap`, `viec` or `dang-vien`. */
  readonly ds?: string | undefined;
  readonly tim?: string | undefined;
  readonly buoc?: string | undefined;
  readonly 'qua-han'?: string | undefined;
  readonly xep?: string | undefined;
  readonly xem?: string | undefined;
  readonly nhom?: string | undefined;
  readonly 'tinh-trang'?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'ds', 'tim', 'buoc', 'qua-han', 'xep', 'xem', 'nhom', 'tinh-trang']);
}
