import { createFileRoute } from '@tanstack/react-router';
import { OverviewScreen, readOverviewSearch } from '../../features/overview/index.ts';

export const Route = createFileRoute('/tong-quan')({
  validateSearch: readOverviewSearch,
  component: OverviewScreen,
});
