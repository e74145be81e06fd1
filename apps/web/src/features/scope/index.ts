export { FiguresOf } from './FiguresOf.tsx';
export { PaperHead } from './PaperHead.tsx';
export { PageFailure } from './PageFailure.tsx';
export { PrintButton } from './PrintButton.tsx';
export { ScopeHead, ScopeUnit, type CountedDays } from './ScopeHead.tsx';
export { usePeriodHint } from './use-period-hint.ts';
export { usePageAnswer, useScope, type Answered, type PageState, type ScopeQuestion } from './use-scope.ts';
