export { PrintButton } from './PrintButton.tsx';
export { ScopeHead, ScopeUnit, type CountedDays } from './ScopeHead.tsx';
export { usePeriodHint } from './use-period-hint.ts';
