export { FiguresOf } from './FiguresOf.tsx';
export { PageFailure } from './PageFailure.tsx';
export { PrintButton } from './PrintButton.tsx';
export { ScopeHead, ScopeUnit, type CountedDays } from './ScopeHead.tsx';
export { usePageAnswer, useScope, type Answered, type PageState, type ScopeQuestion } from './use-scope.ts';
