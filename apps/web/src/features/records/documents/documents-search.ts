import { documentKinds, type DocumentKind, type DocumentOrder, type DocumentOrigin } from '@banyan/schema/records';
import type { ScopeSearch } from '../../../shared/period/scope-choice.ts';
import { keepKnown } from '../../../shared/url/known-search.ts';

/** What the address of the register says. Period and day belong to the other pages: they go along and mean nothing here. */
export interface DocumentsSearch extends ScopeSearch {
  /** A part of a number or of a subject. */
  readonly tim?: string | undefined;
  /** Kind of document: see `kindSlugs`. */
  readonly loai?: string | undefined;
  /** Year of issue. */
  readonly nam?: string | undefined;
  /** Where documents come from: see `originSlugs`. */
  readonly nguon?: string | undefined;
  /** `so` to order by number; the latest first where it is left out. */
  readonly xep?: string | undefined;
  /** `1` where those that were taken back are listed too. */
  readonly 'da-rut'?: string | undefined;
  /** Document that is shown beside the list; `moi` for one that is entered. */
  readonly 'van-ban'?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readDocumentsSearch(search: Readonly<Record<string, unknown>>): DocumentsSearch {
  const { nam, tim } = search;
  const texts = { ...(typeof nam === 'number' ? { nam: String(nam) } : {}), ...(typeof tim === 'number' ? { tim: String(tim) } : {}) };
  return keepKnown({ ...search, ...texts }, ['don-vi', 'ky', 'ngay', 'tim', 'loai', 'nam', 'nguon', 'xep', 'da-rut', 'van-ban']);
}

/** How kinds are written in addresses. */
export const kindSlugs: Readonly<Record<DocumentKind, string>> = {
  RESOLUTION: 'nghi-quyet',
  DIRECTIVE: 'chi-thi',
  CONCLUSION: 'ket-luan',
  REGULATION: 'quy-dinh',
  WORKING_REGULATION: 'quy-che',
  DECISION: 'quyet-dinh',
  PLAN: 'ke-hoach',
  PROGRAMME: 'chuong-trinh',
  SCHEME: 'de-an',
  GUIDANCE: 'huong-dan',
  NOTICE: 'thong-bao',
  DISPATCH: 'cong-van',
};

/** How origins are written in addresses. */
export const originSlugs: Readonly<Record<DocumentOrigin, string>> = { OWN: 'don-vi', BELOW: 'cap-duoi', ABOVE: 'cap-tren' };

/** Which documents an address asks for, in the words of the API. */
export interface DocumentFilter {
  readonly unit: string;
  readonly kinds: DocumentKind[] | null;
  readonly origin: DocumentOrigin | null;
  readonly year: number | null;
  readonly search: string | null;
  readonly withTakenBack: boolean;
  readonly orderBy: DocumentOrder;
}

const origins: readonly DocumentOrigin[] = ['OWN', 'BELOW', 'ABOVE'];

/** What an address asks for, of the documents that concern a unit. */
export function documentFilterOf(search: DocumentsSearch, unit: string): DocumentFilter {
  const kind = documentKinds.find((known) => kindSlugs[known] === search.loai);
  return {
    unit,
    kinds: kind === undefined ? null : [kind],
    origin: origins.find((known) => originSlugs[known] === search.nguon) ?? null,
    year: /^(19|20)\d\d$/.test(search.nam ?? '') ? Number(search.nam) : null,
    search: search.tim === undefined ? null : search.tim.slice(0, 100),
    withTakenBack: search['da-rut'] === '1',
    orderBy: search.xep === 'so' ? 'NUMBER' : 'LATEST',
  };
}

/** Whether an address narrows the list. */
export function isFiltered({ tim, loai, nam, nguon }: DocumentsSearch): boolean {
  return [tim, loai, nam, nguon].some((value) => value !== undefined);
}
