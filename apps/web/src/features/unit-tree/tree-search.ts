import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the organisation says. */
export interface TreeSearch extends ScopeSearch {
  /** View of the tree: `cay`, `toan-canh` or `danh-sach`; the first where it is left out. */
  readonly xem?: string | undefined;
  /** What is searched for. */
  readonly tim?: string | undefined;
  /** Kind to which the list is narrowed. */
  readonly loai?: string | undefined;
  /** Order of the list: `ten` or `ma`; that of the tree where it is left out. */
  readonly xep?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

const keys = ['don-vi', 'ky', 'ngay', 'xem', 'tim', 'loai', 'xep'] as const;

/** Keeps what the page understands and names what it does not. */
export function readTreeSearch(search: Readonly<Record<string, unknown>>): TreeSearch {
  return keepKnown(search, keys);
}

export const treeViews = ['cay', 'toan-canh', 'danh-sach'] as const;
export type TreeView = (typeof treeViews)[number];

/** The view that an address names; the tree where it names none. */
export function readTreeView(text: string | undefined): TreeView {
  return treeViews.find((view) => view === text) ?? 'cay';
}
