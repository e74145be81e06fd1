export { TargetsPage } from './TargetsPage.tsx';
export { UnitTargetsTab } from './UnitTargetsTab.tsx';
