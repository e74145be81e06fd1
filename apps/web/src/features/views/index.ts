export { offeredViews } from './offered-views.ts';
export { SavedViewsMenu } from './SavedViewsMenu.tsx';
export { ViewsQuery, type SavedView } from './views-document.ts';
