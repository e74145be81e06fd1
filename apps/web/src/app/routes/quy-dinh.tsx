import { createFileRoute } from '@tanstack/react-router';
import { readRulesSearch } from '../../features/rules/rules-search.ts';

export const Route = createFileRoute('/quy-dinh')({ validateSearch: readRulesSearch });
