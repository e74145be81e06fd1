import { createFileRoute } from '@tanstack/react-router';
import { readSupervisionSearch } from '../../features/supervision/supervision-search.ts';

export const Route = createFileRoute('/phu-trach')({ validateSearch: readSupervisionSearch });
