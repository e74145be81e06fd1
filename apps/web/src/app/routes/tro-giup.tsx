import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { keepKnown } from '../../shared/url/known-search.ts';

export const Route = createFileRoute('/tro-giup')({
  validateSearch: (search: Record<string, unknown>) => keepKnown(search, ['trang']),
  component: lazyRouteComponent(async () => await import('../../features/help/index.ts'), 'HelpPage'),
});
