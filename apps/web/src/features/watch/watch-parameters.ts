import { parsePeriod } from '@banyan/schema/period';
import { placeGaps, watchedTiers, watchLists } from '@banyan/schema/watch';
import { watchSlugs } from '../../shared/url/watch-slugs.ts';
import type { WatchSearch } from './watch-search.ts';

/** What can be chosen of each number. */
export const choices = { nam: ['1', '2', '3', '5'], thang: ['1', '3', '6', '12'], cham: ['0', '5', '10', '20'], muc: ['2', '2.5', '3', '4'] } as const;
const bases = ['STOCK_AT_YEAR_START', 'STOCK_AT_PERIOD_END', 'AVERAGE_STOCK', 'STOCK_AT_TERM_START'] as const;
export const rateBases = bases;

function oneOf<T extends string>(known: readonly T[], value: string | undefined, usual: T): T {
  return known.find((one) => one === value) ?? usual;
}

/** The list and the parameters of an address; what it does not say is as usual. */
export function readWatch(search: WatchSearch) {
  const list = watchLists.find((one) => watchSlugs[one] === search['danh-sach']) ?? 'SOURCES_WITHOUT_ADMISSION';
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
