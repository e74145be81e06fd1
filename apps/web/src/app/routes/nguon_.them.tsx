import { createFileRoute } from '@tanstack/react-router';
import { keepKnown } from '../../shared/url/known-search.ts';

export const Route = createFileRoute('/nguon_/them')({ validateSearch: (search: Record<string, unknown>) => keepKnown(search, ['don-vi', 'ky', 'ngay']) });
