import { createFileRoute } from '@tanstack/react-router';
import { readListSearch } from '../../shared/url/list-search.ts';

export const Route = createFileRoute('/nguoi/$id')({
  // What it leads back to: the unit, the period and the day of the page before, and the list that it was opened from.
  validateSearch: readListSearch,
});
