import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of a unit's page says behind its path. */
export interface UnitSearch extends Omit<ScopeSearch, 'don-vi'> {
  /** Part of the page: see `unitTabs`; the first where it is left out. */
  readonly xem?: string | undefined;
  /** Name that is searched for among the members. */
  readonly tim?: string | undefined;
  /** State of the members: `chinh-thuc`, `du-bi` or `khong-con`. */
  readonly 'tinh-trang'?: string | undefined;
  /** Order of the members: `ket-nap` for the latest ceremony; by name where it is left out. */
  readonly xep?: string | undefined;
  /** Person whose record is open. */
  readonly nguoi?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

const keys = ['ky', 'ngay', 'xem', 'tim', 'tinh-trang', 'xep', 'nguoi'] as const;

/** Keeps what the page understands and names what it does not. */
export function readUnitSearch(search: Readonly<Record<string, unknown>>): UnitSearch {
  return keepKnown(search, keys);
}

export const unitTabs = ['tong-hop', 'chi-tieu', 'dang-vien', 'cap-duoi', 'lich-su'] as const;
export type UnitTab = (typeof unitTabs)[number];

/** The part of the page that an address names; the first where it names none. */
export function readUnitTab(text: string | undefined): UnitTab {
  return unitTabs.find((tab) => tab === text) ?? 'tong-hop';
}
