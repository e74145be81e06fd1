import { IconArrowsExchange, IconCertificate, IconChartBar, IconChecklist, IconCalendarDue, IconLayoutDashboard, IconSitemap, IconTargetArrow, IconUsers } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { seesPeople } from '../../shared/period/sums-alone.ts';
import { useRole } from './use-role.ts';

/** A page of the navigation. */
export interface Page {
  readonly to: '/viec' | '/tong-quan' | '/to-chuc' | '/chi-tieu' | '/nguon' | '/ket-nap' | '/chuyen-sinh-hoat' | '/so-sanh' | '/quy-dinh';
  readonly title: string;
  /** What a phone has room for, where that is less. */
  readonly short?: string;
  readonly Icon: typeof IconSitemap;
  readonly onPhone?: 1 | 2 | 3 | 4;
}

/** The pages of the viewer's role, in the order of how often they are used. On a phone those with a place stand at it, if any has one. */
export function usePages(): readonly Page[] {
  const { navigation } = usePrinting().m;
  const overview = { to: '/tong-quan', title: navigation.overview, Icon: IconLayoutDashboard } as const;
  const organisation = { to: '/to-chuc', title: navigation.organisation, Icon: IconSitemap } as const;
  const targets = { to: '/chi-tieu', title: navigation.targets, Icon: IconTargetArrow } as const;
  const comparison = { to: '/so-sanh', title: navigation.comparison, Icon: IconChartBar } as const;
  const rules = { to: '/quy-dinh', title: navigation.rules, Icon: IconCalendarDue } as const;
  if (!seesPeople(useRole())) return [overview, organisation, targets, comparison, rules];
  return [
    { to: '/viec', title: navigation.todo, Icon: IconChecklist, onPhone: 1 },
    { ...overview, onPhone: 4 },
    organisation,
    targets,
    { to: '/nguon', title: navigation.candidates, short: navigation.candidatesShort, Icon: IconUsers, onPhone: 2 },
    { to: '/ket-nap', title: navigation.admissions, short: navigation.admissionsShort, Icon: IconCertificate, onPhone: 3 },
    { to: '/chuyen-sinh-hoat', title: navigation.transfers, Icon: IconArrowsExchange },
    comparison,
    rules,
  ];
}
