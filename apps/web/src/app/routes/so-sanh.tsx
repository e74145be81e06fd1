import { createFileRoute } from '@tanstack/react-router';
import { readComparisonSearch } from '../../features/comparison/comparison-search.ts';

export const Route = createFileRoute('/so-sanh')({ validateSearch: readComparisonSearch });
