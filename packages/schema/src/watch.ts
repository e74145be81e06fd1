/** The words of watch lists: what deserves a look although no step is late. */

/** The lists, in the order in which they are shown. */
export const watchLists = ['SOURCES_WITHOUT_ADMISSION', 'NO_ADMISSION', 'NO_SOURCE', 'BEHIND_PACE', 'RATE_BELOW', 'CERTIFICATES_EXPIRING', 'PLACES'] as const;
export type WatchList = (typeof watchLists)[number];

/** Of which units a list is made: of cells, or of the grassroots organisations that they belong to. */
export const watchedTiers = ['CELLS', 'ORGANISATIONS'] as const;
export type WatchedTier = (typeof watchedTiers)[number];

/** What a hamlet or a quarter lacks. */
export const placeGaps = ['WITHOUT_CELL', 'SHARED_CELL', 'WITHOUT_MEMBER'] as const;
export type PlaceGap = (typeof placeGaps)[number];

/** By what a list is made where nobody chose: years without an admission, per cent of what is expected, of the members at the beginning of the year, months. */
export const usualWatch = { tier: 'CELLS', years: 1, sinceTerm: false, tolerance: 10, percent: 3, base: 'STOCK_AT_YEAR_START', months: 6, places: 'WITHOUT_CELL' } as const;
