import { createFileRoute } from '@tanstack/react-router';
import { keepKnown } from '../../shared/url/known-search.ts';

export const Route = createFileRoute('/nguoi/$id')({
  // What it leads back to: the unit, the period and the day of the page before.
  validateSearch: (search: Record<string, unknown>) => keepKnown(search, ['don-vi', 'ky', 'ngay']),
});
