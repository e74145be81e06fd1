export { OverviewPage } from './OverviewPage.tsx';
export { readOverviewSearch, type OverviewSearch } from './overview-search.ts';
export { UnitSummary } from './UnitSummary.tsx';
