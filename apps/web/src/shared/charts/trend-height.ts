/** Height of a trend in pixels where nothing else is said: kept free while what draws it is on its way. */
export const trendHeight = 220;
