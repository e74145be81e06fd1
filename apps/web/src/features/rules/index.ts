export { AuthorityCard } from './AuthorityCard.tsx';
export { RulesPage } from './RulesPage.tsx';
