export { TargetsPage } from './TargetsPage.tsx';
export { UnitTargetsTab } from './UnitTargetsTab.tsx';
export { useTargetWords } from './target-words.ts';
