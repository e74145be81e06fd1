import { createLazyFileRoute } from '@tanstack/react-router';
import { RulesPage } from '../../features/rules/index.ts';

export const Route = createLazyFileRoute('/quy-dinh')({ component: RulesPage });
