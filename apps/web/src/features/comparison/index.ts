export { ComparisonPage } from './ComparisonPage.tsx';
