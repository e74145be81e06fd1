export { OverviewScreen } from './OverviewScreen.tsx';
export { readOverviewSearch, type OverviewSearch } from './overview-search.ts';
export { UnitSummary } from './UnitSummary.tsx';
