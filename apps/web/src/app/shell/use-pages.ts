import { IconChartBar, IconLayoutDashboard, IconSitemap } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';

/** The pages, in the order of how often they are used. */
export function usePages() {
  const { m } = usePrinting();
  return [
    { to: '/tong-quan', title: m.navigation.overview, Icon: IconLayoutDashboard },
    { to: '/to-chuc', title: m.navigation.organisation, Icon: IconSitemap },
    { to: '/so-sanh', title: m.navigation.comparison, Icon: IconChartBar },
  ] as const;
}
