import { parsePeriod } from '@banyan/schema/period';
import { placeGaps, watchedTiers, watchLists, type WatchList } from '@banyan/schema/watch';
import type { ScopeSearch } from '../../shared/period/scope-choice.ts';
import { keepKnown } from '../../shared/url/known-search.ts';

/** What the address of the watch lists says. The unit, the period and the day of other pages go along and mean nothing here. */
export interface WatchSearch extends ScopeSearch {
  /** Which list. */
  readonly 'danh-sach'?: string | undefined;
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

const listSlugs = { SOURCES_WITHOUT_ADMISSION: 'co-nguon', NO_ADMISSION: 'khong-ket-nap', NO_SOURCE: 'khong-nguon', BEHIND_PACE: 'cham', RATE_BELOW: 'ty-le', CERTIFICATES_EXPIRING: 'giay-chung-nhan', PLACES: 'thon' } as const satisfies Record<WatchList, string>;

/** The list in an address. */
export function slugOf(list: WatchList): string {
  return listSlugs[list];
}

/** Keeps what the page understands and names what it does not. */
export function readWatchSearch(search: Readonly<Record<string, unknown>>): WatchSearch {
  const texts = Object.fromEntries(Object.entries(search).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]));
  return keepKnown(texts, ['don-vi', 'ky', 'ngay', 'danh-sach', 'cap', 'nam', 'thang', 'cham', 'muc', 'goc', 'thieu']);
}

/** What can be chosen of each number. */
export const choices = { nam: ['1', '2', '3', '5'], thang: ['1', '3', '6', '12'], cham: ['0', '5', '10', '20'], muc: ['2', '2.5', '3', '4'] } as const;
const bases = ['STOCK_AT_YEAR_START', 'STOCK_AT_PERIOD_END', 'AVERAGE_STOCK', 'STOCK_AT_TERM_START'] as const;
export const rateBases = bases;

function oneOf<T extends string>(known: readonly T[], value: string | undefined, usual: T): T {
  return known.find((one) => one === value) ?? usual;
}

/** The list and the parameters of an address; what it does not say is as usual. */
export function readWatch(search: WatchSearch) {
  const list = watchLists.find((one) => listSlugs[one] === search['danh-sach']) ?? 'SOURCES_WITHOUT_ADMISSION';
  return {
    list,
    parameters: {
      tier: oneOf(watchedTiers, search.cap, 'CELLS'),
      years: Number(oneOf(choices.nam, search.nam, '1')),
      sinceTerm: search.nam === 'nhiem-ky',
      tolerance: Number(oneOf(choices.cham, search.cham, '10')),
      percent: Number(oneOf(choices.muc, search.muc, '3')),
      base: oneOf(bases, search.goc, 'STOCK_AT_YEAR_START'),
      months: Number(oneOf(choices.thang, search.thang, '6')),
      places: oneOf(placeGaps, search.thieu, 'WITHOUT_CELL'),
      period: search.ky !== undefined && parsePeriod(search.ky) !== null ? search.ky : null,
    },
  };
}
