import { parsePeriod } from '@banyan/schema/period';
import { placeGaps, usualWatch, watchedTiers, watchLists } from '@banyan/schema/watch';
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
  const period = search['trong-ky'];
  const list = watchLists.find((one) => watchSlugs[one] === search['danh-sach']) ?? 'SOURCES_WITHOUT_ADMISSION';
  return {
    list,
    parameters: {
      tier: oneOf(watchedTiers, search.cap, usualWatch.tier),
      years: Number(oneOf(choices.nam, search.nam, `${usualWatch.years}`)),
      sinceTerm: search.nam === 'nhiem-ky',
      tolerance: Number(oneOf(choices.cham, search.cham, `${usualWatch.tolerance}`)),
      percent: Number(oneOf(choices.muc, search.muc, `${usualWatch.percent}`)),
      base: oneOf(bases, search.goc, usualWatch.base),
      months: Number(oneOf(choices.thang, search.thang, `${usualWatch.months}`)),
      places: oneOf(placeGaps, search.thieu, usualWatch.places),
      period: period !== undefined && parsePeriod(period) !== null ? period : null,
    },
  };
}
