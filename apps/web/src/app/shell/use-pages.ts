import type { Role } from '@banyan/schema/enums';
import { IconArrowsExchange, IconUserStar, IconCertificate, IconChartBar, IconChecklist, IconCalendarDue, IconLayoutDashboard, IconSitemap, IconTargetArrow, IconUsers, IconClipboardList, IconFileText, IconFlag, IconEye } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { seesPeople } from '../../shared/period/sums-alone.ts';
import { useRole, useSupervises } from './use-role.ts';

/** A page of the navigation. */
export interface Page {
  readonly to: '/viec' | '/tong-quan' | '/to-chuc' | '/chi-tieu' | '/nguon' | '/ket-nap' | '/chuyen-sinh-hoat' | '/phu-trach' | '/so-sanh' | '/quy-dinh' | '/ke-hoach' | '/vuong-mac' | '/van-ban' | '/canh-bao';
  readonly title: string;
  /** What a phone has room for, where that is less. */
  readonly short?: string;
  readonly Icon: typeof IconSitemap;
  /** Its place in the bar of a phone, which has room for three and the way to the others. */
  readonly onPhone?: 1 | 2 | 3;
}

/** Pages that belong together. */
export interface PageGroup {
  /** What it is called; null for what comes before all. */
  readonly title: string | null;
  readonly pages: readonly Page[];
}

/** The pages of the viewer's role in their groups. On a phone those with a place stand at it. */
export function usePages(): readonly PageGroup[] {
  const { navigation } = usePrinting().m;
  const overview = { to: '/tong-quan', title: navigation.overview, Icon: IconLayoutDashboard } as const;
  const organisation = { to: '/to-chuc', title: navigation.organisation, Icon: IconSitemap } as const;
  const targets = { to: '/chi-tieu', title: navigation.targets, Icon: IconTargetArrow } as const;
  const comparison = { to: '/so-sanh', title: navigation.comparison, Icon: IconChartBar } as const;
  const rules = { to: '/quy-dinh', title: navigation.rules, Icon: IconCalendarDue } as const;
  const supervision = { to: '/phu-trach', title: navigation.supervision, Icon: IconUserStar } as const;
  const [role, supervises] = [useRole(), useSupervises()];
  if (!seesPeople(role)) {
    return [{ title: null, pages: [{ ...overview, onPhone: 1 }, { ...organisation, onPhone: 2 }, { ...targets, onPhone: 3 }, ...(supervises ? [supervision] : []), comparison, rules] }];
  }
  const todo = { to: '/viec', title: navigation.todo, Icon: IconChecklist } as const;
  const candidates = { to: '/nguon', title: navigation.candidates, short: navigation.candidatesShort, Icon: IconUsers } as const;
  const admissions = { to: '/ket-nap', title: navigation.admissions, short: navigation.admissionsShort, Icon: IconCertificate } as const;
  // A board, and whoever follows a unit, begins with the figures; whoever works with people with what is to be done.
  const isBoard = role === 'BOARD' || role === 'SUPERVISOR';
  return [
    { title: null, pages: [{ ...todo, onPhone: isBoard ? 2 : 1 }, isBoard ? { ...overview, onPhone: 1 } : overview] },
    { title: navigation.groups.people, pages: [{ ...candidates, onPhone: isBoard ? 3 : 2 }, isBoard ? admissions : { ...admissions, onPhone: 3 }, { to: '/chuyen-sinh-hoat', title: navigation.transfers, Icon: IconArrowsExchange }] },
    {
      title: navigation.groups.direction,
      pages: [
        targets,
        { to: '/ke-hoach', title: navigation.plans, Icon: IconClipboardList },
        { to: '/vuong-mac', title: navigation.followUp, Icon: IconFlag },
        supervision,
        { to: '/van-ban', title: navigation.documents, Icon: IconFileText },
      ],
    },
    { title: navigation.groups.units, pages: [organisation, comparison, { to: '/canh-bao', title: navigation.watch, Icon: IconEye }, rules] },
  ];
}

/** The pages about people and their work, which whoever sees sums alone has not. */
const pathsOfPeople = ['/viec', '/nguon', '/nguoi', '/ket-nap', '/chuyen-sinh-hoat', '/ke-hoach', '/vuong-mac', '/van-ban', '/canh-bao'];

/** Whether a page is none of a role's: what it would show is refused anyway. */
export function isPageRefused(path: string, role: Role): boolean {
  return !seesPeople(role) && pathsOfPeople.some((start) => path === start || path.startsWith(`${start}/`));
}
