import { createFileRoute } from '@tanstack/react-router';
import { readTreeSearch } from '../../features/unit-tree/tree-search.ts';

export const Route = createFileRoute('/to-chuc')({ validateSearch: readTreeSearch });
